/** The caught mails: each one file as it came, so that a restart keeps them; what lists need is also held in memory. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';

/** Beyond this the oldest go: a catcher is no archive. */
const KEPT = 10_000;

export interface MailSummary {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
}

export interface Mail extends MailSummary {
  readonly text: string;
  readonly html: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly size: number }[];
}

export interface Mailbox {
  /** Keeps a mail as it came from SMTP, with the recipients of its envelope; when this resolves it is on disk. */
  receive(raw: Buffer, recipients: readonly string[]): Promise<MailSummary>;
  /** Newest first; `to` narrows it to one recipient. */
  list(to?: string): readonly MailSummary[];
  read(id: string): Promise<Mail | undefined>;
  clear(): void;
}

export async function openMailbox(folder: string, now: () => Date = () => new Date()): Promise<Mailbox> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mails = new Map<string, MailSummary>();
  for (const name of readdirSync(folder).toSorted()) {
    if (name.endsWith('.json'))
      mails.set(name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8')) as MailSummary);
  }
  const file = (id: string, kind: 'eml' | 'json') => join(folder, `${id}.${kind}`);
  let sequence = Number([...mails.keys()].at(-1) ?? 0);

  function keep(path: string, bytes: Buffer | string): void {
    writeFileSync(`${path}.new`, bytes, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  function remove(id: string): void {
    mails.delete(id);
    for (const kind of ['json', 'eml'] as const) rmSync(file(id, kind), { force: true });
  }

  return {
    async receive(raw, recipients) {
      const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
      sequence += 1;
      const id = String(sequence).padStart(9, '0');
      const summary: MailSummary = {
        id,
        at: now().toISOString(),
        from: parsed.from?.text ?? '',
        to: recipients,
        subject: parsed.subject ?? '',
      };
      keep(file(id, 'eml'), raw);
      // Written last: a mail without it was never acknowledged.
      keep(file(id, 'json'), JSON.stringify(summary));
      mails.set(id, summary);
      if (mails.size > KEPT) remove([...mails.keys()][0] ?? id);
      return summary;
    },
    list(to) {
      const wanted = to?.toLowerCase();
      return [...mails.values()]
        .filter((mail) => wanted === undefined || mail.to.some((address) => address.toLowerCase() === wanted))
        .toReversed();
    },
    async read(id) {
      const summary = mails.get(id);
      if (!summary) return undefined;
      return { ...summary, ...content(await simpleParser(readFileSync(file(id, 'eml')), { skipTextToHtml: true, skipImageLinks: true })) };
    },
    clear() {
      for (const id of [...mails.keys()]) remove(id);
    },
  };
}

function content(parsed: ParsedMail): Omit<Mail, keyof MailSummary> {
  return {
    text: parsed.text ?? '',
    html: parsed.html === false || parsed.html === undefined ? null : parsed.html,
    headers: Object.fromEntries(parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])),
    attachments: parsed.attachments.map((part) => ({ filename: part.filename ?? '', contentType: part.contentType, size: part.size })),
  };
}
