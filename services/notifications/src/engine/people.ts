import { createHash } from 'node:crypto';
import DataLoader from 'dataloader';
import type { CallOutput } from '@servicepunt/shared/contracts/calls';
import type { Call } from '@servicepunt/shared/service-client';
import { preferencesOrDefault, type InboxStore } from '../inbox/store.ts';
import type { Preferences } from '../delivery/rules.ts';

/** A person at this moment, as his owner tells; never kept. */
export type Person = CallOutput<'students.people'>['people'][number];

export interface KnownPerson {
  readonly person: Person;
  readonly preferences: Preferences;
  /** Whether mail may reach him: there is an address and it wasn't refused for good. */
  readonly mailable: boolean;
}

export interface People {
  /** Null for an id that nobody knows. Many at once cost one call per owner. */
  know(personId: string): Promise<KnownPerson | null>;
  /** A pupil's name, for a mail. */
  person(personId: string): Promise<Person | null>;
}

const OWNERS = {
  stf: 'students.people',
  stu: 'students.people',
  grd: 'students.people',
  con: 'employers.people',
  wsp: 'employers.people',
  pct: 'placements.people',
} as const;
/** The call table's limit. */
const MOST_PEOPLE = 200;

/** People by their owner, with what they chose and whether their address still takes mail. Nothing is remembered between two questions. */
export function createPeople(deps: { call: Call; inbox: InboxStore }): People {
  const options = { cache: false, maxBatchSize: MOST_PEOPLE };
  const byOwner = new Map(
    [...new Set(Object.values(OWNERS))].map((name) => [
      name,
      new DataLoader(async (ids: readonly string[]) => {
        const { people } = await deps.call(name, { ids: [...new Set(ids)] });
        const byId = new Map(people.map((entry) => [entry.id, entry]));
        return ids.map((id) => byId.get(id) ?? null);
      }, options),
    ]),
  );
  const choices = new DataLoader(async (ids: readonly string[]) => {
    const byId = new Map((await deps.inbox.preferencesOf(ids)).map((row) => [row._id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }, options);

  async function person(personId: string): Promise<Person | null> {
    const owner = OWNERS[personId.split('_')[0] as keyof typeof OWNERS] as (typeof OWNERS)[keyof typeof OWNERS] | undefined;
    return owner ? ((await byOwner.get(owner)?.load(personId)) ?? null) : null;
  }
  return {
    person,
    async know(personId) {
      const found = await person(personId);
      if (!found) return null;
      const chosen = await choices.load(personId);
      const mailable = found.email !== null && !(chosen?.refused ?? []).includes(addressFingerprint(found.email));
      return { person: found, preferences: preferencesOrDefault(chosen), mailable };
    },
  };
}

/** How an address is known here without being stored. */
export function addressFingerprint(address: string): string {
  return createHash('sha256').update(`servicepunt address ${address.trim().toLowerCase()}`).digest('base64url');
}
