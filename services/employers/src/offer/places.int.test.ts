import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { coordinator, eventsOf, registered, run, servicePoint, startEmployers } from '../test-support/employers.ts';

describe('the places of an offer', () => {
  let employers: TestSubgraph;
  let employer: { id: string; sites: { id: string }[] };
  beforeAll(async () => {
    employers = await startEmployers('2026-11-24T10:00:00Z');
    employer = await registered(employers);
  });
  afterAll(() => employers.stop());

  let keys = 0;
  async function offerOf(places: number): Promise<string> {
    const input = {
      idempotencyKey: `p${(keys += 1)}`,
      employerId: employer.id,
      siteId: employer.sites[0]?.id,
      title: 'Montage',
      kind: 'OUTFLOW',
      rhythm: 'RIBBON',
      places,
      startsOn: '2026-09-01',
      endsOn: '2027-07-16',
    };
    return (await run(employers, coordinator, 'publishOffer', input, 'offer { id }')).offer.id;
  }
  const reserve = async (offerId: string, placementId: string, input: object = {}) =>
    (
      await employers.call('placements', 'employers.reserveOfferPlace', {
        offerId,
        placementId,
        startsOn: '2027-01-04',
        endsOn: '2027-01-29',
        expiresAt: '2026-11-24T10:15:00Z',
        ...input,
      })
    ).body;
  const confirm = async (offerId: string, placementId: string) =>
    (await employers.call('placements', 'employers.confirmOfferPlace', { offerId, placementId })).body.confirmed;
  const release = async (offerId: string, placementId: string) =>
    (await employers.call('placements', 'employers.releaseOfferPlace', { offerId, placementId })).body.released;
  const taken = async (id: string) =>
    (await employers.query(servicePoint, 'query ($id: ID!) { placementOffer(id: $id) { placesTaken } }', { id })).data.placementOffer
      .placesTaken;

  it.each([1, 7])('claimed by twenty placements at once go to exactly as many as there are: %i', async (places) => {
    const offerId = await offerOf(places);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => reserve(offerId, `plc_${index}`)));
    expect(answers.filter((answer) => answer.reserved)).toHaveLength(places);
    expect(answers.filter((answer) => !answer.reserved && answer.reason === 'OFFER_FULL')).toHaveLength(20 - places);
    expect(await taken(offerId)).toBe(places);
    const told = (await eventsOf(employers)).filter((event) => event.type === 'OfferPlaceReserved' && event.data['offerId'] === offerId);
    expect(told).toHaveLength(places);
  });

  it('claimed twenty times at once for one placement are one place', async () => {
    const offerId = await offerOf(3);
    const answers = await Promise.all(Array.from({ length: 20 }, () => reserve(offerId, 'plc_same')));
    expect(answers).toEqual(
      Array.from({ length: 20 }, () => ({ reserved: true, employerId: employer.id, siteId: employer.sites[0]?.id, placesLeft: 2 })),
    );
    expect(await taken(offerId)).toBe(1);
  });

  it('are held until the hold expires, and for good once confirmed', async () => {
    const offerId = await offerOf(1);
    await reserve(offerId, 'plc_slow');
    expect(await reserve(offerId, 'plc_next')).toEqual({ reserved: false, reason: 'OFFER_FULL' });
    employers.setNow('2026-11-24T10:16:00Z');
    try {
      expect(await taken(offerId)).toBe(0);
      expect(await reserve(offerId, 'plc_next', { expiresAt: '2026-11-24T10:30:00Z' })).toMatchObject({ reserved: true });
      expect(await confirm(offerId, 'plc_slow')).toBe(false);
      expect(await confirm(offerId, 'plc_next')).toBe(true);
      employers.setNow('2026-11-25T10:00:00Z');
      expect(await confirm(offerId, 'plc_next')).toBe(true);
      expect(await taken(offerId)).toBe(1);
    } finally {
      employers.setNow('2026-11-24T10:00:00Z');
    }
    const told = (await eventsOf(employers))
      .filter((event) => event.data['offerId'] === offerId)
      .map(({ type, data }) => [type, data['placementId']]);
    expect(told).toEqual([
      ['OfferPublished', undefined],
      ['OfferPlaceReserved', 'plc_slow'],
      ['OfferPlaceReleased', 'plc_slow'],
      ['OfferPlaceReserved', 'plc_next'],
    ]);
  });

  it('are given back once, and then free for the next', async () => {
    const offerId = await offerOf(1);
    await reserve(offerId, 'plc_a');
    expect(await release(offerId, 'plc_a')).toBe(true);
    expect(await release(offerId, 'plc_a')).toBe(true);
    expect(await reserve(offerId, 'plc_b')).toMatchObject({ reserved: true, placesLeft: 0 });
    const told = (await eventsOf(employers)).filter((event) => event.type === 'OfferPlaceReleased' && event.data['offerId'] === offerId);
    expect(told).toEqual([
      { type: 'OfferPlaceReleased', actor: 'placements', data: { offerId, employerId: employer.id, placementId: 'plc_a' } },
    ]);
  });

  it('are not claimed of an offer that isn’t there, that is over, or of a company that no longer takes part', async () => {
    expect(await reserve('ofr_none', 'plc_a')).toEqual({ reserved: false, reason: 'UNKNOWN_OFFER' });
    expect(await confirm('ofr_none', 'plc_a')).toBe(false);
    expect(await release('ofr_none', 'plc_a')).toBe(false);
    const offerId = await offerOf(1);
    expect(await reserve(offerId, 'plc_a', { endsOn: '2027-08-01' })).toEqual({ reserved: false, reason: 'OUTSIDE_PERIOD' });
    await employers.connection.collection('employers').updateOne({ _id: employer.id as never }, { $set: { state: 'INACTIVE' } });
    try {
      expect(await reserve(offerId, 'plc_a')).toEqual({ reserved: false, reason: 'OFFER_CLOSED' });
    } finally {
      await employers.connection.collection('employers').updateOne({ _id: employer.id as never }, { $set: { state: 'ACTIVE' } });
    }
  });

  it('are claimed by the placements service alone', async () => {
    const offerId = await offerOf(1);
    for (const service of ['gateway', 'students', 'notifications'] as const)
      expect((await employers.call(service, 'employers.releaseOfferPlace', { offerId, placementId: 'plc_a' })).status).toBe(403);
    const person = await employers.raw('/calls/employers.releaseOfferPlace', {
      authorization: `Bearer ${await employers.sign(servicePoint)}`,
      body: { offerId, placementId: 'plc_a' },
    });
    expect(person.status).toBe(403);
  });
});
