import type { COLUMNS } from '@servicepunt/import/headers';
import { addressOf, createNames, createPhones, fullFamily } from '../people.ts';
import { randomFor, type Random } from '../random.ts';
import { dutch, type Cells } from '../write-csv.ts';
import { OTHER_COMPANIES, SECTOR_TEXTS, VDL_COMPANIES, type CompanySeed, type Sector } from './companies-table.ts';
import { STREETS, type Town } from './places.ts';

export const VDL_GROUP = 'VDL Groep';
export const VDL_SUPERVISORS = 78;

export interface Site {
  readonly company: Company;
  readonly establishmentNumber: string;
  readonly city: string;
  readonly supervisors: string[];
}
export interface Company {
  readonly name: string;
  readonly kvkNumber: string;
  readonly vdl: boolean;
  readonly sector: Sector;
  readonly sites: Site[];
}
export type OfferKind = 'TASTER' | 'ORIENTATION' | 'VOCATIONAL' | 'GUIDED_ON_SITE' | 'OUTFLOW';
export interface Offer {
  readonly number: string;
  readonly site: Site;
  readonly kind: OfferKind;
  readonly rhythm: 'BLOCK' | 'RIBBON';
  readonly places: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Numbers that the Chamber of Commerce doesn't give: they begin with 00, sites with 9. */
export function createCompanies() {
  const random = randomFor('companies');
  const rows: Cells<(typeof COLUMNS)['employers']>[] = [];
  const companies: Company[] = [];
  const add = (seed: CompanySeed, number: number, vdl: boolean) => {
    const company: Company = { name: seed.name, kvkNumber: String(number).padStart(8, '0'), vdl, sector: seed.sector, sites: [] };
    for (const [index, town] of [seed.town, ...(seed.second ? [seed.second] : [])].entries()) {
      const establishmentNumber = `9${String(number * 10 + index).padStart(11, '0')}`;
      company.sites.push({ company, establishmentNumber, city: town.city, supervisors: [] });
      rows.push({
        kvkNumber: company.kvkNumber,
        name: company.name,
        groupName: vdl ? VDL_GROUP : null,
        establishmentNumber,
        siteName: seed.second ? `${seed.name} ${town.city}` : null,
        street: random.pick(STREETS),
        houseNumber: `${random.int(1, 240)}${random.oneIn(6) ? random.pick(['a', 'b', '-1']) : ''}`,
        postcode: postcode(town, random),
        city: town.city,
        labourMarketRegion: town.labourMarketRegion,
      });
    }
    companies.push(company);
  };
  for (const [index, seed] of VDL_COMPANIES.entries()) add(seed, 101 + index, true);
  for (const [index, seed] of OTHER_COMPANIES.entries()) add(seed, 201 + index, false);
  return { companies, rows };
}

function postcode(town: Town, random: Random): string {
  return `${town.postcode + random.int(11, 29)} ${random.pick(['AA', 'BD', 'CE', 'DK', 'GT', 'HM', 'KL', 'NP', 'RX', 'VW'])}`;
}

/** People of the companies. One contact sees all of the VDL group; elsewhere each company has its own. Supervisors don't sign in: they get links. */
export function createContacts(companies: readonly Company[]) {
  const names = createNames(randomFor('contacts'));
  const phone = createPhones(8);
  const rows: Cells<(typeof COLUMNS)['contacts']>[] = [];
  const person = (personNumber: string, domain: string) => {
    const name = names.person();
    return {
      personNumber,
      givenName: name.given,
      familyName: fullFamily(name),
      email: addressOf(name, domain),
      phone: phone(),
      language: 'nl',
    };
  };
  rows.push({ ...person('30000', 'vdl.example'), kind: 'Contactpersoon', groupName: VDL_GROUP, subject: 'stage@vdl.example' });
  let supervisor = 40_001;
  const addSupervisor = (site: Site, domain: string) => {
    const personNumber = String(supervisor);
    supervisor += 1;
    site.supervisors.push(personNumber);
    rows.push({
      ...person(personNumber, domain),
      kind: 'Praktijkopleider',
      kvkNumber: site.company.kvkNumber,
      establishmentNumber: site.establishmentNumber,
    });
  };
  const vdl = companies.filter((company) => company.vdl);
  const each = Math.floor(VDL_SUPERVISORS / vdl.length);
  const extra = VDL_SUPERVISORS % vdl.length;
  for (const [index, company] of vdl.entries()) {
    for (let count = 0; count < each + (index < extra ? 1 : 0); count += 1)
      for (const site of company.sites) addSupervisor(site, 'vdl.example');
  }
  for (const [index, company] of companies.filter((candidate) => !candidate.vdl).entries()) {
    const domain = `werkgever${index + 1}.example`;
    rows.push({
      ...person(String(30_001 + index), domain),
      kind: 'Contactpersoon',
      kvkNumber: company.kvkNumber,
      subject: `stage@${domain}`,
    });
    for (const site of company.sites) addSupervisor(site, domain);
  }
  return rows;
}

const PERIODS = [
  ['2026-08-24', '2027-07-09'],
  ['2026-12-01', '2027-07-09'],
  ['2027-01-04', '2027-07-09'],
] as const;
const KIND_WORDS: Readonly<Record<OfferKind, string>> = {
  TASTER: 'Snuffelstage',
  ORIENTATION: 'Oriënterende stage',
  VOCATIONAL: 'Beroepsgerichte stage',
  GUIDED_ON_SITE: 'Begeleide externe stage',
  OUTFLOW: 'Plaatsingsstage',
};
const RHYTHM_WORDS = { BLOCK: 'Blokstage', RIBBON: 'Lintstage' } as const;
export const kindWord = (kind: OfferKind | 'INTERNAL'): string => (kind === 'INTERNAL' ? 'Interne stage' : KIND_WORDS[kind]);
export const rhythmWord = (rhythm: 'BLOCK' | 'RIBBON'): string => RHYTHM_WORDS[rhythm];

/** Each VDL company offers places, five of them twice; so do 38 sites elsewhere. VDL asks for blocks and for tasters in which pupils do things. */
export function createOffers(companies: readonly Company[]) {
  const random = randomFor('offers');
  const vdl = companies.filter((company) => company.vdl);
  const others = companies.filter((company) => !company.vdl);
  const sites = [...vdl, ...vdl.slice(0, 5), ...others.slice(0, 38)].map((company) => random.pick(company.sites));
  const offers: Offer[] = [];
  const rows: Cells<(typeof COLUMNS)['offers']>[] = [];
  for (const [index, site] of sites.entries()) {
    const { company } = site;
    const kind = random.pick<OfferKind>(
      company.vdl
        ? ['VOCATIONAL', 'VOCATIONAL', 'ORIENTATION', 'TASTER', 'OUTFLOW']
        : ['VOCATIONAL', 'ORIENTATION', 'GUIDED_ON_SITE', 'TASTER', 'OUTFLOW'],
    );
    const rhythm = company.vdl || random.oneIn(3) ? 'BLOCK' : 'RIBBON';
    const [startsOn, endsOn] = company.vdl && index >= vdl.length - 5 ? PERIODS[1] : random.pick(PERIODS);
    const offer: Offer = {
      number: String(70_001 + index),
      site,
      kind,
      rhythm,
      places: company.vdl ? random.int(3, 5) : random.int(2, 3),
      startsOn,
      endsOn,
    };
    const { titles, tasks } = SECTOR_TEXTS[company.sector];
    offers.push(offer);
    rows.push({
      offerNumber: offer.number,
      kvkNumber: company.kvkNumber,
      establishmentNumber: site.establishmentNumber,
      title: random.pick(titles),
      description: `Je leert: ${tasks.join('; ')}.\n${company.vdl ? 'Je werkt vanaf de eerste dag mee; een vaste praktijkopleider doet het voor.' : 'We beginnen met een kennismaking van een halve dag.'}`,
      kind: kindWord(kind),
      rhythm: rhythmWord(rhythm),
      places: offer.places,
      startsOn: dutch(startsOn),
      endsOn: dutch(endsOn),
      sector: company.sector,
    });
  }
  return { offers, rows };
}
