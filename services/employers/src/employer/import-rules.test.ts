import { describe, expect, it } from '@jest/globals';
import { importRow } from '../test-support/employers.ts';
import { createEmployerRowCheck, mergeCompany, type EmployerImportFacts } from './import-rules.ts';
import { MAX_SITES, siteOf } from './rules.ts';

function factsOf(...rows: readonly Partial<Record<keyof typeof importRow, string | null>>[]): EmployerImportFacts[] {
  const check = createEmployerRowCheck();
  return rows.map((row) => {
    const found = check({ ...importRow, ...row } as typeof importRow);
    if (!found.ok) throw new Error(`${found.column} was refused`);
    return found.facts;
  });
}
const id = (number: string) => `sit_${number}`;

describe('rows of one company', () => {
  it('must name it the same way', () => {
    const check = createEmployerRowCheck();
    expect(check(importRow)).toMatchObject({ ok: true });
    expect(check({ ...importRow, name: 'VDL Bus' })).toMatchObject({ ok: false, column: 'name' });
    expect(check({ ...importRow, groupName: 'Philips' })).toMatchObject({ ok: false, column: 'groupName' });
    expect(check({ ...importRow, groupName: 'vdl GROEP' })).toMatchObject({ ok: true });
    expect(check({ ...importRow, kvkNumber: '17014546', name: 'VDL Bus' })).toMatchObject({ ok: true });
  });
  it('are refused at the column of the file', () => {
    expect(createEmployerRowCheck()({ ...importRow, siteName: 'x'.repeat(300) })).toMatchObject({ ok: false, column: 'siteName' });
  });

  it('become its sites', () => {
    const merged = mergeCompany(factsOf({}, { establishmentNumber: '000000000002', city: 'Best' }), undefined, 'grp_a', id);
    expect(merged.outcomes).toEqual(['created', 'created']);
    expect(merged.sites.map((site) => [site._id, site.cityKey])).toEqual([
      ['sit_000012345678', 'eindhoven'],
      ['sit_000000000002', 'best'],
    ]);
  });
  it('that are known as they are change nothing', () => {
    const known = mergeCompany(factsOf({}), undefined, 'grp_a', id);
    expect(mergeCompany(factsOf({}), known, 'grp_a', id).outcomes).toEqual(['unchanged']);
  });
  it('leave what they have no value for', () => {
    const known = mergeCompany(factsOf({}), undefined, 'grp_a', id);
    const merged = mergeCompany(factsOf({ siteName: null, labourMarketRegion: null, groupName: null }), known, null, id);
    expect(merged).toMatchObject({ groupId: 'grp_a', outcomes: ['unchanged'], sites: [{ name: 'Hal 4', regionKey: 'zuidoost brabant' }] });
  });
  it('all count as changed when the company got another name', () => {
    const known = mergeCompany(factsOf({}, { establishmentNumber: '000000000002' }), undefined, null, id);
    const renamed = factsOf({ name: 'VDL' }, { name: 'VDL', establishmentNumber: '000000000002' });
    expect(mergeCompany(renamed, known, null, id).outcomes).toEqual(['updated', 'updated']);
  });
  it('are refused beyond the most sites that a company can have, and known ones still change', () => {
    const [facts] = factsOf({});
    if (!facts) throw new Error('no facts');
    const sites = Array.from({ length: MAX_SITES }, (_, index) =>
      siteOf(`sit_${index}`, { ...facts.site, establishmentNumber: String(index).padStart(12, '0') }),
    );
    const rows = factsOf({}, { establishmentNumber: '000000000001', city: 'Best' });
    expect(mergeCompany(rows, { name: facts.name, groupId: null, sites }, null, id).outcomes).toEqual(['refused', 'updated']);
  });
});
