import { dayOf } from '@servicepunt/shared/clock';
import type { BudgetStore } from '../budget/store.ts';
import type { ApiKeyStore } from '../api-key/store.ts';
import type { EmployerPersonRow, PersonStore } from '../contact/store.ts';
import type { EmployerStore } from '../employer/store.ts';
import type { OfferStore } from '../offer/store.ts';
import { latestOf } from './rules.ts';
import type { ActivityStore } from './store.ts';

export interface ActivityDeps {
  readonly people: Pick<PersonStore, 'model'>;
  readonly employers: Pick<EmployerStore, 'model'>;
  readonly offers: Pick<OfferStore, 'model'>;
  readonly budgets: Pick<BudgetStore, 'model'>;
  readonly apiKeys: Pick<ApiKeyStore, 'model'>;
  readonly activity: Pick<ActivityStore, 'model'>;
}
type Contact = Pick<EmployerPersonRow, '_id' | 'employerId' | 'groupId' | 'active' | 'createdAt' | 'updatedAt' | 'lastActiveOn'>;

/**
 * The day on which contacts, or the companies that they speak for, last had to do with the schools: a sign-in or a change of the record, a placement
 * or an offer until its end, an approach, the use of an API key. Who no longer acts for his company goes by his own record alone.
 */
export function createLastActivity(deps: ActivityDeps) {
  const of = async (
    model: { collection: { find: (filter: never, options: never) => { toArray(): Promise<unknown[]> } } },
    filter: object,
    fields: object,
  ) => (await model.collection.find(filter as never, { projection: fields } as never).toArray()) as Record<string, unknown>[];

  return async function lastActivity(contacts: readonly Contact[]): Promise<Map<string, string>> {
    const acting = contacts.filter(({ active }) => active);
    const groupIds = [...new Set(acting.flatMap(({ groupId }) => groupId ?? []))];
    const members = groupIds.length > 0 ? await of(deps.employers.model as never, { groupId: { $in: groupIds } }, { groupId: 1 }) : [];
    const byGroup = Map.groupBy(members, ({ groupId }) => String(groupId));
    const companiesOf = ({ employerId, groupId }: Contact): string[] =>
      employerId === null ? (byGroup.get(groupId ?? '') ?? []).map(({ _id }) => String(_id)) : [employerId];
    const ids = [...new Set(acting.flatMap(companiesOf))];
    const days = new Map<string, string>();
    const note = (employerId: unknown, ...more: (string | null | undefined)[]) =>
      void days.set(String(employerId), latestOf(days.get(String(employerId)), ...more));
    if (ids.length > 0) {
      const theirs = { employerId: { $in: ids } };
      const [placed, offers, budgets, keys] = await Promise.all([
        of(deps.activity.model as never, { _id: { $in: ids } }, { lastOn: 1 }),
        of(deps.offers.model as never, theirs, { employerId: 1, endsOn: 1, updatedAt: 1, state: 1 }),
        of(deps.budgets.model as never, theirs, { employerId: 1, approaches: 1 }),
        of(deps.apiKeys.model as never, theirs, { employerId: 1, lastUsedAt: 1, createdAt: 1 }),
      ]);
      for (const { _id, lastOn } of placed) note(_id, lastOn as string);
      // An offer that was closed ends with that, whatever day it names.
      for (const row of offers)
        note(row['employerId'], dayOf(row['updatedAt'] as Date), row['state'] === 'OPEN' ? (row['endsOn'] as string) : null);
      for (const row of budgets) note(row['employerId'], ...((row['approaches'] ?? []) as { day: string }[]).map(({ day }) => day));
      for (const row of keys)
        note(row['employerId'], ...[row['lastUsedAt'], row['createdAt']].map((at) => (at instanceof Date ? dayOf(at) : null)));
    }
    return new Map(
      contacts.map((contact) => [
        contact._id,
        latestOf(
          ...[dayOf(contact.createdAt), dayOf(contact.updatedAt), contact.lastActiveOn],
          ...(contact.active ? companiesOf(contact).map((id) => days.get(id)) : []),
        ),
      ]),
    );
  };
}
export type LastActivity = ReturnType<typeof createLastActivity>;
