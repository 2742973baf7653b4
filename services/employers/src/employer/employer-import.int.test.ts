import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { coordinator, english, eventsOf, importRow, registered, run, servicePoint, startEmployers } from '../test-support/employers.ts';

describe('an import of employers', () => {
  let employers: TestSubgraph;
  beforeAll(async () => {
    employers = await startEmployers();
  });
  afterAll(() => employers.stop());
  const RESULT = 'created updated unchanged refused { row column code message }';
  const bring = (rows: readonly object[]) => run(employers, english(servicePoint), 'importEmployers', { rows }, RESULT);

  it('brings in companies with their sites and groups, and stops at no bad row', async () => {
    const result = await bring([
      importRow,
      { ...importRow, establishmentNumber: '000000000002', city: 'Best' },
      { ...importRow, kvkNumber: '17000002', name: 'VDL Nedcar', establishmentNumber: '000000000003' },
      { ...importRow, kvkNumber: '1700' },
      importRow,
      { ...importRow, kvkNumber: '17000009', siteName: 'bij 111222333' },
    ]);
    expect(result).toEqual({
      created: 3,
      updated: 0,
      unchanged: 0,
      refused: [
        { row: 3, column: 'kvkNumber', code: 'INVALID_INPUT', message: 'This value is not valid: a KVK number of 8 digits' },
        { row: 4, column: 'key', code: 'INVALID_INPUT', message: 'This value is not valid: stands twice in this import' },
        { row: 5, column: 'siteName', code: 'NATIONAL_NUMBER', message: expect.not.stringContaining('111222333') },
      ],
      userErrors: [],
    });
    const { data } = await employers.query(
      servicePoint,
      '{ employers { nodes { name group { name } sites { city } } } companyGroups { totalCount } }',
    );
    expect(data).toEqual({
      employers: {
        nodes: [
          { name: 'VDL Bus Modules', group: { name: 'VDL Groep' }, sites: [{ city: 'Eindhoven' }, { city: 'Best' }] },
          { name: 'VDL Nedcar', group: { name: 'VDL Groep' }, sites: [{ city: 'Eindhoven' }] },
        ],
      },
      companyGroups: { totalCount: 1 },
    });
  });

  it('changes what changed, and is silent about the rest', async () => {
    const before = (await eventsOf(employers)).length;
    expect(await bring([importRow])).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await eventsOf(employers)).toHaveLength(before);
    expect(
      await bring([
        { ...importRow, city: 'Geldrop' },
        { ...importRow, establishmentNumber: '000000000004' },
      ]),
    ).toMatchObject({
      created: 1,
      updated: 1,
      unchanged: 0,
    });
    expect((await eventsOf(employers)).slice(before)).toMatchObject([{ type: 'EmployerChanged' }]);
  });

  it('of the same rows at the same moment makes them once', async () => {
    const rows = [1, 2, 3, 4].map((number) => ({ ...importRow, kvkNumber: '18000001', establishmentNumber: `00000000010${number}` }));
    const results = await Promise.all([bring(rows), bring(rows)]);
    expect(results[0].created + results[0].unchanged).toBe(4);
    const { data } = await employers.query(
      servicePoint,
      '{ employers(filter: { kvkNumber: "18000001" }) { nodes { sites { establishmentNumber } } } }',
    );
    expect(data.employers.nodes).toHaveLength(1);
    expect(data.employers.nodes[0].sites).toHaveLength(4);
  });

  it('takes a company that was registered by hand as the same one', async () => {
    const { id, kvkNumber } = await registered(employers);
    expect(await bring([{ ...importRow, kvkNumber, name: 'Van de import' }])).toMatchObject({ created: 0, updated: 1 });
    expect((await employers.query(servicePoint, 'query ($id: ID!) { employer(id: $id) { name } }', { id })).data.employer.name).toBe(
      'Van de import',
    );
  });

  it('costs the same commands for one company and for many, and is the Servicepunt’s alone', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...importRow,
      kvkNumber: String(19_000_000 + index),
      name: `Zaak ${index}`,
    }));
    const counts = await employers.countCommands(() => bring(many));
    expect(counts).toEqual({ find: 2, insert: 1 });
    const { errors } = await employers.query(coordinator, 'mutation { importEmployers(input: { rows: [] }) { created } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('takes no more than 500 rows at once', async () => {
    const payload = await run(employers, servicePoint, 'importEmployers', { rows: [] }, RESULT);
    expect(payload.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: 'rows' }]);
  });
});
