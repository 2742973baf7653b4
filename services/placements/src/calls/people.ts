import type { CallOutput } from '@servicepunt/shared/contracts/calls';
import type { PartnerStore } from '../partner/store.ts';

/** Names and addresses of contact persons of partner organisations, at the moment of sending; unknown ids are left out. */
export function createPeople(partners: PartnerStore) {
  return async (ids: readonly string[]): Promise<CallOutput<'placements.people'>> => {
    const rows = await partners.findByContacts(ids);
    return {
      people: rows
        .flatMap((row) => row.contactPersons)
        .filter((person) => ids.includes(person.id))
        .map(({ id, givenName, familyName, email, language, active }) => ({ id, givenName, familyName, email, language, active })),
    };
  };
}
