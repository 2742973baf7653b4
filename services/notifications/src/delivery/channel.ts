import type { Language } from '@servicepunt/shared/contracts/roles';
import { tracing, type Tracing } from '@servicepunt/shared/telemetry/tracing';
import { buildMail } from './mail.ts';
import type { SmtpPool, SmtpResult } from './smtp.ts';
import { addressOf } from './mail.ts';
import { renderMail, type MessageItem } from './templates/render.ts';

/** A message that is ready to go to one person. */
export interface OutgoingMessage {
  readonly deliveryId: string;
  readonly messageId: string;
  readonly items: readonly MessageItem[];
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly givenName: string;
    readonly address: string;
    readonly language: Language;
  };
  readonly today: string;
  readonly at: Date;
}

/** A way to send; the next one (webhooks of HR systems) implements the same. */
export interface SendingChannel {
  /** `mayFinish` is asked at the last moment at which the message can still be held back. Never throws for what the other side does. */
  send(message: OutgoingMessage, mayFinish: () => Promise<boolean>): Promise<SmtpResult>;
}

export function createMailChannel(options: {
  pool: SmtpPool;
  mailFrom: string;
  frontendUrl: string;
  /** Where a mail that can't be delivered goes back to; the sender's own address where nobody listens for that. */
  returnPath?: ((deliveryId: string) => string) | undefined;
}): SendingChannel {
  const from = addressOf(options.mailFrom);
  const preferencesUrl = `${options.frontendUrl}/preferences`;
  return {
    async send(message, mayFinish) {
      const { person } = message;
      const rendered = renderMail(
        message.items,
        { language: person.language, personId: person.id, name: person.givenName, today: message.today },
        preferencesUrl,
      );
      const content = await buildMail(
        {
          from: options.mailFrom,
          to: { name: person.name, address: person.address },
          messageId: message.messageId,
          date: message.at,
          preferencesUrl,
        },
        rendered,
      );
      const envelope = { from: options.returnPath?.(message.deliveryId) ?? from, to: person.address };
      return tracing
        ? traced(tracing, () => options.pool.send(envelope, content, mayFinish))
        : options.pool.send(envelope, content, mayFinish);
    },
  };
}

/** The sending as a span that says how it ended, and nothing of who gets what. */
function traced(on: Tracing, send: () => Promise<SmtpResult>): Promise<SmtpResult> {
  return on.step('send mail', 'client', {}, async () => {
    const result = await send();
    on.annotate({ 'servicepunt.outcome': result.ok ? 'sent' : result.failure.code });
    return result;
  });
}

/** What is kept of a mail: its words, with every capability link cut out. */
export function storedBody(message: OutgoingMessage, frontendUrl: string): { subject: string; text: string } {
  const items = message.items.map((item) => (item.isLink ? { ...item, url: `${frontendUrl}/link` } : item));
  const { person } = message;
  const reader = { language: person.language, personId: person.id, name: person.givenName, today: message.today };
  const { subject, text } = renderMail(items, reader, `${frontendUrl}/preferences`);
  return { subject, text };
}
