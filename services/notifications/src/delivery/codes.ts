/**
 * What became of an attempt to send, as a code. An SMTP answer carries addresses and texts, so nothing but the code is ever stored or logged.
 */
export const FAILURE_CODES = [
  'SMTP_UNREACHABLE',
  'SMTP_TIMEOUT',
  'SMTP_DROPPED',
  'SMTP_DROPPED_AFTER_DATA',
  'SMTP_TEMPORARY',
  'SMTP_LOGIN_REFUSED',
  'ADDRESS_REFUSED',
  'MESSAGE_REFUSED',
  'ADDRESS_BOUNCED',
  'MESSAGE_BOUNCED',
  'LEASE_LOST',
  'OWNER_UNAVAILABLE',
  'NO_ADDRESS',
  'TOO_LATE',
  'INTERNAL',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface SmtpFailure {
  readonly code: FailureCode;
  /** Whether the same mail to the same address may go through later. */
  readonly retry: boolean;
}

/** The parts of nodemailer's error that say what happened; its message and response are never read beyond the number. */
interface NodemailerError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
}

/** How far an attempt had come: after the whole message was handed over, it may have been accepted all the same. */
export type SmtpPhase = 'CONNECTING' | 'PREPARING' | 'HANDED_OVER';

export function smtpFailureOf(error: unknown, phase: SmtpPhase): SmtpFailure {
  const { code, responseCode, command } = (typeof error === 'object' && error !== null ? error : {}) as NodemailerError;
  if (typeof responseCode === 'number') {
    if (code === 'EAUTH') return { code: 'SMTP_LOGIN_REFUSED', retry: true };
    if (responseCode >= 500) {
      // A refused sender or a refused session says nothing about the person's address.
      if (command === 'RCPT TO') return { code: 'ADDRESS_REFUSED', retry: false };
      if (command === 'DATA') return { code: 'MESSAGE_REFUSED', retry: false };
      return { code: 'SMTP_TEMPORARY', retry: true };
    }
    return { code: 'SMTP_TEMPORARY', retry: true };
  }
  if (code === 'ESTREAM') return { code: 'LEASE_LOST', retry: true };
  if (phase === 'HANDED_OVER') return { code: 'SMTP_DROPPED_AFTER_DATA', retry: true };
  if (code === 'ETIMEDOUT') return { code: 'SMTP_TIMEOUT', retry: true };
  if (phase === 'CONNECTING') return { code: 'SMTP_UNREACHABLE', retry: true };
  return { code: 'SMTP_DROPPED', retry: true };
}
