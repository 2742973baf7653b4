import type { Call } from './service-client.ts';
import type { Context } from './subgraph/context.ts';

/** Accounts in one question, as the table of calls allows. */
const PIECE = 500;

/** Those of these accounts that the other side knows. Throws `ServiceUnavailable` where it can't be asked: an account is never entered on a guess. */
export async function accountsKnownTo(
  call: Call,
  question: 'students.accountsKnown' | 'employers.accountsKnown',
  subjects: readonly string[],
  { viewer, requestId, deadline }: Pick<Context, 'viewer' | 'requestId' | 'deadline'>,
): Promise<Set<string>> {
  const asked = [...new Set(subjects)];
  const found = new Set<string>();
  for (let from = 0; from < asked.length; from += PIECE) {
    const piece = asked.slice(from, from + PIECE);
    const { known } = await call(question, { subjects: piece }, { onBehalfOf: viewer, requestId, deadline });
    for (const [index, subject] of piece.entries()) if (known[index] !== false) found.add(subject);
  }
  return found;
}
