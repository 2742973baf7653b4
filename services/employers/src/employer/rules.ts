import type { RowCheck } from '@servicepunt/shared/import';
import { normaliseEstablishmentNumber, normaliseKvkNumber, normalisePostcode } from '@servicepunt/shared/contracts/identifiers';
import { line, lineRule, wrong } from '../input.ts';
import { plain, searchKeys } from '../search.ts';

export const EMPLOYER_STATES = ['PENDING_REVIEW', 'ACTIVE', 'INACTIVE'] as const;
export type EmployerState = (typeof EMPLOYER_STATES)[number];

/** Sites of one company are kept in its own document: enough for every chain of the region. */
export const MAX_SITES = 500;

export interface SiteInput {
  readonly establishmentNumber?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly city: string;
  readonly labourMarketRegion?: string | null | undefined;
}
export interface SiteFacts {
  establishmentNumber: string | null;
  name: string | null;
  street: string;
  houseNumber: string;
  /** Stored form, `1234AB`. */
  postcode: string;
  city: string;
  labourMarketRegion: string | null;
}
/** A site as it stands in its company. */
export interface Site extends SiteFacts {
  _id: string;
  /** Town and region as they are compared. */
  cityKey: string;
  regionKey: string | null;
}

const KVK_RULE = { nl: 'een KVK-nummer van 8 cijfers', en: 'a KVK number of 8 digits' };
const ESTABLISHMENT_RULE = { nl: 'een vestigingsnummer van 12 cijfers', en: 'an establishment number of 12 digits' };

/** Name of a company and, where it has one, its KVK number. */
export function checkCompany(input: {
  name: string;
  kvkNumber?: string | null | undefined;
}): RowCheck<{ name: string; kvkNumber: string | null }> {
  const name = line(input.name, 200);
  if (name === null) return wrong('name', lineRule(200));
  const kvkNumber = typeof input.kvkNumber === 'string' ? normaliseKvkNumber(input.kvkNumber) : null;
  if (typeof input.kvkNumber === 'string' && kvkNumber === null) return wrong('kvkNumber', KVK_RULE);
  return { ok: true, facts: { name, kvkNumber } };
}

/** Where a site stands. A company of the Chamber of Commerce's register has a number for each site, any other has none. */
export function checkSite(input: SiteInput, registered: boolean): RowCheck<SiteFacts> {
  const typed = input.establishmentNumber ?? null;
  const establishmentNumber = typed === null ? null : normaliseEstablishmentNumber(typed);
  if (typed === null ? registered : establishmentNumber === null) return wrong('establishmentNumber', ESTABLISHMENT_RULE);
  const optional = (text: string | null | undefined, max: number) =>
    text === null || text === undefined ? null : (line(text, max) ?? undefined);
  const name = optional(input.name, 200);
  if (name === undefined) return wrong('name', lineRule(200));
  const street = line(input.street, 200);
  if (street === null) return wrong('street', lineRule(200));
  const houseNumber = line(input.houseNumber, 20);
  if (houseNumber === null || !/\d/.test(houseNumber))
    return wrong('houseNumber', {
      nl: 'een nummer, met toevoeging hoogstens 20 tekens',
      en: 'a number, with its addition at most 20 characters',
    });
  const postcode = normalisePostcode(input.postcode);
  if (postcode === null) return wrong('postcode', { nl: 'een postcode als 1234 AB', en: 'a postcode as 1234 AB' });
  const city = line(input.city, 100);
  if (city === null) return wrong('city', lineRule(100));
  const labourMarketRegion = optional(input.labourMarketRegion, 100);
  if (labourMarketRegion === undefined) return wrong('labourMarketRegion', lineRule(100));
  return { ok: true, facts: { establishmentNumber, name, street, houseNumber, postcode, city, labourMarketRegion } };
}

export function siteOf(id: string, facts: SiteFacts): Site {
  const { establishmentNumber, name, street, houseNumber, postcode, city, labourMarketRegion } = facts;
  return {
    _id: id,
    establishmentNumber,
    name,
    street,
    houseNumber,
    postcode,
    city,
    labourMarketRegion,
    cityKey: plain(city),
    regionKey: labourMarketRegion === null ? null : plain(labourMarketRegion),
  };
}

/** A company is found by the words of its own name and of those of its sites. */
export function employerSearchKeys(name: string, sites: readonly SiteFacts[]): string[] {
  return searchKeys(name, ...sites.map((site) => site.name));
}

/** A company outside the register of the Chamber of Commerce is looked at first (DOMAIN section 5). */
export function stateOfNew(kvkNumber: string | null): EmployerState {
  return kvkNumber === null ? 'PENDING_REVIEW' : 'ACTIVE';
}

export const isStaffMemberId = (text: string): boolean => /^stf_[0-9a-z]{26}$/.test(text);
