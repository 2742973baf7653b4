import { openMailbox } from './mailbox.ts';
import { startSmtp } from './smtp.ts';
import { startWeb } from './web.ts';

const { FOLDER, PORT } = process.env;
if (FOLDER === undefined) throw new Error('FOLDER must name the folder that keeps the mails');
const mailbox = await openMailbox(FOLDER);
const smtp = await startSmtp(mailbox, 0);
const web = await startWeb(mailbox, Number(PORT ?? 0));
console.log(JSON.stringify({ event: 'listening', url: web.url, smtpUrl: smtp.url }));
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => void Promise.allSettled([smtp.stop(), web.stop()]).finally(() => process.exit(0)));
