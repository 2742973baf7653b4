import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { pupil } from '../test-support/callees.ts';
import {
  contactOf,
  coordinator,
  director,
  otherCoordinator,
  servicePoint,
  startPlacements,
  WEEKDAYS,
  type Placements,
} from '../test-support/placements.ts';

const IMPORT = `mutation ($input: ImportPlacementsInput!) { importPlacements(input: $input) { created updated unchanged refused { row column code message } userErrors { code field } } }`;
const row = (placementNumber: string, rest: object = {}) => ({
  placementNumber,
  studentId: 'stu_17',
  employerId: 'emp_vdl',
  siteId: 'sit_1',
  workplaceSupervisorId: 'wsp_1',
  kind: 'VOCATIONAL',
  rhythm: 'BLOCK',
  localName: 'Blokstage',
  startsOn: '2027-02-01',
  endsOn: '2027-04-23',
  workingTimes: WEEKDAYS,
  goals: ['Op tijd komen'],
  state: 'AGREED',
  ...rest,
});

describe('placements of another administration', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());
  const bring = async (rows: object[], who: Viewer = servicePoint) => {
    const { data, errors } = await placements.query(who, IMPORT, { input: { rows } });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.importPlacements;
  };

  it('come in once, in every state, with their evaluations, disclosures and places', async () => {
    const rows = [
      row('S-1', { offerId: 'ofr_1' }),
      row('S-2', { studentId: 'stu_18', startsOn: '2026-09-07', endsOn: '2027-02-05', state: 'RUNNING', completedMoments: ['START'] }),
      row('S-3', {
        studentId: 'stu_15',
        startsOn: '2026-03-02',
        endsOn: '2026-06-26',
        state: 'COMPLETED',
        completedMoments: ['START', 'FINAL'],
      }),
      row('S-4', { studentId: 'stu_15', startsOn: '2026-10-05', endsOn: '2027-01-29', state: 'NO_SHOW' }),
      row('S-5', { studentId: 'stu_15', state: 'PROPOSED' }),
      row('S-6', { studentId: 'stu_b', state: 'CANCELLED' }),
      row('S-7', { studentId: 'stu_b', kind: 'INTERNAL', employerId: null, siteId: null, workplaceSupervisorId: null }),
    ];
    expect(await bring(rows)).toMatchObject({ created: 7, updated: 0, unchanged: 0, refused: [], userErrors: [] });
    const { data } = await placements.query(
      servicePoint,
      '{ placements(first: 20) { nodes { placementNumber state legalBasis offerPlace minorOnStart supervisor { id } evaluations { nodes { moment state } } } } }',
    );
    const found = Object.fromEntries(
      data.placements.nodes.map(
        (placement: {
          placementNumber: string;
          state: string;
          legalBasis: string;
          evaluations: { nodes: { moment: string; state: string }[] };
        }) => [
          placement.placementNumber,
          [
            placement.state,
            placement.legalBasis,
            placement.evaluations.nodes.map((evaluation) => `${evaluation.moment} ${evaluation.state}`).join(', '),
          ],
        ],
      ),
    );
    expect(found).toEqual({
      'S-1': ['AGREED', 'CONTRACT', 'START SCHEDULED, MIDTERM SCHEDULED, FINAL SCHEDULED'],
      'S-2': ['RUNNING', 'CONTRACT', 'START COMPLETED, MIDTERM SCHEDULED, FINAL SCHEDULED'],
      'S-3': ['COMPLETED', 'CONTRACT', 'START COMPLETED, MIDTERM CANCELLED, FINAL COMPLETED'],
      'S-4': ['NO_SHOW', 'CONTRACT', 'START CANCELLED, MIDTERM CANCELLED, FINAL CANCELLED'],
      'S-5': ['PROPOSED', 'CONSENT', ''],
      'S-6': ['CANCELLED', null, ''],
      'S-7': ['AGREED', null, 'MIDTERM SCHEDULED, FINAL SCHEDULED'],
    });
    expect([...(placements.world.offers.get('ofr_1')?.held.values() ?? [])]).toEqual([{ confirmed: true }]);
    const scheduled = (await placements.events()).filter((event) => event.type === 'EvaluationScheduled');
    expect(scheduled).toHaveLength(11);
  });

  it('change nothing and tell nothing when they come again as they are', async () => {
    const events = (await placements.events()).length;
    const calls = placements.world.calls.length;
    expect(await bring([row('S-1', { offerId: 'ofr_1' })])).toMatchObject({ created: 0, updated: 0, unchanged: 1, refused: [] });
    expect((await placements.events()).length).toBe(events);
    expect(placements.world.calls.length).toBe(calls);
  });

  it('change when they change, and what was moved on here since stays', async () => {
    const { data } = await placements.query(servicePoint, '{ placements(filter: { placementNumber: "S-1" }) { nodes { id revision } } }');
    const [{ id, revision }] = data.placements.nodes;
    await placements.run(coordinator, 'cancelPlacement', { id, revision }, 'placement { id }');
    expect(await bring([row('S-1', { offerId: 'ofr_1', localName: 'Lintstage' })])).toMatchObject({ created: 0, updated: 1, refused: [] });
    const { data: after } = await placements.query(servicePoint, `{ placement(id: "${id}") { state localName } }`);
    expect(after.placement).toEqual({ state: 'CANCELLED', localName: 'Lintstage' });
  });

  it('are refused one by one, by column and rule and without the value', async () => {
    placements.world.pupils.set('stu_c', pupil('stu_c', '2010-01-01'));
    const refusals = async (rest: object) => {
      const { refused, created } = await bring([row('S-100', { studentId: 'stu_c', ...rest })]);
      expect(created).toBe(0);
      return refused.map((refusal: { column: string; code: string }) => `${refusal.code} ${refusal.column}`).join();
    };
    expect(await refusals({ kind: 'HOLIDAY' })).toBe('INVALID_INPUT kind');
    expect(await refusals({ state: 'ASLEEP' })).toBe('INVALID_INPUT state');
    expect(await refusals({ startsOn: '1-2-2027' })).toBe('INVALID_INPUT startsOn');
    expect(await refusals({ endsOn: '2027-01-31' })).toBe('INVALID_INPUT endsOn');
    expect(await refusals({ state: 'RUNNING' })).toBe('INVALID_INPUT state');
    expect(await refusals({ state: 'COMPLETED', startsOn: '2026-09-01' })).toBe('INVALID_INPUT state');
    expect(await refusals({ studentId: 'stu_nobody' })).toBe('NOT_FOUND studentId');
    expect(await refusals({ employerId: 'emp_nobody' })).toBe('NOT_FOUND employerId');
    expect(await refusals({ workplaceSupervisorId: 'wsp_9' })).toBe('NOT_FOUND workplaceSupervisorId');
    expect(await refusals({ employerId: null })).toBe('INVALID_INPUT employerId');
    expect(await refusals({ completedMoments: ['NOON'] })).toBe('INVALID_INPUT completedMoments');
    expect(await refusals({ placementNumber: 'bsn 111222333' })).toBe('NATIONAL_NUMBER placementNumber');
    expect(await refusals({ goals: ['bel 111222333'] })).toBe('NATIONAL_NUMBER goals');
    expect(await refusals({ localName: '111222333' })).toBe('NATIONAL_NUMBER localName');
    expect(await refusals({ workingTimes: [{ weekday: 1, startsAt: '08:00', endsAt: '20:00', breakMinutes: 0 }] })).toBe(
      'INVALID_INPUT workingTimes',
    );
    expect(await refusals({ workingTimes: [{ weekday: 1, startsAt: '8 uur', endsAt: '12:00', breakMinutes: 0 }] })).toBe(
      'INVALID_INPUT workingTimes',
    );
    const twice = await bring([row('S-101', { studentId: 'stu_c' }), row('S-101', { studentId: 'stu_c' }), row('S-102', { kind: 'NONE' })]);
    expect(twice).toMatchObject({
      created: 1,
      refused: [
        { row: 1, column: 'key' },
        { row: 2, column: 'kind' },
      ],
    });
    const overlapping = await bring([row('S-103', { studentId: 'stu_c' })]);
    expect(overlapping.refused).toMatchObject([
      { column: 'workingTimes', message: expect.stringContaining('botsen is maandag 1 februari 2027') },
    ]);
    expect(JSON.stringify(twice)).not.toContain('NONE');
  });

  it('are brought in by the Servicepunt everywhere and by a coordinator for the own location', async () => {
    const elsewhere = row('S-200', { studentId: 'stu_b', startsOn: '2027-05-10', endsOn: '2027-05-28', state: 'PROPOSED' });
    expect((await bring([elsewhere], coordinator)).refused).toMatchObject([{ code: 'NOT_FOUND', column: 'studentId' }]);
    expect(await bring([elsewhere], otherCoordinator)).toMatchObject({ created: 1, refused: [] });
    expect((await bring([elsewhere], coordinator)).refused).toMatchObject([{ code: 'NOT_FOUND' }]);
    for (const who of [director, contactOf('emp_vdl')]) {
      const { errors } = await placements.query(who, IMPORT, { input: { rows: [elsewhere] } });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const { data } = await placements.query(servicePoint, IMPORT, {
      input: { rows: Array.from({ length: 501 }, (_, index) => row(`M-${index}`)) },
    });
    expect(data.importPlacements.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: 'rows' }]);
  });

  it('are shown to the company later when the disclosure could not be logged at once', async () => {
    placements.world.pupils.set('stu_d', pupil('stu_d', '2008-01-01'));
    placements.world.down.add('students.recordDisclosure');
    expect(await bring([row('S-300', { studentId: 'stu_d' })])).toMatchObject({ created: 1, refused: [] });
    const seen = async () => {
      const { data } = await placements.query(
        contactOf('emp_vdl'),
        '{ trainees(filter: { state: [AGREED] }) { nodes { id } } evaluations { nodes { id } } }',
      );
      return [data.trainees.nodes.length, data.evaluations.nodes.length];
    };
    const [before, formsBefore] = await seen();
    placements.world.down.clear();
    placements.setNow('2026-11-24T10:30:00Z');
    await placements.followUp();
    expect(await seen()).toEqual([(before ?? 0) + 1, (formsBefore ?? 0) + 3]);
  });
});
