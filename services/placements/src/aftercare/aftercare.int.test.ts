import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import {
  contactOf,
  coordinator,
  director,
  guardianOf,
  guide,
  otherCoordinator,
  otherGuide,
  servicePoint,
  startPlacements,
  student,
  TODAY,
  type Placements,
} from '../test-support/placements.ts';

const left = { studentId: 'stu_17', locationId: 'loc_a', leftOn: '2026-11-20', destination: 'MBO' };

describe('aftercare', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());
  beforeEach(() => placements.setNow(`${TODAY}T10:00:00Z`));
  const find = async (who: Viewer = coordinator) => {
    const { data } = await placements.query(
      who,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Student { aftercareCase { id leftOn destination endsOn revision checks { dueOn checkedOn situation note } earlyLeaverStatus { earlyLeaver ruleVersion countedOn } } } } }',
      { r: [{ __typename: 'Student', id: 'stu_17' }] },
    );
    return data._entities[0].aftercareCase;
  };

  it('opens when a pupil leaves, with a check on the two following 1 Octobers', async () => {
    expect(await find()).toBeNull();
    await placements.hear('StudentLeft', left);
    expect(await find()).toMatchObject({
      leftOn: '2026-11-20',
      destination: 'MBO',
      endsOn: '2028-11-20',
      checks: [
        { dueOn: '2027-10-01', checkedOn: null },
        { dueOn: '2028-10-01', checkedOn: null },
      ],
      earlyLeaverStatus: null,
    });
    expect((await placements.events()).at(-1)).toMatchObject({
      type: 'AftercareOpened',
      data: { studentId: 'stu_17', locationId: 'loc_a', checkDates: ['2027-10-01', '2028-10-01'] },
    });
  });

  it('stays as it is when the event is heard again', async () => {
    const before = await find();
    const events = (await placements.events()).length;
    await placements.hear('StudentLeft', left);
    expect(await find()).toEqual(before);
    expect((await placements.events()).length).toBe(events);
  });

  it('takes a corrected date over', async () => {
    await placements.hear('StudentLeft', { ...left, leftOn: '2026-09-15', destination: null });
    const corrected = await find();
    expect(corrected).toMatchObject({
      leftOn: '2026-09-15',
      destination: null,
      checks: [{ dueOn: '2026-10-01' }, { dueOn: '2027-10-01' }],
    });
    await placements.hear('StudentLeft', left);
  });

  it('records what a former pupil does, from the day of the check on', async () => {
    const { id, revision } = await find();
    const record = (rest: object, who = coordinator) =>
      placements.run(
        who,
        'recordOutcomeCheck',
        {
          id,
          revision,
          dueOn: '2027-10-01',
          checkedOn: '2027-10-04',
          stillAtDestination: true,
          situation: 'EDUCATION',
          note: 'Gaat goed',
          ...rest,
        },
        'aftercareCase { revision }',
      );
    expect((await record({})).userErrors).toMatchObject([{ code: 'CHECK_NOT_DUE', field: 'dueOn' }]);
    placements.setNow('2027-10-05T10:00:00Z');
    expect((await record({ dueOn: '2027-10-02' })).userErrors).toMatchObject([{ code: 'CHECK_NOT_DUE' }]);
    expect((await record({ checkedOn: '2027-10-06' })).userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: 'checkedOn' }]);
    expect((await record({ note: '111222333' })).userErrors).toMatchObject([{ code: 'NATIONAL_NUMBER', field: 'note' }]);
    expect((await record({}, otherCoordinator)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await record({}, guide)).userErrors).toEqual([]);
    expect((await record({}, guide)).userErrors).toMatchObject([{ code: 'REVISION_CONFLICT' }]);
    expect(await find()).toMatchObject({
      checks: [{ checkedOn: '2027-10-04', situation: 'EDUCATION', note: 'Gaat goed' }, { checkedOn: null }],
      earlyLeaverStatus: { earlyLeaver: false, ruleVersion: 'vsv-23', countedOn: '2027-10-01' },
    });
  });

  it('is seen by the school, the pupil and the Servicepunt; of the supervisors only the guide reads the notes', async () => {
    const notes = async (who: Viewer) => (await find(who))?.checks?.[0]?.note ?? null;
    for (const who of [coordinator, guide, student('stu_17'), guardianOf('stu_17')]) expect(await notes(who)).toBe('Gaat goed');
    for (const who of [servicePoint, otherGuide])
      expect([await notes(who), (await find(who)).checks[0].situation]).toEqual([null, 'EDUCATION']);
    expect(await find(otherCoordinator)).toBeNull();
    expect(await find(director)).toBeNull();
    expect(await find(student('stu_15'))).toBeNull();
    expect(await find(contactOf('emp_vdl'))).toBeNull();
  });

  it('follows the pupil to another guide, who alone of the supervisors records and reads from then on', async () => {
    placements.world.pupils.set('stu_17', { ...placements.world.pupils.get('stu_17')!, supervisorId: 'stf_other_guide' });
    await placements.hear('StudentChanged', { studentId: 'stu_17', locationId: 'loc_a' });
    const note = async (who: Viewer) => (await find(who)).checks[0].note;
    expect([await note(guide), await note(otherGuide)]).toEqual([null, 'Gaat goed']);
    const { id, revision } = await find();
    placements.setNow('2027-10-05T10:00:00Z');
    const check = { id, revision, dueOn: '2027-10-01', checkedOn: '2027-10-04', stillAtDestination: true, situation: 'EDUCATION' };
    const refused = await placements.run(guide, 'recordOutcomeCheck', { ...check, note: 'Van mij' }, 'aftercareCase { id }');
    expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { userErrors } = await placements.run(otherGuide, 'recordOutcomeCheck', { ...check, note: 'Gaat goed' }, 'aftercareCase { id }');
    expect(userErrors).toEqual([]);
    placements.world.pupils.set('stu_17', { ...placements.world.pupils.get('stu_17')!, supervisorId: 'stf_guide' });
    await placements.hear('StudentChanged', { studentId: 'stu_17', locationId: 'loc_a' });
  });

  it('lists the cases whose check is due', async () => {
    const due = async (day: string) => {
      const { data } = await placements.query(
        servicePoint,
        `{ aftercareCases(filter: { checkDueUntil: "${day}", schoolLocation: "loc_a" }) { totalCount nodes { leftOn } } }`,
      );
      return data.aftercareCases.totalCount;
    };
    expect(await due('2028-09-30')).toBe(0);
    expect(await due('2028-10-01')).toBe(1);
  });
});
