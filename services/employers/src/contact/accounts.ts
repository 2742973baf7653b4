import { accountsKnownTo } from '@servicepunt/shared/accounts';
import { refuse } from '@servicepunt/shared/errors';
import type { Call } from '@servicepunt/shared/service-client';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { mayShareAccount, type AccountHolder } from './rules.ts';
import type { EmployerPersonRow, PersonStore } from './store.ts';

/** Which accounts are whose: with an account of the schools, whoever enters it could act for a company himself. */
export function createAccounts({ store, call }: { store: PersonStore; call: Call }) {
  return {
    /** Those of these accounts that somebody of the schools signs in with: staff, pupils, guardians. */
    ofSchools: (context: Context, subjects: readonly string[]): Promise<ReadonlySet<string>> =>
      accountsKnownTo(call, 'students.accountsKnown', subjects, context),
    holders: (subjects: readonly string[]): Promise<EmployerPersonRow[]> => store.findBySubjects(subjects),

    async refuseTaken(context: Context, subject: string | null, person: AccountHolder, own: string | null): Promise<void> {
      if (subject === null) return;
      const others = (await store.findBySubjects([subject])).filter(({ _id }) => _id !== own);
      if (!others.every((other) => mayShareAccount(person, other))) refuse('ACCOUNT_TAKEN', 'subject');
      if ((await accountsKnownTo(call, 'students.accountsKnown', [subject], context)).has(subject)) refuse('ACCOUNT_TAKEN', 'subject');
    },
  };
}
export type Accounts = ReturnType<typeof createAccounts>;
