import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  contactOf,
  coordinator,
  english,
  eventsOf,
  importRow,
  outsiders,
  registered,
  run,
  servicePoint,
  site,
  startEmployers,
  supervisor,
  systemOf,
} from '../test-support/employers.ts';

const OFFER =
  'offer { id offerNumber title description kind rhythm places placesTaken startsOn endsOn sector state revision employer { id } site { id } }';
const READ = `query ($id: ID!) { placementOffer(id: $id) { id title placesTaken } _entities(representations: [{ __typename: "PlacementOffer", id: $id }]) { ... on PlacementOffer { title } } }`;
const facts = {
  title: 'Montage van bussen',
  kind: 'VOCATIONAL',
  rhythm: 'BLOCK',
  places: 2,
  startsOn: '2027-01-04',
  endsOn: '2027-03-26',
  sector: 'Metaal',
};
const codes = (payload: { userErrors: { code: string; field: string | null }[] }) =>
  payload.userErrors.map(({ code, field }) => [code, field]);

describe('placement offers', () => {
  let employers: TestSubgraph;
  let own: { id: string; sites: { id: string }[] };
  let other: { id: string; sites: { id: string }[] };
  beforeAll(async () => {
    employers = await startEmployers('2026-11-24T10:00:00Z');
    own = await registered(employers);
    other = await registered(employers, { site: { ...site, labourMarketRegion: 'Noordoost-Brabant' } });
  });
  afterAll(() => employers.stop());

  let keys = 0;
  const publish = (who: Viewer, at: { id: string; sites: { id: string }[] }, input: object = {}) =>
    run(
      employers,
      who,
      'publishOffer',
      { idempotencyKey: `o${(keys += 1)}`, employerId: at.id, siteId: at.sites[0]?.id, ...facts, ...input },
      OFFER,
    );
  const reserve = (offerId: string, placementId: string, startsOn = facts.startsOn, endsOn = facts.endsOn) =>
    employers.call('placements', 'employers.reserveOfferPlace', {
      offerId,
      placementId,
      startsOn,
      endsOn,
      expiresAt: '2026-11-24T12:00:00Z',
    });

  it('are published by the company, its HR system, a coordinator or the Servicepunt, and told', async () => {
    const before = (await eventsOf(employers)).length;
    const ids = [];
    for (const who of [contactOf(own.id), systemOf(own.id, 'offers:write'), coordinator, servicePoint]) {
      const { offer, userErrors } = await publish(who, own);
      expect(userErrors).toEqual([]);
      expect(offer).toMatchObject({
        ...facts,
        state: 'OPEN',
        placesTaken: 0,
        revision: 1,
        employer: { id: own.id },
        site: { id: own.sites[0]?.id },
      });
      expect(offer.offerNumber).toMatch(/^SP-[0-9A-Z]{10}$/);
      ids.push(offer.id);
    }
    expect((await eventsOf(employers)).slice(before)).toMatchObject(
      ids.map((offerId) => ({ type: 'OfferPublished', data: { offerId, employerId: own.id } })),
    );
  });

  it('are not published by an HR system without the scope, by a supervisor of pupils, or for another company', async () => {
    expect(codes(await publish(systemOf(own.id, 'trainees:read'), own))).toEqual([['FORBIDDEN', null]]);
    expect(codes(await publish(systemOf(own.id, 'offers:write'), other))).toEqual([['NOT_FOUND', 'employerId']]);
    expect(codes(await publish(contactOf(own.id), other))).toEqual([['NOT_FOUND', 'employerId']]);
    const { errors } = await employers.query(
      supervisor,
      'mutation { closeOffer(input: { id: "ofr_x", revision: 1 }) { userErrors { code } } }',
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are published once per key', async () => {
    const input = { idempotencyKey: 'once', employerId: own.id, siteId: own.sites[0]?.id, ...facts };
    const first = await run(employers, coordinator, 'publishOffer', input, OFFER);
    expect((await run(employers, coordinator, 'publishOffer', input, OFFER)).offer).toEqual(first.offer);
    expect(codes(await run(employers, coordinator, 'publishOffer', { ...input, places: 3 }, OFFER))).toEqual([
      ['IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'],
    ]);
  });

  it.each([
    [{ siteId: 'sit_none' }, [['NOT_FOUND', 'siteId']]],
    [{ endsOn: '2027-01-03' }, [['INVALID_INPUT', 'endsOn']]],
    [{ places: 0 }, [['INVALID_INPUT', 'places']]],
    [{ kind: 'INTERNAL' }, [['INVALID_INPUT', 'kind']]],
    [{ description: 'Vraag naar 111222333' }, [['NATIONAL_NUMBER', 'description']]],
    [{ description: 'x'.repeat(10_000) }, [['TEXT_TOO_LONG', 'description']]],
  ])('refuse %j and write nothing', async (wrong, expected) => {
    const before = await employers.connection.collection('placementOffers').countDocuments();
    expect(codes(await publish(coordinator, own, wrong))).toEqual(expected);
    expect(await employers.connection.collection('placementOffers').countDocuments()).toBe(before);
  });

  it('change under their revision, and not below what is held', async () => {
    const { offer } = await publish(coordinator, own);
    const change = (input: object, who: Viewer = coordinator) => run(employers, who, 'changeOffer', { id: offer.id, ...input }, OFFER);
    const changed = await change({ revision: 1, title: 'Assemblage', sector: null });
    expect(changed.offer).toMatchObject({ title: 'Assemblage', sector: null, places: 2, revision: 2 });
    expect(await change({ revision: 1, title: 'Te laat' })).toMatchObject({
      offer: { title: 'Assemblage', revision: 2 },
      userErrors: [{ code: 'REVISION_CONFLICT' }],
    });
    await reserve(offer.id, 'plc_a');
    await reserve(offer.id, 'plc_b');
    expect(await change({ revision: 4, places: 1 }, english(coordinator))).toMatchObject({
      offer: { placesTaken: 2, places: 2 },
      userErrors: [
        {
          code: 'PLACES_HELD',
          field: 'places',
          message: 'There are 2 places held at the same time already; fewer places are not possible.',
        },
      ],
    });
    expect(codes(await change({ revision: 4, endsOn: '2027-03-25' }))).toEqual([['PLACES_HELD_OUTSIDE_PERIOD', 'endsOn']]);
    expect(codes(await change({ revision: 4, title: null }))).toEqual([['INVALID_INPUT', 'title']]);
    expect(codes(await change({ revision: 3, places: 5 }))).toEqual([['REVISION_CONFLICT', 'revision']]);
    expect((await change({ revision: 4, places: 5 })).offer).toMatchObject({ places: 5, placesTaken: 2 });
    expect(codes(await change({ revision: 5, title: 'X' }, systemOf(own.id, 'trainees:read')))).toEqual([['FORBIDDEN', null]]);
    expect(codes(await change({ revision: 5, title: 'X' }, contactOf(other.id)))).toEqual([['NOT_FOUND', 'id']]);
  });

  it('close: who holds a place keeps it, nobody else gets one', async () => {
    const { offer } = await publish(contactOf(own.id), own);
    await reserve(offer.id, 'plc_a');
    const closed = await run(employers, systemOf(own.id, 'offers:write'), 'closeOffer', { id: offer.id, revision: 2 }, OFFER);
    expect(closed.offer).toMatchObject({ state: 'CLOSED', placesTaken: 1 });
    expect((await reserve(offer.id, 'plc_a')).body).toMatchObject({ reserved: true });
    expect((await reserve(offer.id, 'plc_b')).body).toEqual({ reserved: false, reason: 'OFFER_CLOSED' });
    expect(codes(await run(employers, coordinator, 'changeOffer', { id: offer.id, revision: 3, title: 'X' }, OFFER))).toEqual([
      ['OFFER_CLOSED', 'id'],
    ]);
  });

  it('of a company that stops taking part are closed, and it publishes none', async () => {
    const gone = await registered(employers);
    const { offer } = await publish(coordinator, gone);
    await run(employers, servicePoint, 'deactivateEmployer', { id: gone.id, revision: 1 }, 'employer { id }');
    const { data } = await employers.query(coordinator, 'query ($id: ID!) { placementOffer(id: $id) { state } }', { id: offer.id });
    expect(data.placementOffer.state).toBe('CLOSED');
    expect(codes(await publish(coordinator, gone))).toEqual([['EMPLOYER_NOT_ACTIVE', 'employerId']]);
  });

  it('are seen by staff and by the own company, and by nobody else', async () => {
    const { offer } = await publish(coordinator, own, { title: 'Canary' });
    for (const who of [servicePoint, coordinator, supervisor, contactOf(own.id), systemOf(own.id)])
      expect((await employers.query(who, READ, { id: offer.id })).data).toMatchObject({
        placementOffer: { title: 'Canary' },
        _entities: [{ title: 'Canary' }],
      });
    for (const who of [contactOf(other.id), systemOf(other.id, 'offers:write'), ...outsiders]) {
      const answer = await employers.query(who, READ, { id: offer.id });
      expect(answer.data).toEqual({ placementOffer: null, _entities: [null] });
      expect(JSON.stringify(answer)).not.toContain('Canary');
    }
    const forbidden = await employers.countCommands(() => employers.query(contactOf(other.id), READ, { id: offer.id }));
    const absent = await employers.countCommands(() => employers.query(contactOf(other.id), READ, { id: 'ofr_none' }));
    expect(forbidden).toEqual(absent);
  });

  it('are found by company, number, kind, day, word and region, with the same commands for few and many', async () => {
    const { offer } = await publish(coordinator, other, {
      title: 'Bakkerij',
      sector: 'Voeding',
      kind: 'TASTER',
      startsOn: '2028-05-01',
      endsOn: '2028-05-05',
    });
    const list = async (filter: object) =>
      (
        await employers.query(coordinator, 'query ($filter: PlacementOfferFilter) { placementOffers(filter: $filter) { nodes { id } } }', {
          filter,
        })
      ).data.placementOffers.nodes.map((row: { id: string }) => row.id);
    for (const filter of [
      { offerNumber: offer.offerNumber },
      { employer: other.id, kind: 'TASTER' },
      { openOn: '2028-05-01' },
      { openOn: '2028-05-05' },
      { search: 'voed bakk' },
      { region: 'noordoost-brabant', search: 'bakkerij' },
    ])
      expect(await list(filter)).toEqual([offer.id]);
    for (const filter of [
      { openOn: '2028-05-06' },
      { openOn: '2028-04-30' },
      { region: 'Zuidoost-Brabant', search: 'bakkerij' },
      { region: 'Twente' },
    ])
      expect(await list(filter)).toEqual([]);
    await run(employers, coordinator, 'closeOffer', { id: offer.id, revision: 1 }, OFFER);
    expect(await list({ openOn: '2028-05-01' })).toEqual([]);
    const document =
      'query ($first: Int) { placementOffers(first: $first) { nodes { title placesTaken site { city } employer { name offers(first: 2) { nodes { title } } } } } }';
    const counts = await employers.countCommands(() => employers.query(coordinator, document, { first: 1 }));
    expect(await employers.countCommands(() => employers.query(coordinator, document, { first: 100 }))).toEqual(counts);
  });
});

describe('an import of offers', () => {
  let employers: TestSubgraph;
  beforeAll(async () => {
    employers = await startEmployers('2026-11-24T10:00:00Z');
    await run(employers, servicePoint, 'importEmployers', { rows: [importRow] }, 'created');
  });
  afterAll(() => employers.stop());
  const row = {
    offerNumber: 'A-1',
    kvkNumber: importRow.kvkNumber,
    establishmentNumber: importRow.establishmentNumber,
    ...facts,
    description: 'Schroeven en lassen',
  };
  const bring = (rows: readonly object[]) =>
    run(employers, english(servicePoint), 'importOffers', { rows }, 'created updated unchanged refused { row column code message }');

  it('brings in new ones, changes what changed, leaves what has no value, and stops at no bad row', async () => {
    const rows = [
      row,
      { ...row, offerNumber: 'A-2', kvkNumber: '99999999' },
      { ...row, offerNumber: 'A-3', establishmentNumber: '1' },
      { ...row, offerNumber: 'A-4', title: 'Bel 111222333' },
    ];
    expect(await bring(rows)).toMatchObject({
      created: 1,
      refused: [
        { row: 3, column: 'title', code: 'NATIONAL_NUMBER' },
        { row: 1, column: 'kvkNumber', code: 'NOT_FOUND' },
        { row: 2, column: 'establishmentNumber', code: 'NOT_FOUND' },
      ].toSorted((left, right) => left.row - right.row),
      userErrors: [],
    });
    expect(await bring([row])).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await bring([{ ...row, title: 'Lassen', description: null }])).toMatchObject({ updated: 1 });
    const { data } = await employers.query(
      servicePoint,
      '{ placementOffers(filter: { offerNumber: "A-1", search: "lassen" }) { nodes { description } } }',
    );
    expect(data.placementOffers.nodes).toEqual([{ description: 'Schroeven en lassen' }]);
  });

  it('takes no place away that is held', async () => {
    await bring([{ ...row, offerNumber: 'A-5' }]);
    const { data } = await employers.query(servicePoint, '{ placementOffers(filter: { offerNumber: "A-5" }) { nodes { id } } }');
    const offerId = data.placementOffers.nodes[0].id;
    for (const placementId of ['plc_a', 'plc_b'])
      await employers.call('placements', 'employers.reserveOfferPlace', {
        offerId,
        placementId,
        startsOn: '2027-02-01',
        endsOn: '2027-02-26',
        expiresAt: '2026-11-24T12:00:00Z',
      });
    expect(await bring([{ ...row, offerNumber: 'A-5', places: 1 }])).toMatchObject({ updated: 0, refused: [{ row: 0, column: 'places' }] });
    expect(await bring([{ ...row, offerNumber: 'A-5', endsOn: '2027-02-25' }])).toMatchObject({
      updated: 0,
      refused: [{ row: 0, column: 'endsOn' }],
    });
  });

  it('costs the same commands for one offer and for many', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({ ...row, offerNumber: `B-${index}` }));
    expect(await employers.countCommands(() => bring(rows))).toEqual({ find: 2, insert: 1 });
  });
});
