/** `stack.json` in the data folder: how scripts find a running stack. It exists only while the stack is ready. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StackFile {
  /** The gateway's GraphQL endpoint. */
  readonly endpoint: string;
  /** Web page and JSON API of the mail catcher; null when SMTP_URL names another mail server. */
  readonly mailCatcher: string | null;
  readonly mailSmtp: string;
  readonly issuer: string;
  readonly redisUrl: string;
  readonly documents: { readonly kind: 'embedded' | 'mongod' | 'external'; readonly url: string };
  readonly processes: Readonly<
    Record<string, { readonly pid: number; readonly url?: string; readonly opsUrl?: string; readonly log: string }>
  >;
  /** One per role, where the stack's own issuer signs. */
  readonly tokens: Readonly<Record<string, string>>;
}

export const stackFilePath = (folder: string) => join(folder, 'stack.json');

export function writeStackFile(folder: string, stack: StackFile): void {
  // Readers never see half a file; tokens are nobody else's business.
  const draft = `${stackFilePath(folder)}.new`;
  writeFileSync(draft, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, stackFilePath(folder));
}

export function readStackFile(folder: string): StackFile | undefined {
  try {
    return JSON.parse(readFileSync(stackFilePath(folder), 'utf8')) as StackFile;
  } catch {
    return undefined;
  }
}

export function removeStackFile(folder: string): void {
  rmSync(stackFilePath(folder), { force: true });
}
