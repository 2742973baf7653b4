import DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { PartnerOrganisationFilter } from '../schema.generated.ts';
import { partnerPolicy } from './policy.ts';
import { nameKeyOf } from './rules.ts';
import type { PartnerContactRow, PartnerStore } from './store.ts';

/** What a request reads of partner organisations. */
export function partnerReads(store: PartnerStore, viewer: Viewer) {
  const visible = partnerPolicy.rows(viewer);
  return {
    loaders: {
      partner: byId((ids) => store.findByIds(ids, visible)),
      /** The contact person of a handover: who sees that field of the handover sees the person. */
      contactPerson: new DataLoader<string, PartnerContactRow | null>(async (ids) => {
        const people = new Map((await store.findByContacts(ids)).flatMap((row) => row.contactPersons.map((person) => [person.id, person])));
        return ids.map((id) => people.get(id) ?? null);
      }),
    },
    lists: {
      partners: ({ name, kind }: PartnerOrganisationFilter, args: PageArgs) =>
        store.list({ ...(name ? { nameKey: nameKeyOf(name) } : {}), ...(kind ? { kind } : {}) }, visible, args),
    },
  };
}
