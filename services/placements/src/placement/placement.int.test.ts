import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import {
  contactOf,
  coordinator,
  director,
  guardianOf,
  guide,
  otherCoordinator,
  otherGuide,
  plan,
  planned,
  servicePoint,
  START,
  startPlacements,
  student,
  key,
  type Placements,
} from '../test-support/placements.ts';

describe('who sees a placement', () => {
  let placements: Placements;
  let own: string;
  beforeAll(async () => {
    placements = await startPlacements();
    own = (await planned(placements)).id;
    await placements.run({ ...otherCoordinator }, 'planPlacement', plan({ studentId: 'stu_b' }), 'placement { id }');
  });
  afterAll(() => placements.stop());
  const LIST = '{ placements { totalCount nodes { id } } }';
  const count = async (who: Parameters<Placements['query']>[0]) => (await placements.query(who, LIST)).data.placements?.totalCount ?? null;

  it('the own location, the own pupil, the own child, and the Servicepunt everything', async () => {
    expect(await count(coordinator)).toBe(1);
    expect(await count(director)).toBe(1);
    expect(await count(otherGuide)).toBe(1);
    expect(await count(student('stu_17'))).toBe(1);
    expect(await count(student('stu_15'))).toBe(0);
    expect(await count(guardianOf('stu_17'))).toBe(1);
    expect(await count(servicePoint)).toBe(2);
    expect(await count(contactOf('emp_vdl'))).toBeNull();
  });

  it('answers the same for one that is elsewhere and one that is not there, at the same cost', async () => {
    const ask = (id: string) => placements.query(otherCoordinator, `{ placement(id: "${id}") { id } }`);
    const elsewhere = await ask(own);
    expect(elsewhere).toEqual(await ask('plc_nothing'));
    expect(elsewhere.data.placement).toBeNull();
    const costs = await Promise.all([own, 'plc_nothing'].map(async (id) => placements.countCommands(() => ask(id))));
    expect(costs[0]).toEqual(costs[1]);
    const change = (id: string) => placements.run(otherCoordinator, 'cancelPlacement', { id, revision: 1 }, 'placement { id }');
    expect(await change(own)).toEqual(await change('plc_nothing'));
  });

  it('shows restricted text to the coordinator and to the guide of that pupil, not to the Servicepunt or another guide', async () => {
    const ask = async (who: Parameters<Placements['query']>[0]) => {
      const { data, errors } = await placements.query(who, `{ placement(id: "${own}") { workAdjustments goals { text } } }`);
      return [data.placement.workAdjustments, data.placement.goals?.length ?? null, errors?.length ?? 0];
    };
    for (const who of [coordinator, guide, student('stu_17'), guardianOf('stu_17')])
      expect(await ask(who)).toEqual(['Eén opdracht tegelijk', 1, 0]);
    for (const who of [servicePoint, otherGuide, director]) expect(await ask(who)).toEqual([null, null, 2]);
  });

  it('lists by what one looks for', async () => {
    const ask = async (filter: string) => {
      const { data } = await placements.query(servicePoint, `{ placements(filter: { ${filter} }) { nodes { student { id } } } }`);
      return data.placements.nodes.map((row: { student: { id: string } }) => row.student.id);
    };
    expect(await ask('student: "stu_17"')).toEqual(['stu_17']);
    expect(await ask('schoolLocation: "loc_b"')).toEqual(['stu_b']);
    expect(await ask('employer: "emp_other"')).toEqual([]);
    expect(await ask('supervisor: "stf_guide_b"')).toEqual(['stu_b']);
    expect(await ask('state: [PROPOSED], kind: VOCATIONAL')).toHaveLength(2);
    expect(await ask('state: [RUNNING, COMPLETED]')).toEqual([]);
    expect(await ask('from: "2027-04-24"')).toEqual([]);
    expect(await ask('until: "2027-02-01"')).toHaveLength(2);
    expect(await ask('until: "2027-01-31"')).toEqual([]);
  });

  it('costs the same for one pupil and for many', async () => {
    const many = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Student { placements(first: 5) { nodes { id kind employer { id } evaluations(first: 5) { nodes { id moment } } } } warmHandovers { nodes { id } } aftercareCase { id } } } }`;
    const cost = (ids: string[]) =>
      placements.countCommands(() => placements.query(servicePoint, many, { r: ids.map((id) => ({ __typename: 'Student', id })) }));
    const one = await cost(['stu_17']);
    const several = await cost(['stu_17', 'stu_b', 'stu_15', 'stu_18']);
    expect(several).toEqual(one);
    expect(several).toEqual({ find: 4 });
  });

  it('pages through without loss', async () => {
    for (const month of ['05', '06', '07'])
      await planned(placements, { studentId: 'stu_18', startsOn: `2027-${month}-03`, endsOn: `2027-${month}-21`, idempotencyKey: key() });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await placements.query(
        servicePoint,
        'query ($after: String) { placements(first: 2, after: $after) { nodes { startsOn } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...answer.data.placements.nodes.map((row: { startsOn: string }) => row.startsOn));
      after = answer.data.placements.pageInfo.hasNextPage ? answer.data.placements.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['2027-07-03', '2027-06-03', '2027-05-03', START, START]);
  });

  it('is read, once it is over, by whoever guides the pupil now: the guide before him, and one who was named for it alone, keep nothing', async () => {
    const known = placements.world.pupils.get('stu_17');
    if (!known) throw new Error('the world has lost its pupil');
    const later = { studentId: 'stu_17', startsOn: '2027-09-06', endsOn: '2027-09-24', workAdjustments: 'Rustig' };
    const open = await planned(placements, { ...later, idempotencyKey: key() });
    const called = async (period: object) => {
      const placement = await planned(placements, { ...later, ...period, idempotencyKey: key() });
      await placements.run(coordinator, 'cancelPlacement', { id: placement.id, revision: placement.revision }, 'placement { id }');
      return placement;
    };
    const over = await called({ startsOn: '2027-10-04', endsOn: '2027-10-22' });
    const named = await called({ startsOn: '2027-11-01', endsOn: '2027-11-19', supervisorId: otherGuide.id });
    const read = async (who: Viewer) => {
      const { data } = await placements.query(
        who,
        `{ ${[open, over, named].map(({ id }, index) => `p${index}: placement(id: "${id}") { workAdjustments supervisor { id } }`).join(' ')} }`,
      );
      return Object.values(data as Record<string, { workAdjustments: string | null }>).map(
        ({ workAdjustments }) => workAdjustments !== null,
      );
    };
    expect(await read(guide)).toEqual([true, true, true]);
    expect(await read(otherGuide)).toEqual([false, false, false]);
    placements.world.pupils.set('stu_17', { ...known, supervisorId: otherGuide.id });
    await placements.hear('StudentChanged', { studentId: 'stu_17', locationId: 'loc_a' });
    expect(await read(guide)).toEqual([false, false, false]);
    expect(await read(otherGuide)).toEqual([true, true, true]);
    const { data } = await placements.query(otherGuide, `{ placement(id: "${over.id}") { supervisor { id } } }`);
    expect(data.placement.supervisor).toEqual({ id: guide.id });
    placements.world.pupils.set('stu_17', known);
    await placements.hear('StudentChanged', { studentId: 'stu_17', locationId: 'loc_a' });
  });
});
