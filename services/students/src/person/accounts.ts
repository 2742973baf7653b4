import { accountsKnownTo } from '@servicepunt/shared/accounts';
import { refuse } from '@servicepunt/shared/errors';
import type { Call } from '@servicepunt/shared/service-client';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { GuardianStore } from '../guardian/store.ts';
import type { StaffStore } from '../staff/store.ts';
import type { StudentStore } from '../student/store.ts';

export const ACCOUNT_KINDS = ['STAFF', 'STUDENT', 'GUARDIAN'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/**
 * Whose account nobody of a kind may have. A teacher may well be a guardian (a colleague enters that: `own-account.ts`); a pupil with a guardian's
 * account would consent and sign for himself. A company's contact is none of them.
 */
const APART: Readonly<Record<AccountKind, readonly AccountKind[]>> = {
  STAFF: ['STUDENT'],
  STUDENT: ['STAFF', 'GUARDIAN'],
  GUARDIAN: ['STUDENT'],
};
export const TAKEN_RULE = {
  nl: 'iemand anders meldt zich hiermee aan, met een andere rol',
  en: 'somebody else signs in with it, in another role',
};

/** A whole import's pupils and guardians in one answer of the store. */
const MOST_HOLDERS = 2_000;

/** Which accounts are whose: an account that is entered for one person must not be another one's who has other rights. */
export function createAccounts(deps: { staff: StaffStore; students: StudentStore; guardians: GuardianStore; call: Call }) {
  const models = { STAFF: deps.staff.model, STUDENT: deps.students.model, GUARDIAN: deps.guardians.model };
  /** A tombstone has no account any more; who left the staff may be taken back, and keeps it. */
  async function heldBy(kind: AccountKind, subjects: readonly string[]): Promise<string[]> {
    const living = kind === 'STUDENT' ? { erasedAt: null } : {};
    const rows = await models[kind].collection
      .find({ subject: { $in: [...subjects] }, ...living } as never, { projection: { subject: 1 } })
      .batchSize(MOST_HOLDERS)
      .toArray();
    return rows.map((row) => String(row['subject']));
  }

  /**
   * Those of these accounts that can't be entered for somebody of this kind. What stands with the same kind was judged when it came, so that a file
   * which is sent every night asks nobody.
   */
  async function taken(context: Context, kind: AccountKind, subjects: readonly string[]): Promise<ReadonlySet<string>> {
    if (subjects.length === 0) return new Set();
    const standing = new Set(await heldBy(kind, subjects));
    const fresh = [...new Set(subjects)].filter((subject) => !standing.has(subject));
    if (fresh.length === 0) return new Set();
    const held = await Promise.all(APART[kind].map((other) => heldBy(other, fresh)));
    return new Set([...held.flat(), ...(await accountsKnownTo(deps.call, 'employers.accountsKnown', fresh, context))]);
  }

  return {
    taken,
    async refuseTaken(context: Context, kind: AccountKind, subject: string | null | undefined): Promise<void> {
      if (subject && (await taken(context, kind, [subject])).has(subject)) refuse('ACCOUNT_TAKEN', 'subject');
    },
    /** Asked by employers: yes or no, in the order asked. */
    async known(subjects: readonly string[]): Promise<boolean[]> {
      const held = new Set((await Promise.all(ACCOUNT_KINDS.map((kind) => heldBy(kind, subjects)))).flat());
      return subjects.map((subject) => held.has(subject));
    },
  };
}
export type Accounts = ReturnType<typeof createAccounts>;
