import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coordinator, plan, planned, startPlacements, student, type Placements } from '../test-support/placements.ts';

describe('changing a placement', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());

  it('moves it, and frees the old time for another one', async () => {
    const { id, revision } = await planned(placements, { endsOn: '2027-02-26' });
    const moved = await placements.run(
      coordinator,
      'movePlacement',
      { id, revision, startsOn: '2027-03-01', endsOn: '2027-03-26' },
      'placement { startsOn endsOn revision }',
    );
    expect(moved).toMatchObject({ placement: { startsOn: '2027-03-01', endsOn: '2027-03-26', revision: revision + 1 }, userErrors: [] });
    expect((await placements.events()).at(-1)).toMatchObject({ type: 'PlacementChanged', data: { startsOn: '2027-03-01' } });
    await planned(placements, { endsOn: '2027-02-26' });
    const back = await placements.run(
      coordinator,
      'movePlacement',
      { id, revision: revision + 1, startsOn: '2027-02-22', endsOn: '2027-03-26' },
      'placement { id }',
    );
    expect(back.userErrors).toMatchObject([{ code: 'PLACEMENTS_OVERLAP' }]);
  });

  it('answers an old revision with the current state, and changes nothing', async () => {
    const { id, revision } = await planned(placements, { studentId: 'stu_15', workAdjustments: 'Rustige plek' });
    await placements.run(coordinator, 'changeLearningPlan', { id, revision, goals: ['Op tijd komen'] }, 'placement { id }');
    const late = await placements.run(
      coordinator,
      'changeLearningPlan',
      { id, revision, goals: ['Iets anders'] },
      'placement { revision goals { number text } workAdjustments }',
    );
    expect(late).toMatchObject({
      placement: { revision: revision + 1, goals: [{ number: 1, text: 'Op tijd komen' }], workAdjustments: 'Rustige plek' },
      userErrors: [{ code: 'REVISION_CONFLICT', field: 'revision' }],
    });
  });

  it('checks new working times again', async () => {
    const { id, revision } = await planned(placements, { studentId: 'stu_18' });
    const input = { id, revision, workingTimes: [{ weekday: 1, startsAt: '08:00', endsAt: '22:00', breakMinutes: 30 }] };
    expect((await placements.run(coordinator, 'changeWorkingTimes', input, 'placement { id }')).userErrors).toMatchObject([
      { code: 'DAY_TOO_LONG' },
    ]);
    const fine = { id, revision, workingTimes: [{ weekday: 1, startsAt: '08:00', endsAt: '16:00', breakMinutes: 30 }] };
    expect((await placements.run(coordinator, 'changeWorkingTimes', fine, 'placement { weeklyHours }')).placement).toEqual({
      weeklyHours: 7.5,
    });
  });

  it('ends nothing that has not begun, and begins nothing anew that has ended', async () => {
    const { id, revision } = await planned(placements, { studentId: 'stu_18', startsOn: '2027-05-03', endsOn: '2027-05-28' });
    const end = await placements.run(coordinator, 'endPlacement', { id, revision, reason: 'NO_SHOW' }, 'placement { id }');
    expect(end.userErrors).toMatchObject([
      { code: 'ILLEGAL_STATE', field: 'id', message: 'Dit kan niet in de huidige stand: voorgesteld.' },
    ]);
    const declined = await placements.run(
      student('stu_18'),
      'declinePlacement',
      { id, revision, reason: 'Te ver' },
      'placement { state endNote revision }',
    );
    expect(declined.placement).toEqual({ state: 'DECLINED', endNote: 'Te ver', revision: revision + 1 });
    const again = await placements.run(coordinator, 'cancelPlacement', { id, revision: revision + 1 }, 'placement { id }');
    expect(again.userErrors).toMatchObject([{ code: 'ILLEGAL_STATE' }]);
    expect((await placements.events()).at(-1)).toMatchObject({ type: 'PlacementEnded', data: { placementId: id, reason: 'DECLINED' } });
  });

  it('is proposed later where it was only planned', async () => {
    const quiet = { studentId: 'stu_18', startsOn: '2027-06-01', endsOn: '2027-06-25', propose: false };
    const { placement } = await placements.run(coordinator, 'planPlacement', plan(quiet), 'placement { id revision state legalBasis }');
    expect(placement).toMatchObject({ state: 'PLANNED', legalBasis: null });
    const { id, revision } = placement;
    placements.world.consents.delete('stu_18');
    const refused = await placements.run(coordinator, 'proposePlacement', { id, revision }, 'placement { id }');
    expect(refused.userErrors).toMatchObject([{ code: 'CONSENT_MISSING' }]);
    const proposed = await placements.run(
      coordinator,
      'proposePlacement',
      { id, revision, legalBasis: 'CONTRACT' },
      'placement { state legalBasis revision }',
    );
    expect(proposed.placement).toEqual({ state: 'PROPOSED', legalBasis: 'CONTRACT', revision: revision + 1 });
    placements.world.consents.add('stu_18');
  });
});
