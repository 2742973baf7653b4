import type { Language } from '@servicepunt/shared/contracts/roles';
import { en } from './en.ts';
import { dayOfFacts, isPast, type Audience, type MessageFacts, type TextInput, type Texts } from './message.ts';
import { nl } from './nl.ts';
import type { RecipientRole, ReminderKind, SubjectType } from '../../rule/rules.ts';

const TEXTS: Readonly<Record<Language, Texts>> = { nl, en };

export interface MessageItem {
  readonly subjectType: SubjectType;
  readonly kind: ReminderKind;
  readonly role: RecipientRole;
  readonly facts: MessageFacts;
  readonly pupil: string | null;
  /** Where the button leads; null where there is nothing to open yet. */
  readonly url: string | null;
  /** Whether that address is a capability of its own. */
  readonly isLink: boolean;
}
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The words of one reminder for one reader; without a pupil's name where `pupil` is null (the inbox). */
export function textOf(item: Omit<MessageItem, 'url' | 'isLink'>, reader: { language: Language; personId: string; today: string }) {
  const input: TextInput = {
    ...item,
    kind: item.kind === 'MANUAL' ? (isPast(dayOfFacts(item.subjectType, item.facts), reader.today) ? 'CHASE' : 'WARN') : item.kind,
    audience: audienceOf(item.role, reader.personId),
  };
  return TEXTS[reader.language].text(input);
}

const STAFF_ROLES: readonly RecipientRole[] = ['SCHOOL', 'COORDINATOR', 'SERVICE_POINT'];
/** Staff who stand in for somebody outside are spoken to as staff. */
function audienceOf(role: RecipientRole, personId: string): Audience {
  return personId.startsWith('stf_') && !STAFF_ROLES.includes(role) ? 'STAND_IN' : role;
}

/** A mail in both forms: one reminder, or several of one person (a digest). */
export function renderMail(
  items: readonly MessageItem[],
  reader: { language: Language; personId: string; name: string | null; today: string },
  preferencesUrl: string,
): RenderedMail {
  const words = TEXTS[reader.language];
  const parts = items.map((item) => ({ item, text: textOf(item, reader) }));
  const [first] = parts;
  const isDigest = parts.length > 1;
  const subject = isDigest || !first ? words.digestSubject(parts.length) : first.text.subject;
  const note = items.some((item) => item.isLink) ? [words.linkNote] : [];
  const intro = isDigest ? [words.digestIntro(parts.length)] : [];

  const plain = [
    words.greeting(reader.name),
    ...intro,
    ...parts.map(({ item, text }) =>
      [...(isDigest ? [text.subject] : []), ...text.paragraphs, ...(item.url === null ? [] : [`${text.action}: ${item.url}`])].join('\n'),
    ),
    ...note,
    words.closing,
    `--\n${words.footer}\n${words.preferences}: ${preferencesUrl}`,
  ].join('\n\n');

  const paragraph = (content: string) => `<p style="margin:0 0 16px">${content}</p>`;
  const button = (label: string, url: string) =>
    `<p style="margin:0 0 24px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:10px 18px;background:#0b4f6c;color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(label)}</a></p>`;
  const body = [
    paragraph(escapeHtml(words.greeting(reader.name))),
    ...intro.map((line) => paragraph(escapeHtml(line))),
    ...parts.map(({ item, text }) =>
      [
        ...(isDigest ? [`<h2 style="font-size:17px;margin:0 0 8px">${escapeHtml(text.subject)}</h2>`] : []),
        ...text.paragraphs.map((line) => paragraph(escapeHtml(line))),
        ...(item.url === null ? [] : [button(text.action, item.url)]),
      ].join('\n'),
    ),
    ...note.map((line) => paragraph(escapeHtml(line))),
    paragraph(escapeHtml(words.closing)),
    `<p style="margin:24px 0 0;font-size:13px;color:#555555">${escapeHtml(words.footer)}<br><a href="${escapeHtml(preferencesUrl)}">${escapeHtml(words.preferences)}</a></p>`,
  ].join('\n');
  const html = `<!doctype html>
<html lang="${reader.language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a">
<div style="max-width:600px">
${body}
</div>
</body></html>
`;
  return { subject, text: `${plain}\n`, html };
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
