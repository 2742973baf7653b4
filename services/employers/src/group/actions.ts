import { refuse } from '@servicepunt/shared/errors';
import { derivedId } from '@servicepunt/shared/ids';
import { writeAggregates } from '@servicepunt/shared/import';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { create, idOfCreate } from '@servicepunt/shared/writes';
import { factsOf } from '../input.ts';
import type { RegisterCompanyGroupInput } from '../schema.generated.ts';
import { checkGroupName, type CompanyGroupFacts } from './rules.ts';
import type { CompanyGroupRow, GroupStore } from './store.ts';

/** What may be done with company groups. */
export function createGroupActions(deps: { store: GroupStore }) {
  const { store } = deps;
  return {
    /** A new group; refuses a name that is taken and shows the group that has it. */
    async registerCompanyGroup(context: Context, input: RegisterCompanyGroupInput): Promise<{ companyGroup: CompanyGroupRow }> {
      const facts = factsOf(checkGroupName(input.name, 'name'));
      const _id = idOfCreate('grp', context, 'registerCompanyGroup', input.idempotencyKey);
      try {
        const { row } = await create(
          store.model,
          context,
          { _id, ...facts },
          () => [{ type: 'CompanyGroupRegistered', data: { companyGroupId: _id } }],
          { input: { name: facts.name } },
        );
        return { companyGroup: row };
      } catch (error) {
        if (!isDuplicateKey(error, 'nameKey')) throw error;
        const [companyGroup] = await store.findByKeys([facts.nameKey]);
        return refuse('GROUP_NAME_TAKEN', 'name', {}, { companyGroup });
      }
    },

    /** Ids of groups by the key of their name; those that are new are put on record. */
    async ensureGroups(context: Context, groups: readonly CompanyGroupFacts[]): Promise<ReadonlyMap<string, string>> {
      const wanted = new Map(groups.map((group) => [group.nameKey, group]));
      if (wanted.size === 0) return new Map();
      const idsOf = (rows: readonly CompanyGroupRow[]) => new Map(rows.map((row) => [row.nameKey, row._id]));
      const known = idsOf(await store.findByKeys([...wanted.keys()]));
      const missing = [...wanted.values()].filter((group) => !known.has(group.nameKey));
      if (missing.length === 0) return known;
      await writeAggregates(
        store.model,
        context,
        missing.map((fields) => {
          const id = derivedId('grp', fields.nameKey);
          return { existing: undefined, id, fields, events: [{ type: 'CompanyGroupRegistered', data: { companyGroupId: id } }] };
        }),
      );
      // Read again: an import at the same moment may have been first, under an id of its own.
      return idsOf(await store.findByKeys([...wanted.keys()]));
    },
  };
}
export type GroupActions = ReturnType<typeof createGroupActions>;
