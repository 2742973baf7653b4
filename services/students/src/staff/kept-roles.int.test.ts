import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { as, importRows, staffRow, startStudents } from '../test-support/fixtures.ts';

const board: Viewer = as(viewer(grant('DIRECTOR')), 'stf_board');
const role = 'PRIVACY_OFFICER';
interface Holder {
  readonly id: string;
  readonly revision: number;
}

describe('a role that is never without a holder', () => {
  let students: TestSubgraph;
  beforeAll(async () => {
    students = await startStudents();
    const row = { ...staffRow, role, locationCode: null };
    const rows = ['4130', '4131'].map((staffNumber) => ({ ...row, staffNumber }));
    await importRows(students, 'Staff', rows, { as: board });
  });
  afterAll(() => students.stop());

  async function run(name: string, input: object): Promise<string[]> {
    const { data, errors } = await students.query(
      board,
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code } } }`,
      { input },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name].userErrors.map(({ code }: { code: string }) => code);
  }
  const takeAway = (name: string, holder: Holder) => run(name, { ...holder, ...(name === 'withdrawGrant' ? { role } : {}) });
  const rows = (filter: object) => students.connection.collection<{ _id: string; revision: number }>('staffMembers').find(filter).toArray();
  const holders = async (): Promise<Holder[]> => {
    const found = await rows({ active: true, grants: { $elemMatch: { role, withdrawnAt: null } } });
    return found.map(({ _id, revision }) => ({ id: _id, revision }));
  };
  let [one, two]: Holder[] = [];
  const give = async () => {
    for (const { _id, revision } of await rows({ staffNumber: { $in: ['4130', '4131'] } }))
      await run('grantRole', { id: _id, revision, role });
    [one, two] = await holders();
  };
  beforeEach(give);
  const both = (): [Holder, Holder] => {
    if (!one || !two) throw new Error('There are no two who hold it');
    return [one, two];
  };

  it('stays with the last one', async () => {
    const [first, second] = both();
    expect(await takeAway('withdrawGrant', first)).toEqual([]);
    for (const name of ['withdrawGrant', 'deactivateStaffMember']) expect(await takeAway(name, second)).toEqual(['LAST_HOLDER']);
  });

  it.each([
    ['withdrawGrant', 'withdrawGrant'],
    ['deactivateStaffMember', 'withdrawGrant'],
    ['deactivateStaffMember', 'deactivateStaffMember'],
  ])('stays with one of the last two who take it from each other at the same moment: %s, %s', async (mine, yours) => {
    for (let round = 0; round < 6; round += 1) {
      await give();
      const [first, second] = both();
      const answers = await Promise.all([takeAway(mine, first), takeAway(yours, second)]);
      expect(answers.toSorted((left, right) => left.length - right.length)).toEqual([[], ['LAST_HOLDER']]);
      expect(await holders()).toHaveLength(1);
    }
  });

  it('counts whoever was to lose it and did not, once the request for that can not go on any more', async () => {
    const [first, second] = both();
    const kept = students.connection.collection<{ _id: string }>('keptRoles');
    const leavingSince = (at: string) =>
      kept.updateOne({ _id: role }, { $set: { leaving: [{ staffMemberId: first.id, at: new Date(at) }] }, $inc: { revision: 1 } });
    await leavingSince('2026-11-24T09:59:30Z');
    expect(await takeAway('withdrawGrant', second)).toEqual(['LAST_HOLDER']);
    await leavingSince('2026-11-24T09:58:59Z');
    expect(await takeAway('withdrawGrant', second)).toEqual([]);
    // What the interrupted request would still write finds another revision.
    const [left] = await holders();
    expect(left).toMatchObject({ id: first.id });
    expect(left?.revision).toBeGreaterThan(first.revision);
  });
});
