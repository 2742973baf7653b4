import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { openMailbox, type Mail, type MailSummary } from './mailbox.ts';
import { startSmtp } from './smtp.ts';
import { startWeb } from './web.ts';

let folder: string;
let catcher: { web: string; smtp: string; stop: () => Promise<void> };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mails-'));
  catcher = await start();
});
afterEach(async () => {
  await catcher.stop();
  rmSync(folder, { recursive: true });
});

async function start() {
  const mailbox = await openMailbox(folder);
  const smtp = await startSmtp(mailbox, 0);
  const web = await startWeb(mailbox, 0);
  return { web: web.url, smtp: smtp.url, stop: async () => void (await Promise.all([smtp.stop(), web.stop()])) };
}

async function send(mail: SendMailOptions): Promise<void> {
  const transport = createTransport(catcher.smtp);
  await transport.sendMail({
    from: 'Servicepunt <noreply@servicepunt.example>',
    to: 'jan@vdl.example',
    subject: 'Herinnering',
    text: 'Dag',
    ...mail,
  });
  transport.close();
}
const get = async <Body>(path: string) => (await (await fetch(catcher.web + path)).json()) as Body;
const page = async (path: string) => (await fetch(catcher.web + path)).text();

describe('the mail catcher', () => {
  it('shows scripts what was sent over SMTP, newest first', async () => {
    await send({ subject: 'Eén' });
    await send({
      subject: 'Twee',
      to: ['a@x.example', 'b@x.example'],
      html: '<p>Hoi</p>',
      attachments: [{ filename: 'plan.ics', content: 'BEGIN:VCALENDAR' }],
    });
    const list = await get<MailSummary[]>('/messages');
    expect(list.map((mail) => mail.subject)).toEqual(['Twee', 'Eén']);
    const mail = await get<Mail>(`/messages/${list[0]?.id}`);
    expect(mail).toMatchObject({
      to: ['a@x.example', 'b@x.example'],
      from: expect.stringContaining('noreply@servicepunt.example'),
      text: 'Dag',
      html: '<p>Hoi</p>',
    });
    expect(mail.attachments).toEqual([expect.objectContaining({ filename: 'plan.ics' })]);
    expect(mail.headers['subject']).toBe('Twee');
  });

  it('finds the mails of one recipient', async () => {
    await send({ to: 'one@x.example' });
    await send({ to: 'two@x.example' });
    expect((await get<MailSummary[]>('/messages?to=One@X.example')).map((mail) => mail.to)).toEqual([['one@x.example']]);
  });

  it('keeps the mails over a restart, and goes on counting', async () => {
    await send({ subject: 'voor' });
    await catcher.stop();
    catcher = await start();
    await send({ subject: 'na' });
    expect((await get<MailSummary[]>('/messages')).map((mail) => mail.subject)).toEqual(['na', 'voor']);
  });

  it('forgets all mails on request, for good', async () => {
    await send({});
    expect((await fetch(`${catcher.web}/messages`, { method: 'DELETE' })).status).toBe(204);
    await catcher.stop();
    catcher = await start();
    expect(await get('/messages')).toEqual([]);
  });

  it('answers 404 for a mail that is not there', async () => {
    expect((await fetch(`${catcher.web}/messages/000000099`)).status).toBe(404);
    expect((await fetch(`${catcher.web}/messages/..%2F..%2Fetc%2Fpasswd`)).status).toBe(404);
  });

  it('catches several mails at once without mixing them up', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => send({ subject: `nr ${index}`, text: `body ${index}` })));
    const list = await get<MailSummary[]>('/messages');
    expect(new Set(list.map((mail) => mail.id)).size).toBe(20);
    for (const { id, subject } of list) expect((await get<Mail>(`/messages/${id}`)).text.trim()).toBe(subject.replace('nr', 'body'));
  });
});

describe('its pages', () => {
  it('show people what came in, and make links in the text clickable', async () => {
    await send({ subject: 'Uw evaluatie', text: 'Open https://app.example/link#abc&x=1 voor vrijdag' });
    const list = await page('/');
    expect(list).toContain('Uw evaluatie');
    const href = /href="(\/mails\/\d+)"/.exec(list)?.[1] ?? '';
    expect(await page(href)).toContain('<a href="https://app.example/link#abc&amp;x=1"');
  });

  it('escape everything that a mail brings', async () => {
    const nasty = '<script>alert("x")</script>';
    await send({ subject: nasty, text: nasty, to: '"<img src=x>" <a@x.example>', html: `<p title="'">${nasty}</p>` });
    const [mail] = await get<MailSummary[]>('/messages');
    for (const text of [await page('/'), await page(`/mails/${mail?.id}`)]) {
      expect(text).not.toContain('<script');
      expect(text).not.toContain('<img');
      expect(text).toContain('&lt;script&gt;');
    }
  });

  it('show HTML in a frame that runs no script and loads nothing from elsewhere', async () => {
    await send({ html: '<img src="https://tracker.example/p.gif">' });
    const [mail] = await get<MailSummary[]>('/messages');
    const response = await fetch(`${catcher.web}/mails/${mail?.id}`);
    expect(await response.text()).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('are not for a site that calls this machine by another name', async () => {
    const status = await new Promise((resolve) => {
      httpRequest(`${catcher.web}/messages`, { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });
});
