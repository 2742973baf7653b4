import MailComposer from 'nodemailer/lib/mail-composer';
import type { RenderedMail } from './templates/render.ts';

export interface MailHead {
  /** `Servicepunt LOB <noreply@…>`. */
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly messageId: string;
  readonly date: Date;
  /** Where the person changes what he gets. */
  readonly preferencesUrl: string;
}

/** The message as it goes over the wire. */
export function buildMail(head: MailHead, mail: RenderedMail): Promise<Buffer> {
  return new MailComposer({
    from: head.from,
    to: { name: head.to.name, address: head.to.address },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: head.messageId,
    date: head.date,
    headers: {
      // No mailto: nobody reads the sender's mailbox.
      'List-Unsubscribe': `<${head.preferencesUrl}>`,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** The address of `Name <address>`. */
export function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
/** The same at each attempt, and the same as the delivery's own key: the recipient's server can tell a repeat. */
export function messageIdOf(deliveryId: string, from: string): string {
  return `<${deliveryId}@${addressOf(from).split('@')[1] ?? 'localhost'}>`;
}
