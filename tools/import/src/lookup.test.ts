import { describe, expect, it } from '@jest/globals';
import { GatewayUnavailable, type Gateway } from './gateway.ts';
import { createLookup } from './lookup.ts';

type Answer = (name: string, variables: Record<string, unknown>) => Record<string, unknown>;
function lookupWith(answer: Answer) {
  const asked: { name: string; variables: Record<string, unknown> }[] = [];
  let underWay = 0;
  let most = 0;
  const gateway: Gateway = {
    async run(document, variables) {
      const name = /query (\w+)/.exec(document)?.[1] ?? '';
      asked.push({ name, variables });
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
      return answer(name, variables);
    },
    close: async () => {},
  };
  return { lookup: createLookup(gateway), asked, most: () => most };
}
const nodes = (...found: object[]) => ({ nodes: found, pageInfo: { hasNextPage: false, endCursor: null } });
const world: Answer = (name, variables) => {
  if (name === 'FindLocation') return { schoolLocations: variables['code'] === '05KO00' ? nodes({ id: 'loc_1' }) : nodes() };
  if (name === 'FindStudents')
    return {
      students: nodes(
        ...(variables['numbers'] as string[])
          .filter((number) => number !== '404')
          .map((number) => ({ id: `stu_${number}`, schoolPupilNumber: number })),
      ),
    };
  if (name === 'FindEmployer')
    return {
      employers:
        variables['kvk'] === '00000101'
          ? nodes({
              id: 'emp_1',
              sites: [
                { id: 'sit_1', establishmentNumber: '900000000101' },
                { id: 'sit_2', establishmentNumber: null },
              ],
            })
          : nodes(),
    };
  if (name === 'FindWorkplaceSupervisor')
    return { workplaceSupervisors: variables['number'] === '40001' ? nodes({ id: 'wsp_1' }) : nodes() };
  if (name === 'FindOffer') return { placementOffers: nodes() };
  return { staffMembers: nodes({ id: 'stf_1' }) };
};

describe('looking up records by their numbers', () => {
  it('finds the pupils of a batch together, a hundred at a time, and only at their location', async () => {
    const { lookup, asked } = lookupWith(world);
    const numbers = Array.from({ length: 230 }, (_, index) => String(index));
    const ids = await Promise.all(numbers.map((number) => lookup.studentId('05KO00', number)));
    expect(ids).toEqual(numbers.map((number) => `stu_${number}`));
    expect(asked.map(({ name }) => name)).toEqual(['FindLocation', 'FindStudents', 'FindStudents', 'FindStudents']);
    expect(asked.slice(1).map(({ variables }) => (variables['numbers'] as string[]).length)).toEqual([100, 100, 30]);
    expect(await lookup.studentId('05KO00', '404')).toBeNull();
    expect(await lookup.studentId('05KO09', '1')).toBeNull();
  });

  it('finds a site by company and establishment number', async () => {
    const { lookup } = lookupWith(world);
    expect(await lookup.site('00000101', '900000000101')).toEqual({ employerId: 'emp_1', siteId: 'sit_1' });
    expect(await lookup.site('00000101', null)).toEqual({ employerId: 'emp_1', siteId: null });
    expect(await lookup.site('00000101', '900000000999')).toBeNull();
    expect(await lookup.site('00000999', null)).toBeNull();
  });

  it('finds a workplace supervisor at the company only', async () => {
    const { lookup, asked } = lookupWith(world);
    expect(await lookup.workplaceSupervisorId('00000101', '40001')).toBe('wsp_1');
    expect(asked.at(-1)?.variables).toEqual({ employer: 'emp_1', number: '40001' });
    expect(await lookup.workplaceSupervisorId('00000101', '40002')).toBeNull();
    expect(await lookup.workplaceSupervisorId('00000999', '40001')).toBeNull();
  });

  it('asks for the same record once and puts at most eight questions at the same time', async () => {
    const { lookup, asked, most } = lookupWith(world);
    await Promise.all(Array.from({ length: 60 }, (_, index) => lookup.staffMemberId(String(index % 30))));
    expect(asked).toHaveLength(30);
    expect(most()).toBe(8);
  });

  it('asks again for what could not be answered', async () => {
    let down = true;
    const { lookup } = lookupWith((name, variables) => {
      if (down) throw new Error('not GatewayUnavailable, so not repeated by itself');
      return world(name, variables);
    });
    await expect(lookup.offerId('70001')).rejects.toThrow();
    down = false;
    expect(await lookup.offerId('70001')).toBeNull();
  });

  it('reads the pupils of a location page by page', async () => {
    const { lookup, asked } = lookupWith((name, variables) => {
      if (name === 'FindLocation') return world(name, variables);
      const more = variables['after'] === null;
      return {
        students: { nodes: [{ schoolPupilNumber: more ? '1' : '2' }], pageInfo: { hasNextPage: more, endCursor: more ? 'c1' : 'c2' } },
      };
    });
    expect(await Array.fromAsync(lookup.pupilNumbers('05KO00'))).toEqual(['1', '2']);
    expect(asked.slice(1).map(({ variables }) => variables['after'])).toEqual([null, 'c1']);
    expect(await Array.fromAsync(lookup.pupilNumbers('05KO09'))).toEqual([]);
  });

  it('takes a service that is down for unavailable, not for an empty answer', async () => {
    const { lookup } = lookupWith(() => ({ staffMembers: null }));
    await expect(lookup.staffMemberId('1')).rejects.toBeInstanceOf(GatewayUnavailable);
  });
});
