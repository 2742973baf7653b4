import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { contactOf, coordinator, plan, planned, startPlacements, terms, TODAY, type Placements } from '../test-support/placements.ts';

describe('what a change leaves behind for others', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());
  beforeEach(() => {
    placements.world.down.clear();
    placements.setNow(`${TODAY}T10:00:00Z`);
  });
  const waiting = async () =>
    (
      await placements.connection
        .collection('placements')
        .find({ followUpAt: { $exists: true } })
        .toArray()
    ).map((row) => row['followUps']);

  it('is done at once, and nothing waits after that', async () => {
    await planned(placements, { offerId: 'ofr_1', employerId: null, siteId: null });
    expect(await waiting()).toEqual([]);
  });

  it('waits while a service is down, and is done when it answers again', async () => {
    placements.world.down.add('employers.confirmOfferPlace');
    const { placement } = await placements.run(
      coordinator,
      'planPlacement',
      plan({ studentId: 'stu_18', offerId: 'ofr_1', employerId: null, siteId: null }),
      'placement { id offerPlace }',
    );
    expect(placement.offerPlace).toBe('RESERVED');
    expect(await waiting()).toHaveLength(1);
    placements.world.down.clear();
    await placements.followUp();
    expect(await waiting()).toHaveLength(1);
    placements.setNow(`${TODAY}T10:01:00Z`);
    await placements.followUp();
    expect(await waiting()).toEqual([]);
    expect(placements.world.offers.get('ofr_1')?.held.get(placement.id)).toEqual({ confirmed: true });
  });

  it('takes a place anew when the hold ended meanwhile, and says so when none is left', async () => {
    const offer = placements.world.offers.get('ofr_1');
    if (!offer) throw new Error('the world has lost its offer');
    offer.places = 4;
    const seen = async (id: string) =>
      (await placements.query(coordinator, `{ placement(id: "${id}") { offerPlace } }`)).data.placement.offerPlace;
    const late = async (period: object, meanwhile: () => void) => {
      placements.setNow(`${TODAY}T10:00:00Z`);
      placements.world.down.add('employers.confirmOfferPlace');
      const { id } = await planned(placements, { studentId: 'stu_15', offerId: 'ofr_1', employerId: null, siteId: null, ...period });
      offer.held.delete(id);
      meanwhile();
      placements.world.down.clear();
      placements.setNow(`${TODAY}T11:00:00Z`);
      await placements.followUp();
      return seen(id);
    };
    expect(await late({ startsOn: '2027-02-01', endsOn: '2027-02-26' }, () => undefined)).toBe('CONFIRMED');
    expect(await late({ startsOn: '2027-03-01', endsOn: '2027-03-26' }, () => (offer.places = 0))).toBe('LOST');
  });

  it('survives an end between the write and the work: whoever looks next does it', async () => {
    const { id, revision } = await planned(placements, { studentId: 'stu_b', startsOn: '2027-02-01' }).catch(() => ({
      id: '',
      revision: 0,
    }));
    expect([id, revision]).toEqual(['', 0]);
    const own = await planned(placements, { studentId: 'stu_18', startsOn: '2027-05-03', endsOn: '2027-06-25' });
    const signatures = ['STUDENT', 'SCHOOL', 'COMPANY'].map((party) => ({ party, signedOn: TODAY }));
    await placements.run(coordinator, 'agreePlacement', { ...own, terms: terms(), signatures }, 'placement { id }');
    const evaluations = placements.connection.collection('evaluations');
    await evaluations.deleteMany({ placementId: own.id });
    // As a crash right after the write of the agreement would have left it.
    await placements.connection
      .collection('placements')
      .updateOne(
        { _id: own.id as never },
        { $set: { followUps: [{ id: 'fup_1', code: 'SCHEDULE_EVALUATIONS' }], followUpAt: new Date(`${TODAY}T09:00:00Z`) } },
      );
    await placements.followUp();
    await placements.followUp();
    expect(await evaluations.countDocuments({ placementId: own.id })).toBe(3);
    const { data } = await placements.query(contactOf('emp_vdl'), '{ evaluations { totalCount } }');
    expect(data.evaluations.totalCount).toBe(3);
  });
});
