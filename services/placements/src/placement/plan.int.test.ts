import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pupil } from '../test-support/callees.ts';
import {
  contactOf,
  coordinator,
  director,
  END,
  english,
  guide,
  otherCoordinator,
  otherGuide,
  plan,
  planned,
  servicePoint,
  START,
  startPlacements,
  student,
  WEEKDAYS,
  type Placements,
} from '../test-support/placements.ts';

const FIELDS =
  'placement { id state revision minorOnStart legalBasis offerPlace employer { id } site { id } weeklyHours supervisor { id } }';

describe('planning a placement', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());
  beforeEach(() => {
    placements.world.down.clear();
    placements.world.calls.length = 0;
  });
  const refusal = async (rest: object, who = coordinator) => {
    const { placement, userErrors } = await placements.run(who, 'planPlacement', plan(rest), FIELDS);
    expect(placement ?? null).toBeNull();
    return userErrors.map(({ code, field }) => [code, field]);
  };

  it('proposes it to the company, logs what is disclosed, and keeps a place of the offer', async () => {
    const { placement, userErrors } = await placements.run(
      coordinator,
      'planPlacement',
      plan({ offerId: 'ofr_1', employerId: null, siteId: null, endsOn: '2027-02-05' }),
      FIELDS,
    );
    expect(userErrors).toEqual([]);
    expect(placement).toMatchObject({
      state: 'PROPOSED',
      minorOnStart: true,
      legalBasis: 'CONSENT',
      offerPlace: 'CONFIRMED',
      employer: { id: 'emp_vdl' },
      site: { id: 'sit_1' },
      weeklyHours: 26,
      supervisor: { id: 'stf_guide' },
    });
    expect(placements.world.offers.get('ofr_1')?.held.get(placement.id)).toEqual({ confirmed: true });
    expect(placements.world.disclosures.at(-1)).toMatchObject({ subjectId: placement.id, recipient: { kind: 'EMPLOYER', id: 'emp_vdl' } });
    expect((await placements.events()).at(-1)).toMatchObject({
      type: 'PlacementPlanned',
      data: { placementId: placement.id, studentId: 'stu_17', locationId: 'loc_a', startsOn: START, endsOn: '2027-02-05' },
    });
    await placements.run(coordinator, 'cancelPlacement', { id: placement.id, revision: placement.revision }, 'placement { id }');
    expect(placements.world.offers.get('ofr_1')?.held.has(placement.id)).toBe(false);
  });

  it('gives the same placement for the same key, and refuses the key for another input', async () => {
    const input = plan({ studentId: 'stu_18' });
    const first = await placements.run(coordinator, 'planPlacement', input, FIELDS);
    const disclosed = placements.world.disclosures.length;
    const second = await placements.run(coordinator, 'planPlacement', input, FIELDS);
    expect(second.placement).toEqual(first.placement);
    expect(placements.world.disclosures.length).toBe(disclosed);
    const other = await placements.run(coordinator, 'planPlacement', { ...input, endsOn: '2027-04-22' }, FIELDS);
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' }]);
  });

  it('counts who is a minor on the day it starts, not today and not on the last day', async () => {
    const minorOn = async (studentId: string, birthDate: string) => {
      placements.world.pupils.set(studentId, pupil(studentId, birthDate));
      placements.world.consents.add(studentId);
      const { placement, userErrors } = await placements.run(coordinator, 'planPlacement', plan({ studentId }), FIELDS);
      expect(userErrors).toEqual([]);
      return placement.minorOnStart;
    };
    // 18 between today and the start, on the start itself, and the day after it.
    expect(await minorOn('stu_before', '2008-12-31')).toBe(false);
    expect(await minorOn('stu_on', '2009-02-01')).toBe(false);
    expect(await minorOn('stu_after', '2009-02-02')).toBe(true);
  });

  it('refuses dates and times that cannot be, each with its field', async () => {
    expect(await refusal({ startsOn: END, endsOn: START })).toEqual([['ENDS_BEFORE_START', 'endsOn']]);
    expect(await refusal({ startsOn: '2026-10-01', endsOn: '2026-11-23' })).toEqual([['IN_THE_PAST', 'endsOn']]);
    expect(await refusal({ endsOn: '2028-02-02' })).toEqual([['PERIOD_TOO_LONG', 'endsOn']]);
    expect(await refusal({ workingTimes: [] })).toEqual([['INVALID_INPUT', 'workingTimes']]);
    expect(await refusal({ endsOn: '2027-02-02', workingTimes: WEEKDAYS })).toEqual([
      ['SCHEDULE_OUTSIDE_PERIOD', 'workingTimes.2.weekday'],
      ['SCHEDULE_OUTSIDE_PERIOD', 'workingTimes.3.weekday'],
    ]);
  });

  it('refuses working times that the law forbids, with the rule, the day and the number', async () => {
    const long = [{ weekday: 1, startsAt: '08:00', endsAt: '17:30', breakMinutes: 30 }];
    expect(await refusal({ studentId: 'stu_15', workingTimes: long })).toEqual([['DAY_TOO_LONG', 'workingTimes']]);
    const { userErrors } = await placements.run(coordinator, 'planPlacement', plan({ studentId: 'stu_15', workingTimes: long }), FIELDS);
    expect(userErrors[0]?.message).toBe('Op maandag 1 februari 2027 werkt de leerling 9 uur; toegestaan is 7 uur per dag.');
    const inEnglish = await placements.run(
      english(coordinator),
      'planPlacement',
      plan({ studentId: 'stu_15', workingTimes: long }),
      FIELDS,
    );
    expect(inEnglish.userErrors[0]?.message).toBe('On Monday, 1 February 2027 the pupil works 9 hours; 7 hours a day are allowed.');
  });

  it('refuses a national number in any free text, and a text that is too long', async () => {
    expect(await refusal({ workAdjustments: 'bsn 111222333' })).toEqual([['NATIONAL_NUMBER', 'workAdjustments']]);
    expect(await refusal({ goals: ['ok', '111.222.333'] })).toEqual([['NATIONAL_NUMBER', 'goals.1']]);
    expect(await refusal({ localName: 'x'.repeat(10_000) })).toEqual([['TEXT_TOO_LONG', 'localName']]);
  });

  it('refuses a workplace that does not exist, does not belong together or is not active', async () => {
    expect(await refusal({ employerId: 'emp_unknown' })).toEqual([['NOT_FOUND', 'employerId']]);
    expect(await refusal({ siteId: 'sit_9' })).toEqual([['NOT_FOUND', 'siteId']]);
    expect(await refusal({ workplaceSupervisorId: 'wsp_9' })).toEqual([['NOT_FOUND', 'workplaceSupervisorId']]);
    expect(await refusal({ employerId: null, siteId: null })).toEqual([['INVALID_INPUT', 'employerId']]);
    expect(await refusal({ kind: 'TEACHER' })).toEqual([['INVALID_INPUT', 'kind']]);
    expect(await refusal({ supervisorId: 'stf_stranger' })).toEqual([['NOT_FOUND', 'supervisorId']]);
  });

  it('gives the place of the offer back when something later is refused', async () => {
    const offer = placements.world.offers.get('ofr_1');
    expect(await refusal({ offerId: 'ofr_1', employerId: null, siteId: null, workplaceSupervisorId: 'wsp_9' })).toEqual([
      ['NOT_FOUND', 'workplaceSupervisorId'],
    ]);
    expect(offer?.held.size).toBe(0);
    placements.world.consents.delete('stu_17');
    expect(await refusal({ offerId: 'ofr_1', employerId: null, siteId: null })).toEqual([['CONSENT_MISSING', 'legalBasis']]);
    placements.world.consents.add('stu_17');
    expect(offer?.held.size).toBe(0);
    // Nothing was left in the pupil's calendar either.
    const { id, revision } = await planned(placements, { endsOn: '2027-02-05' });
    await placements.run(coordinator, 'cancelPlacement', { id, revision }, 'placement { id }');
  });

  it('refuses an offer that is unknown, full, closed or elsewhere in time', async () => {
    const offer = placements.world.offers.get('ofr_1');
    if (!offer) throw new Error('the world has lost its offer');
    const viaOffer = { offerId: 'ofr_1', employerId: null, siteId: null };
    expect(await refusal({ ...viaOffer, offerId: 'ofr_9' })).toEqual([['NOT_FOUND', 'offerId']]);
    expect(await refusal({ ...viaOffer, endsOn: '2027-07-15' })).toEqual([['OUTSIDE_OFFER_PERIOD', 'offerId']]);
    offer.open = false;
    expect(await refusal(viaOffer)).toEqual([['OFFER_CLOSED', 'offerId']]);
    offer.open = true;
    offer.places = 0;
    expect(await refusal(viaOffer)).toEqual([['OFFER_FULL', 'offerId']]);
    offer.places = 2;
  });

  it('says so when another service is down, and stores nothing', async () => {
    for (const name of ['students.studentForPlacement', 'employers.checkWorkplace', 'students.recordDisclosure'] as const) {
      placements.world.down.add(name);
      expect(await refusal({ endsOn: '2027-02-05' })).toEqual([['SERVICE_UNAVAILABLE', null]]);
      placements.world.down.delete(name);
    }
    const { data } = await placements.query(servicePoint, '{ placements(filter: { student: "stu_17" }) { nodes { state } } }');
    expect(data.placements.nodes.every((row: { state: string }) => row.state === 'CANCELLED')).toBe(true);
  });

  it('keeps the placement when only the confirmation of the place is late, and confirms it later', async () => {
    placements.world.down.add('employers.confirmOfferPlace');
    const viaOffer = plan({ offerId: 'ofr_1', employerId: null, siteId: null, endsOn: '2027-02-05' });
    const { placement } = await placements.run(coordinator, 'planPlacement', viaOffer, FIELDS);
    expect(placement.offerPlace).toBe('RESERVED');
    placements.world.down.clear();
    const input = { id: placement.id, revision: placement.revision, reason: 'Andere plek' };
    const cancelled = await placements.run(coordinator, 'cancelPlacement', input, FIELDS);
    expect(cancelled.placement.state).toBe('CANCELLED');
    const { data } = await placements.query(coordinator, `{ placement(id: "${placement.id}") { offerPlace } }`);
    expect(data.placement.offerPlace).toBe('RELEASED');
  });

  it('allows grounds that hold for a company only', async () => {
    expect(await refusal({ legalBasis: 'STATUTORY_REPORT' })).toEqual([['LEGAL_BASIS_NOT_ALLOWED', 'legalBasis']]);
  });

  it('refuses a pupil who will have left', async () => {
    const known = placements.world.pupils.get('stu_17');
    if (!known) throw new Error('the world has lost its pupil');
    placements.world.pupils.set('stu_17', { ...known, leftOn: '2027-03-01' });
    expect(await refusal({})).toEqual([['STUDENT_LEFT', 'studentId']]);
    placements.world.pupils.set('stu_17', known);
  });

  it('is done for pupils of the own location, by the guide for his own pupils', async () => {
    expect(await refusal({}, otherCoordinator)).toEqual([['NOT_FOUND', 'studentId']]);
    expect(await refusal({}, otherGuide)).toEqual([['NOT_FOUND', 'studentId']]);
    expect(await refusal({ studentId: 'stu_nobody' })).toEqual([['NOT_FOUND', 'studentId']]);
    const byGuide = await placements.run(guide, 'planPlacement', plan({ endsOn: '2027-02-05' }), FIELDS);
    expect(byGuide.userErrors).toEqual([]);
    const { id, revision } = byGuide.placement;
    await placements.run(servicePoint, 'cancelPlacement', { id, revision }, 'placement { id }');
    for (const who of [director, student('stu_17'), contactOf('emp_vdl')]) {
      const { errors } = await placements.query(
        who,
        'mutation ($input: PlanPlacementInput!) { planPlacement(input: $input) { userErrors { code } } }',
        {
          input: plan(),
        },
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('a pupil is at one place at a time', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());

  it('refuses a second placement at the same hours and tells the first day on which they clash', async () => {
    await planned(placements, { studentId: 'stu_18' });
    const again = plan({
      studentId: 'stu_18',
      startsOn: '2027-04-19',
      endsOn: '2027-05-28',
      employerId: 'emp_other',
      siteId: 'sit_9',
      workplaceSupervisorId: null,
    });
    const { userErrors } = await placements.run(english(coordinator), 'planPlacement', again, 'placement { id }');
    expect(userErrors).toMatchObject([{ code: 'PLACEMENTS_OVERLAP', field: 'workingTimes' }]);
    expect(userErrors[0]?.message).toContain('Monday, 19 April 2027');
  });

  it('accepts another weekday, and another period', async () => {
    const friday = [{ weekday: 5, startsAt: '09:00', endsAt: '16:00', breakMinutes: 30 }];
    await planned(placements, {
      studentId: 'stu_18',
      workingTimes: friday,
      kind: 'INTERNAL',
      employerId: null,
      siteId: null,
      workplaceSupervisorId: null,
    });
    const later = await planned(placements, { studentId: 'stu_18', startsOn: '2027-04-26', endsOn: '2027-05-28' });
    expect(later.revision).toBe(1);
  });

  it('is not kept from a place by a planning that broke off', async () => {
    const claimOf = (minutesAgo: number) => ({
      placementId: `plc_broken_${minutesAgo}`,
      startsOn: '2027-02-01',
      endsOn: '2027-02-26',
      workingTimes: WEEKDAYS,
      claimedAt: new Date(Date.parse('2026-11-24T10:00:00Z') - minutesAgo * 60_000),
    });
    const calendars = placements.connection.collection('pupilCalendars');
    await calendars.insertOne({ _id: 'stu_15' as never, revision: 1, entries: [claimOf(5)] });
    const wanted = () =>
      placements.run(coordinator, 'planPlacement', plan({ studentId: 'stu_15', endsOn: '2027-02-26' }), 'placement { id }');
    expect((await wanted()).userErrors).toMatchObject([{ code: 'PLACEMENTS_OVERLAP' }]);
    await calendars.updateOne({ _id: 'stu_15' as never }, { $set: { entries: [claimOf(11)] } });
    expect((await wanted()).userErrors).toEqual([]);
  });

  it('lets one of two plannings at the same moment through', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => placements.run(coordinator, 'planPlacement', plan({ studentId: 'stu_17' }), 'placement { id }')),
    );
    const outcomes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'PLANNED').toSorted();
    expect(outcomes).toEqual(['PLACEMENTS_OVERLAP', 'PLACEMENTS_OVERLAP', 'PLANNED']);
  });
});
