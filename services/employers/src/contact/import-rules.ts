import type { RowCheck } from '@servicepunt/shared/import';
import { normaliseEstablishmentNumber, normaliseKvkNumber } from '@servicepunt/shared/contracts/identifiers';
import { IMPORT_NUMBER_RULE, isImportNumber, wrong } from '../input.ts';
import { plain } from '../search.ts';
import { checkPerson, mayShareAccount, type AccountHolder, type PersonFacts, type PersonInput, type PersonKind } from './rules.ts';

export interface PersonImportInput extends PersonInput {
  readonly kvkNumber?: string | null | undefined;
  readonly groupName?: string | null | undefined;
  readonly establishmentNumber?: string | null | undefined;
  readonly personNumber: string;
  readonly kind: PersonKind;
}
export interface PersonImportFacts extends PersonFacts, PersonPlace {
  personNumber: string;
}
/** What a person belongs to: one company, at a site for a workplace supervisor, or a whole group. */
export interface PersonPlace {
  kind: PersonKind;
  employerId: string | null;
  groupId: string | null;
  siteId: string | null;
}
/** What the store knows of the companies, groups and people that the rows name. */
export interface KnownForImport {
  readonly employers: ReadonlyMap<
    string,
    { readonly _id: string; readonly sites: readonly { _id: string; establishmentNumber: string | null }[] }
  >;
  /** Ids by the key of the name. */
  readonly groups: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, PersonPlace & Pick<PersonFacts, 'subject'>>;
  /** Accounts with which somebody of the schools signs in. */
  readonly ofSchools: ReadonlySet<string>;
  /** Contacts by their account. */
  readonly holders: ReadonlyMap<string, readonly (AccountHolder & { readonly personNumber?: string })[]>;
}

const unknown = (column: string, rule: { nl: string; en: string }) => ({ ok: false, column, code: 'NOT_FOUND', rule }) as const;

/** One row: a person with a place that is on record. A person known by this number keeps his company and his kind. */
export function checkPersonRow(row: PersonImportInput, known: KnownForImport): RowCheck<PersonImportFacts> {
  const personNumber = row.personNumber.trim();
  if (!isImportNumber(personNumber)) return wrong('personNumber', IMPORT_NUMBER_RULE);
  const place = placeOf(row, known);
  if (!place.ok) return place;
  const earlier = known.people.get(personNumber);
  if (earlier && earlier.kind !== place.facts.kind)
    return wrong('kind', {
      nl: 'dit nummer hoort bij een persoon van een andere soort',
      en: 'this number belongs to a person of another kind',
    });
  if (earlier && (earlier.employerId !== place.facts.employerId || earlier.groupId !== place.facts.groupId))
    return wrong('personNumber', {
      nl: 'dit nummer hoort bij een persoon van een ander bedrijf',
      en: 'this number belongs to a person of another company',
    });
  // A workplace supervisor acts by the links in his mails: an account of his is no business of ours.
  const person = checkPerson(row.kind === 'CONTACT' ? row : { ...row, subject: null });
  if (!person.ok) return person;
  const facts = { ...person.facts, ...place.facts, personNumber };
  return facts.subject === earlier?.subject || mayHaveAccount(facts, known) ? { ok: true, facts } : wrong('subject', ACCOUNT_RULE);
}

/** Whether nobody else signs in with the account that a row gives. */
function mayHaveAccount(facts: PersonImportFacts, { ofSchools, holders }: KnownForImport): boolean {
  if (facts.subject === null) return true;
  if (ofSchools.has(facts.subject)) return false;
  const others = (holders.get(facts.subject) ?? []).filter((holder) => holder.personNumber !== facts.personNumber);
  return others.every((holder) => mayShareAccount(facts, holder));
}
const ACCOUNT_RULE = { nl: 'iemand anders meldt zich met dit account aan', en: 'somebody else signs in with this account' };

function placeOf(row: PersonImportInput, known: KnownForImport): RowCheck<PersonPlace> {
  const { kind } = row;
  const kvk = row.kvkNumber ?? null;
  const groupName = row.groupName ?? null;
  if ((kvk === null) === (groupName === null))
    return wrong('kvkNumber', { nl: 'ofwel het KVK-nummer ofwel het concern', en: 'either the KVK number or the group' });
  if (groupName !== null) {
    if (kind !== 'CONTACT')
      return wrong('groupName', { nl: 'een praktijkopleider hoort bij één vestiging', en: 'a workplace supervisor belongs to one site' });
    const groupId = known.groups.get(plain(groupName));
    return groupId === undefined ? unknown('groupName', NO_GROUP) : { ok: true, facts: { kind, employerId: null, groupId, siteId: null } };
  }
  const employer = known.employers.get(normaliseKvkNumber(kvk ?? '') ?? '');
  if (!employer) return unknown('kvkNumber', NO_EMPLOYER);
  if (kind === 'CONTACT') return { ok: true, facts: { kind, employerId: employer._id, groupId: null, siteId: null } };
  const number = normaliseEstablishmentNumber(row.establishmentNumber ?? '');
  const site = employer.sites.find((candidate) => number !== null && candidate.establishmentNumber === number);
  if (!site) return unknown('establishmentNumber', NO_SITE);
  return { ok: true, facts: { kind, employerId: employer._id, groupId: null, siteId: site._id } };
}
const NO_GROUP = { nl: 'er is geen concern met deze naam', en: 'there is no company group of this name' };
const NO_EMPLOYER = { nl: 'er is geen werkgever met dit KVK-nummer', en: 'there is no employer with this KVK number' };
const NO_SITE = { nl: 'de werkgever heeft geen vestiging met dit nummer', en: 'the employer has no site with this number' };
