/** The catcher's two pages: plain HTML, nothing from other hosts, every value escaped. */
import type { Mail, MailSummary } from './mailbox.ts';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1.5rem; max-width: 60rem; color: #1c1c1c; background: #fff; }
  h1 { font-size: 1.4rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
  a { color: #0b57a4; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #d5d5d5; vertical-align: top; overflow-wrap: anywhere; }
  time { white-space: nowrap; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
  dt { color: #595959; } dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid #d5d5d5; padding: 1rem; }
  iframe { width: 100%; height: 36rem; border: 1px solid #d5d5d5; background: #fff; }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1b1b; } a { color: #8ec5ff; } dt { color: #b5b5b5; } th, td, pre, iframe { border-color: #555; } }
`;

export function listPage(mails: readonly MailSummary[]): string {
  const rows = mails.map(
    (mail) =>
      `<tr><td>${time(mail.at)}</td><td>${escape(mail.to.join(', '))}</td><td><a href="/mails/${escape(mail.id)}">${escape(mail.subject || '(no subject)')}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  return page(
    'Caught mails',
    `<h1>Caught mails (${mails.length})</h1>\n${mails.length === 0 ? '<p>None yet. Every mail that the local stack sends ends up here.</p>' : table}`,
  );
}

export function mailPage(mail: Mail): string {
  const facts: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Received', mail.at],
    ...mail.attachments.map((part): [string, string] => ['Attachment', `${part.filename} (${part.contentType}, ${part.size} bytes)`]),
  ];
  const list = facts.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('');
  const html =
    mail.html === null
      ? ''
      : // No scripts and no access to this page; its links open outside the frame.
        `<h2>HTML</h2><iframe title="HTML of the mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escape(`<base target="_blank">${mail.html}`)}"></iframe>`;
  return page(
    mail.subject,
    `<p><a href="/">All mails</a></p><h1>${escape(mail.subject || '(no subject)')}</h1><dl>${list}</dl><pre>${linked(mail.text)}</pre>${html}`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body>${body}</body></html>`;
}

const time = (iso: string) => `<time datetime="${escape(iso)}">${escape(iso.slice(0, 19).replace('T', ' '))} UTC</time>`;

/** Escaped text in which addresses of the web can be clicked. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escape(part)}" rel="noreferrer">${escape(part)}</a>` : escape(part)))
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
