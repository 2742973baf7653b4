import { simpleParser, type ParsedMail } from 'mailparser';

/**
 * What a mail to a return path says: the address takes no mail, this mail won't arrive while the address may be fine, or nothing that
 * concerns us (still being tried, arrived, an automatic answer).
 */
export type Verdict = 'ADDRESS' | 'MESSAGE' | 'NOTHING';

const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status'];
/** Of one recipient's report only these two fields are read; the rest holds addresses and what servers say. */
const FIELDS = { action: /^action:\s*([a-z]+)/im, status: /^status:\s*([245])\.(\d{1,3})\.(\d{1,3})\b/im };

/** Reads a delivery report (RFC 3464). Never throws: what can't be read says nothing. */
export async function readReport(content: Buffer): Promise<Verdict> {
  let mail: ParsedMail;
  try {
    mail = await simpleParser(content, {
      keepDeliveryStatus: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
    });
  } catch {
    return 'NOTHING';
  }
  const type = mail.headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  // An automatic answer quotes whatever it likes; only a report is believed.
  if (type?.value?.toLowerCase() !== 'multipart/report' || type.params?.['report-type']?.toLowerCase() !== 'delivery-status')
    return 'NOTHING';
  const status = mail.attachments.find((part) => STATUS_TYPES.includes(part.contentType.toLowerCase()));
  if (!status) return 'NOTHING';
  // The first block is about the mail, each further one about a recipient; a mail of ours has one.
  const [, ...recipients] = status.content
    .toString('latin1')
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/);
  const verdicts = recipients.map(verdictOf);
  return verdicts.find((verdict) => verdict === 'ADDRESS') ?? verdicts.find((verdict) => verdict === 'MESSAGE') ?? 'NOTHING';
}

function verdictOf(block: string): Verdict {
  if (FIELDS.action.exec(block)?.[1]?.toLowerCase() !== 'failed') return 'NOTHING';
  const [, kind, subject, detail] = FIELDS.status.exec(block) ?? [];
  // Given up after days of trying (4.x.x): it won't arrive, and that says nothing of the address.
  if (kind !== '5') return kind === '4' ? 'MESSAGE' : 'NOTHING';
  return isAboutMessage(Number(subject), Number(detail)) ? 'MESSAGE' : 'ADDRESS';
}

/**
 * Permanent, and still no word against the address (RFC 3463): its mailbox is full, the mail is too large or not understood, or a policy
 * refuses it. A relay that stands on a blocklist would otherwise close every address at once.
 */
function isAboutMessage(subject: number, detail: number): boolean {
  return subject === 6 || subject === 7 || (subject === 2 && (detail === 2 || detail === 3)) || (subject === 3 && detail === 4);
}
