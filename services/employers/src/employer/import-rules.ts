import type { RowCheck } from '@servicepunt/shared/import';
import { wrong } from '../input.ts';
import { checkGroupName, type CompanyGroupFacts } from '../group/rules.ts';
import { checkCompany, checkSite, MAX_SITES, siteOf, type Site, type SiteFacts } from './rules.ts';

export interface EmployerImportInput {
  readonly kvkNumber: string;
  readonly name: string;
  readonly groupName?: string | null | undefined;
  readonly establishmentNumber: string;
  readonly siteName?: string | null | undefined;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly city: string;
  readonly labourMarketRegion?: string | null | undefined;
}
export interface EmployerImportFacts {
  kvkNumber: string;
  name: string;
  group: CompanyGroupFacts | null;
  site: SiteFacts & { establishmentNumber: string };
}

/** The check of one import's rows, which remembers what the earlier rows said of a company: they must agree. */
export function createEmployerRowCheck(): (row: EmployerImportInput) => RowCheck<EmployerImportFacts> {
  const companies = new Map<string, { name: string; groupKey: string | null }>();
  return (row) => {
    const company = checkCompany(row);
    if (!company.ok) return company;
    const { name, kvkNumber } = company.facts;
    if (kvkNumber === null) return wrong('kvkNumber', { nl: 'een KVK-nummer van 8 cijfers', en: 'a KVK number of 8 digits' });
    const group = typeof row.groupName === 'string' ? checkGroupName(row.groupName, 'groupName') : null;
    if (group && !group.ok) return group;
    const site = checkSite({ ...row, name: row.siteName }, true);
    if (!site.ok) return site.column === 'name' ? { ...site, column: 'siteName' } : site;
    const groupKey = group?.facts.nameKey ?? null;
    const earlier = companies.get(kvkNumber);
    if (earlier && earlier.name !== name) return wrong('name', differs);
    if (earlier && earlier.groupKey !== groupKey) return wrong('groupName', differs);
    companies.set(kvkNumber, { name, groupKey });
    const { establishmentNumber } = site.facts;
    if (establishmentNumber === null) throw new Error('A site of a registered company has a number');
    return { ok: true, facts: { kvkNumber, name, group: group?.facts ?? null, site: { ...site.facts, establishmentNumber } } };
  };
}
const differs = {
  nl: 'anders dan in een eerdere regel met hetzelfde KVK-nummer',
  en: 'differs from an earlier row with the same KVK number',
};

export type SiteOutcome = 'created' | 'updated' | 'unchanged' | 'refused';

/**
 * What the rows of one company do to it: its sites afterwards, and what became of each row. An optional column without a value leaves
 * what is known. A changed name or group counts as a change of each of the company's rows.
 */
export function mergeCompany(
  rows: readonly EmployerImportFacts[],
  existing: { readonly name: string; readonly groupId: string | null; readonly sites: readonly Site[] } | undefined,
  groupId: string | null,
  siteId: (establishmentNumber: string) => string,
): { name: string; groupId: string | null; sites: Site[]; outcomes: SiteOutcome[] } {
  const name = rows[0]?.name ?? '';
  const group = groupId ?? existing?.groupId ?? null;
  const companyChanged = existing !== undefined && (existing.name !== name || existing.groupId !== group);
  const sites = new Map((existing?.sites ?? []).map((site) => [site._id, site]));
  const byNumber = new Map((existing?.sites ?? []).map((site) => [site.establishmentNumber, site]));
  const outcomes = rows.map(({ site }): SiteOutcome => {
    const known = byNumber.get(site.establishmentNumber);
    if (!known && sites.size >= MAX_SITES) return 'refused';
    const id = known?._id ?? siteId(site.establishmentNumber);
    const merged = siteOf(id, {
      ...site,
      name: site.name ?? known?.name ?? null,
      labourMarketRegion: site.labourMarketRegion ?? known?.labourMarketRegion ?? null,
    });
    sites.set(id, merged);
    if (!known) return 'created';
    return companyChanged || !sameSite(known, merged) ? 'updated' : 'unchanged';
  });
  return { name, groupId: group, sites: [...sites.values()], outcomes };
}

function sameSite(left: Site, right: Site): boolean {
  return (Object.keys(right) as (keyof Site)[]).every((key) => (left[key] ?? null) === right[key]);
}
