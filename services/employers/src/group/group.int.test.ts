import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  contactOf,
  coordinator,
  outsiders,
  registered,
  run,
  servicePoint,
  startEmployers,
  supervisor,
  systemOf,
} from '../test-support/employers.ts';

const GROUP = 'query ($id: ID!) { companyGroup(id: $id) { id name employers { nodes { id } totalCount } } }';

describe('company groups', () => {
  let employers: TestSubgraph;
  let groupId: string;
  let members: string[];
  beforeAll(async () => {
    employers = await startEmployers();
    const payload = await run(
      employers,
      servicePoint,
      'registerCompanyGroup',
      { idempotencyKey: 'vdl', name: 'VDL  Groep' },
      'companyGroup { id name }',
    );
    groupId = payload.companyGroup.id;
    members = [];
    for (const name of ['A', 'B', 'C']) members.push((await registered(employers, { name, groupId })).id);
  });
  afterAll(() => employers.stop());

  it('are one per name, whatever its capitals, and one per key', async () => {
    const other = await run(
      employers,
      servicePoint,
      'registerCompanyGroup',
      { idempotencyKey: 'two', name: 'vdl groep' },
      'companyGroup { id }',
    );
    expect(other).toMatchObject({ companyGroup: { id: groupId }, userErrors: [{ code: 'GROUP_NAME_TAKEN', field: 'name' }] });
    const again = await run(
      employers,
      servicePoint,
      'registerCompanyGroup',
      { idempotencyKey: 'vdl', name: 'VDL Groep' },
      'companyGroup { id }',
    );
    expect(again).toEqual({ companyGroup: { id: groupId }, userErrors: [] });
  });

  it('show staff all of their companies', async () => {
    for (const who of [servicePoint, coordinator, supervisor])
      expect(
        (await employers.query(who, GROUP, { id: groupId })).data.companyGroup.employers.nodes.map((row: { id: string }) => row.id),
      ).toEqual(members);
  });

  it('show the people of one company their group, and of its companies their own', async () => {
    const own = members[1] ?? '';
    for (const who of [contactOf(own), systemOf(own)]) {
      expect((await employers.query(who, GROUP, { id: groupId })).data.companyGroup).toEqual({
        id: groupId,
        name: 'VDL Groep',
        employers: { nodes: [{ id: own }], totalCount: 1 },
      });
      expect((await employers.query(who, '{ companyGroups { nodes { name } } }')).data.companyGroups.nodes).toEqual([
        { name: 'VDL Groep' },
      ]);
    }
  });

  it('are unknown to the people of a company outside of them, as if there were none', async () => {
    const who = contactOf((await registered(employers)).id);
    for (const id of [groupId, 'grp_none']) expect(await employers.query(who, GROUP, { id })).toEqual({ data: { companyGroup: null } });
    expect((await employers.query(who, '{ companyGroups { totalCount } }')).data.companyGroups.totalCount).toBe(0);
  });

  it('are nobody else’s business', async () => {
    for (const who of outsiders) {
      expect((await employers.query(who, GROUP, { id: groupId })).data.companyGroup).toBeNull();
      const { data } = await employers.query(
        who,
        'query ($id: ID!) { _entities(representations: [{ __typename: "CompanyGroup", id: $id }]) { __typename } }',
        { id: groupId },
      );
      expect(data._entities).toEqual([null]);
    }
  });

  it('are made by the Servicepunt alone', async () => {
    const { errors } = await employers.query(
      coordinator,
      'mutation { registerCompanyGroup(input: { idempotencyKey: "x", name: "X" }) { userErrors { code } } }',
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('page their companies with one query for all groups', async () => {
    await run(employers, servicePoint, 'registerCompanyGroup', { idempotencyKey: 'more', name: 'Andere' }, 'companyGroup { id }');
    const counts = await employers.countCommands(async () => {
      const { data } = await employers.query(
        coordinator,
        '{ companyGroups { nodes { name employers(first: 2) { nodes { name } pageInfo { hasNextPage } totalCount } } } }',
      );
      expect(data.companyGroups.nodes).toEqual([
        { name: 'Andere', employers: { nodes: [], pageInfo: { hasNextPage: false }, totalCount: 0 } },
        { name: 'VDL Groep', employers: { nodes: [{ name: 'A' }, { name: 'B' }], pageInfo: { hasNextPage: true }, totalCount: 3 } },
      ]);
    });
    expect(counts).toEqual({ find: 2 });
  });
});
