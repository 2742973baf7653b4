import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { derivedId } from '@servicepunt/shared/ids';
import { grant, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { createMailStore, mailHandlers } from './mails.ts';
import {
  contactOf,
  coordinator,
  english,
  eventsOf,
  outsiders,
  registered,
  run,
  servicePoint,
  startEmployers,
  supervisor,
  systemOf,
} from '../test-support/employers.ts';

const CLAIM =
  'approach { id at by { id } schoolLocation { id } purpose } lastApproach { at by { id } schoolLocation { id } } nextFreeOn employer { id contactBudget { revision } }';
const BUDGET = `query ($id: ID!) { employer(id: $id) { contactBudget { level per28Days per7Days whatCounts nextFreeOn revision
  approaches(first: 2) { nodes { purpose by { id } } pageInfo { hasNextPage endCursor } totalCount } } load { mailsIn28Days mailsIn7Days approachesIn28Days approachesIn7Days openOffers places placesTaken } } }`;
const codes = (payload: { userErrors: { code: string; field: string | null }[] }) =>
  payload.userErrors.map(({ code, field }) => [code, field]);

describe('the contact budget of an employer', () => {
  let employers: TestSubgraph;
  let employer: { id: string; sites: { id: string }[] };
  beforeAll(async () => {
    employers = await startEmployers('2026-11-24T10:00:00Z');
  });
  afterAll(() => employers.stop());
  beforeEach(async () => {
    employers.setNow('2026-11-24T10:00:00Z');
    employer = await registered(employers);
  });

  let keys = 0;
  const claim = (who: Viewer, input: object = {}) =>
    run(
      employers,
      who,
      'claimEmployerApproach',
      { idempotencyKey: `a${(keys += 1)}`, employerId: employer.id, purpose: 'PLACEMENT_REQUEST', ...input },
      CLAIM,
    );
  const budget = async (who: Viewer = coordinator) => (await employers.query(who, BUDGET, { id: employer.id })).data.employer;

  it('is low and untouched at first, and says in words what counts', async () => {
    const { contactBudget, load } = await budget(english(coordinator));
    expect(contactBudget).toMatchObject({
      level: 'LOW',
      per28Days: 4,
      per7Days: 2,
      nextFreeOn: '2026-11-24',
      revision: 0,
      approaches: { nodes: [], totalCount: 0 },
    });
    expect(contactBudget.whatCounts).toMatch(/^Counts: every call, visit or message/);
    expect((await budget()).contactBudget.whatCounts).toMatch(/^Telt mee/);
    expect(load).toEqual({
      mailsIn28Days: 0,
      mailsIn7Days: 0,
      approachesIn28Days: 0,
      approachesIn7Days: 0,
      openOffers: 0,
      places: 0,
      placesTaken: 0,
    });
  });

  it('stands beside the mails that reminders brought to its people, each once, by the day that it went out', async () => {
    const { DeliverySent } = mailHandlers(
      createMailStore(employers.connection.useDb(employers.connection.name, { useCache: false }) as never),
    );
    const sent = (deliveryId: string, at: string, more: object = {}) =>
      DeliverySent?.({
        ...{ id: 'evt_1', number: 1, revision: 1, actor: 'notifications', at: new Date(at) },
        data: { deliveryId, personId: 'wsp_1', employerId: employer.id, channel: 'MAIL', reminderIds: ['rem_1'], ...more },
      } as never);
    const prefix = employer.id;
    await sent(`${prefix} today`, '2026-11-24T09:00:00Z');
    await sent(`${prefix} today`, '2026-11-24T09:00:00Z');
    await sent(`${prefix} six days ago`, '2026-11-18T09:00:00Z', { personId: 'con_1' });
    await sent(`${prefix} seven days ago`, '2026-11-17T09:00:00Z');
    await sent(`${prefix} 27 days ago`, '2026-10-28T09:00:00Z');
    await sent(`${prefix} 28 days ago`, '2026-10-27T09:00:00Z');
    await sent(`${prefix} to the pupil`, '2026-11-24T09:00:00Z', { personId: 'stu_1' });
    await sent(`${prefix} in the inbox`, '2026-11-24T09:00:00Z', { personId: 'con_1', channel: 'IN_APP' });
    await sent(`${prefix} of nobody`, '2026-11-24T09:00:00Z', { employerId: null });
    expect((await budget()).load).toMatchObject({ mailsIn7Days: 2, mailsIn28Days: 4 });
    // A group's digest: once for each of its companies, and not for one whose reminder wasn't needed any more.
    for (const _told of ['once', 'again']) {
      await sent(`${prefix} of a group`, '2026-11-24T09:00:00Z', { employerId: 'emp_b', employerIds: ['emp_b', employer.id, 'emp_c'] });
      await sent(`${prefix} of the others`, '2026-11-24T09:00:00Z', { employerIds: ['emp_c'] });
    }
    expect((await budget()).load).toMatchObject({ mailsIn7Days: 3, mailsIn28Days: 5 });
    const byCompany = async (employerId: string) => employers.connection.collection('employerMails').countDocuments({ employerId });
    expect([await byCompany('emp_b'), await byCompany('emp_c')]).toEqual([1, 2]);
    const kept = () => employers.connection.collection('employerMails').countDocuments({ employerId: employer.id });
    expect(await kept()).toBe(6);
    await sent(`${prefix} later`, '2027-01-10T09:00:00Z');
    expect(await kept()).toBe(5);
  });

  it('is used by all schools together; the refusal says who was last, when, and when it’s free again', async () => {
    const first = await claim(coordinator);
    expect(first).toMatchObject({
      userErrors: [],
      approach: { by: { id: coordinator.id }, schoolLocation: { id: 'loc_a' }, purpose: 'PLACEMENT_REQUEST' },
    });
    employers.setNow('2026-11-26T10:00:00Z');
    expect((await claim(supervisor)).approach).toMatchObject({ by: { id: supervisor.id }, schoolLocation: { id: 'loc_b' } });
    const refused = await claim(english(servicePoint));
    expect(refused).toMatchObject({
      approach: null,
      lastApproach: { at: '2026-11-26T10:00:00.000Z', by: { id: supervisor.id }, schoolLocation: { id: 'loc_b' } },
      nextFreeOn: '2026-12-01',
      employer: { id: employer.id },
      userErrors: [
        {
          code: 'APPROACHES_SPENT',
          field: 'employerId',
          message:
            'All schools together have approached this employer often enough for now. Last time: 2026-11-26. Possible again: 2026-12-01.',
        },
      ],
    });
    employers.setNow('2026-12-01T10:00:00Z');
    expect((await claim(servicePoint)).approach).toMatchObject({ by: { id: servicePoint.id }, schoolLocation: null });
  });

  it('counts days in the Netherlands: shortly before midnight there it is still the day before', async () => {
    employers.setNow('2026-11-24T22:59:00Z');
    await claim(coordinator);
    employers.setNow('2026-11-24T23:01:00Z');
    await claim(coordinator);
    expect((await budget()).contactBudget.nextFreeOn).toBe('2026-12-01');
  });

  it('claimed by twenty at once gives exactly what is left', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => claim(index % 2 === 0 ? coordinator : supervisor)));
    expect(answers.filter((answer) => answer.approach !== null)).toHaveLength(2);
    expect(answers.filter((answer) => answer.userErrors[0]?.code === 'APPROACHES_SPENT')).toHaveLength(18);
    const { contactBudget, load } = await budget();
    expect(contactBudget.approaches.totalCount).toBe(2);
    expect(load).toMatchObject({ approachesIn28Days: 2, approachesIn7Days: 2 });
    expect(
      (await eventsOf(employers)).filter((event) => event.type === 'EmployerApproached' && event.data['employerId'] === employer.id),
    ).toHaveLength(2);
  });

  it('is claimed once per key', async () => {
    const input = { idempotencyKey: 'once', purpose: 'ACQUAINTANCE' };
    const first = await claim(coordinator, input);
    expect((await claim(coordinator, input)).approach).toEqual(first.approach);
    expect(codes(await claim(coordinator, { ...input, purpose: 'ACTIVITY' }))).toEqual([['IDEMPOTENCY_KEY_REUSED', 'idempotencyKey']]);
    expect((await budget()).load.approachesIn7Days).toBe(1);
  });

  it('asks those of several schools for which one they approach', async () => {
    const two: Viewer = { ...coordinator, grants: [...coordinator.grants, ...supervisor.grants] };
    expect(codes(await claim(two))).toEqual([['INVALID_INPUT', 'schoolLocationId']]);
    expect(codes(await claim(two, { schoolLocationId: 'loc_other' }))).toEqual([['FORBIDDEN', 'schoolLocationId']]);
    expect((await claim(two, { schoolLocationId: 'loc_b' })).approach.schoolLocation).toEqual({ id: 'loc_b' });
  });

  it('isn’t used for an employer that no longer takes part, or that isn’t there', async () => {
    await run(employers, servicePoint, 'deactivateEmployer', { id: employer.id, revision: 1 }, 'employer { id }');
    expect(codes(await claim(coordinator))).toEqual([['EMPLOYER_NOT_ACTIVE', 'employerId']]);
    expect(codes(await claim(coordinator, { employerId: 'emp_none' }))).toEqual([['NOT_FOUND', 'employerId']]);
  });

  it('is set by the employer’s relation owner and the Servicepunt, under its revision', async () => {
    const set = (who: Viewer, input: object) =>
      run(employers, who, 'setContactBudget', { employerId: employer.id, ...input }, 'contactBudget { level per28Days revision }');
    const owner: Viewer = { ...supervisor, id: derivedId('stf', 'owner') };
    expect(codes(await set(owner, { revision: 0, level: 'HIGH' }))).toEqual([['FORBIDDEN', null]]);
    await run(employers, servicePoint, 'changeEmployer', { id: employer.id, revision: 1, relationOwnerId: owner.id }, 'employer { id }');
    const first = await set(owner, { revision: 0, level: 'HIGH' });
    expect(first).toMatchObject({ contactBudget: { level: 'HIGH', per28Days: 12 }, userErrors: [] });
    expect(await set(owner, { revision: 0, level: 'NONE' })).toMatchObject({
      contactBudget: { level: 'HIGH' },
      userErrors: [{ code: 'REVISION_CONFLICT', field: 'revision' }],
    });
    expect(codes(await set(coordinator, { revision: first.contactBudget.revision, level: 'NONE' }))).toEqual([['FORBIDDEN', null]]);
    expect((await set(servicePoint, { revision: first.contactBudget.revision, level: 'NONE' })).contactBudget.level).toBe('NONE');
    expect(await claim(coordinator)).toMatchObject({ nextFreeOn: null, lastApproach: null, userErrors: [{ code: 'APPROACHES_SPENT' }] });
    expect((await eventsOf(employers)).filter((event) => event.type === 'ContactBudgetChanged')).toHaveLength(2);
  });

  it('forgets approaches after a year, and pages the others from the latest', async () => {
    await claim(coordinator, { purpose: 'ACTIVITY' });
    for (const day of ['2027-10-01', '2027-11-01', '2027-11-25']) {
      employers.setNow(`${day}T10:00:00Z`);
      await claim(coordinator, { purpose: day === '2027-11-25' ? 'INFORMATION' : 'ACQUAINTANCE' });
    }
    const { contactBudget } = await budget();
    expect(contactBudget.approaches).toMatchObject({
      nodes: [{ purpose: 'INFORMATION' }, { purpose: 'ACQUAINTANCE' }],
      pageInfo: { hasNextPage: true },
      totalCount: 3,
    });
    const more = await employers.query(
      coordinator,
      'query ($id: ID!, $after: String) { employer(id: $id) { contactBudget { approaches(after: $after) { nodes { purpose } } } } }',
      {
        id: employer.id,
        after: contactBudget.approaches.pageInfo.endCursor,
      },
    );
    expect(more.data.employer.contactBudget.approaches.nodes).toEqual([{ purpose: 'ACQUAINTANCE' }]);
  });

  it('and the load are for staff: not for the company, its systems, or anybody else', async () => {
    await claim(coordinator);
    for (const who of [contactOf(employer.id), systemOf(employer.id, 'offers:write')]) {
      const answer = await employers.query(who, BUDGET, { id: employer.id });
      expect(answer.data.employer).toEqual({ contactBudget: null, load: null });
      expect(answer.errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      expect(JSON.stringify(answer)).not.toContain(coordinator.id);
    }
    const refused = [contactOf(employer.id), systemOf(employer.id, 'offers:write'), ...outsiders];
    for (const who of refused) {
      const { errors } = await employers.query(
        who,
        `mutation { claimEmployerApproach(input: { idempotencyKey: "x", employerId: "${employer.id}", purpose: INFORMATION }) { approach { id } lastApproach { by { id } } } }`,
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('counts offers in the load, with the same commands for one employer and for many', async () => {
    await run(
      employers,
      coordinator,
      'publishOffer',
      {
        idempotencyKey: 'load',
        employerId: employer.id,
        siteId: employer.sites[0]?.id,
        title: 'Montage',
        kind: 'TASTER',
        rhythm: 'BLOCK',
        places: 3,
        startsOn: '2027-01-04',
        endsOn: '2027-01-29',
      },
      'offer { id }',
    );
    expect((await budget()).load).toMatchObject({ openOffers: 1, places: 3, placesTaken: 0 });
    const document =
      '{ employers(first: 50) { nodes { contactBudget { level nextFreeOn approaches { totalCount } } load { openOffers approachesIn7Days } } } }';
    expect(await employers.countCommands(() => employers.query(servicePoint, document))).toEqual({ find: 4 });
  });

  it('is seen by a director of a school', async () => {
    const director: Viewer = { ...coordinator, grants: [grant('DIRECTOR', { kind: 'LOCATION', id: 'loc_a' })] };
    expect((await budget(director)).contactBudget.level).toBe('LOW');
  });
});
