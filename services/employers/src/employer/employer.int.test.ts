import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '@servicepunt/shared/ids';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  contactOf,
  coordinator,
  english,
  eventsOf,
  outsiders,
  registered,
  run,
  servicePoint,
  site,
  startEmployers,
  supervisor,
  systemOf,
} from '../test-support/employers.ts';

const EMPLOYER = `query ($id: ID!) { employer(id: $id) { id kvkNumber name state revision relationOwner { id } group { name }
  sites { id establishmentNumber name street houseNumber postcode city labourMarketRegion employer { id } } } }`;
const ENTITY = `query ($id: ID!) { _entities(representations: [{ __typename: "Employer", id: $id }]) { ... on Employer { id name } } }`;
const FIELDS = 'employer { id name kvkNumber state revision relationOwner { id } group { id } sites { id city postcode } }';

const inTheCircle = (who: (typeof outsiders)[number]) => who.grants.some(({ role }) => role === 'STUDENT' || role === 'GUARDIAN');

describe('employers', () => {
  let employers: TestSubgraph;
  beforeAll(async () => {
    employers = await startEmployers();
  });
  afterAll(() => employers.stop());

  describe('on record', () => {
    it('are registered with a site, once per key, and told', async () => {
      const input = { idempotencyKey: 'vdl', kvkNumber: '17014545', name: 'VDL Groep', site };
      const first = await run(employers, coordinator, 'registerEmployer', input, FIELDS);
      expect(first).toMatchObject({ userErrors: [], employer: { state: 'ACTIVE', revision: 1, sites: [{ postcode: '5652 AM' }] } });
      const again = await run(employers, coordinator, 'registerEmployer', input, FIELDS);
      expect(again.employer).toEqual(first.employer);
      const other = await run(employers, coordinator, 'registerEmployer', { ...input, name: 'VDL' }, FIELDS);
      expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' }]);
      expect(await eventsOf(employers)).toEqual([
        { type: 'EmployerRegistered', actor: coordinator.id, data: { employerId: first.employer.id } },
      ]);
    });

    it('are one per KVK number, and the refusal shows which', async () => {
      const payload = await run(
        employers,
        english(coordinator),
        'registerEmployer',
        { idempotencyKey: 'twice', kvkNumber: '17014545', name: 'Other', site },
        FIELDS,
      );
      expect(payload).toMatchObject({
        employer: { name: 'VDL Groep' },
        userErrors: [
          { code: 'KVK_NUMBER_TAKEN', field: 'kvkNumber', message: 'There is an employer with this KVK number already. Use that one.' },
        ],
      });
    });

    it('await review without a KVK number, and become active with one or by the Servicepunt', async () => {
      const unregistered = { kvkNumber: undefined, site: { ...site, establishmentNumber: undefined } };
      const first = await registered(employers, unregistered);
      expect(first).toMatchObject({ state: 'PENDING_REVIEW', kvkNumber: null });
      const second = await registered(employers, unregistered);
      const numbered = await run(employers, coordinator, 'changeEmployer', { id: first.id, revision: 1, kvkNumber: '31000001' }, FIELDS);
      expect(numbered.employer).toMatchObject({ state: 'ACTIVE', kvkNumber: '31000001' });
      const activated = await run(employers, servicePoint, 'activateEmployer', { id: second.id, revision: 1 }, FIELDS);
      expect(activated.employer).toMatchObject({ state: 'ACTIVE', kvkNumber: null });
    });

    it.each([
      [{ name: ' ' }, 'name'],
      [{ kvkNumber: '1234' }, 'kvkNumber'],
      [{ site: { ...site, postcode: '1234' } }, 'site.postcode'],
      [{ site: { ...site, establishmentNumber: null } }, 'site.establishmentNumber'],
    ])('refuse what breaks a rule at its field and write nothing: %j', async (wrong, field) => {
      const input = { idempotencyKey: 'bad', kvkNumber: '31999999', name: 'Bedrijf', site, ...wrong };
      const before = await employers.connection.collection('employers').countDocuments();
      const payload = await run(employers, coordinator, 'registerEmployer', input, FIELDS);
      expect(payload).toMatchObject({ employer: null, userErrors: [{ code: 'INVALID_INPUT', field }] });
      expect(await employers.connection.collection('employers').countDocuments()).toBe(before);
    });

    it('hold no citizen service number in a name', async () => {
      const payload = await run(
        employers,
        coordinator,
        'registerEmployer',
        { idempotencyKey: 'bsn', kvkNumber: '31999998', name: 'Zaak 111222333', site },
        FIELDS,
      );
      expect(payload.userErrors).toMatchObject([{ code: 'NATIONAL_NUMBER', field: 'name' }]);
      expect(payload.userErrors[0].message).not.toContain('111222333');
    });

    it('change under the revision that the caller saw', async () => {
      const { id } = await registered(employers);
      const changed = await run(employers, coordinator, 'changeEmployer', { id, revision: 1, name: 'Nieuw' }, FIELDS);
      expect(changed.employer).toMatchObject({ name: 'Nieuw', revision: 2 });
      const late = await run(employers, coordinator, 'changeEmployer', { id, revision: 1, name: 'Anders' }, FIELDS);
      expect(late).toMatchObject({
        employer: { name: 'Nieuw', revision: 2 },
        userErrors: [{ code: 'REVISION_CONFLICT', field: 'revision' }],
      });
      const same = await run(employers, coordinator, 'changeEmployer', { id, revision: 2, name: 'Nieuw' }, FIELDS);
      expect(same).toMatchObject({ employer: { revision: 2 }, userErrors: [] });
    });

    it('give their relation owner, group and state into the hands of the Servicepunt alone', async () => {
      const { id } = await registered(employers);
      const relationOwnerId = derivedId('stf', 'somebody');
      const refused = await run(employers, coordinator, 'changeEmployer', { id, revision: 1, relationOwnerId }, FIELDS);
      expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN', field: 'relationOwnerId' }]);
      expect((await run(employers, coordinator, 'changeEmployer', { id, revision: 1, groupId: null }, FIELDS)).userErrors).toMatchObject([
        { code: 'FORBIDDEN', field: 'groupId' },
      ]);
      const done = await run(employers, servicePoint, 'changeEmployer', { id, revision: 1, relationOwnerId }, FIELDS);
      expect(done.employer).toMatchObject({ relationOwner: { id: relationOwnerId } });
      expect(
        (await run(employers, servicePoint, 'changeEmployer', { id, revision: 2, groupId: 'grp_none' }, FIELDS)).userErrors,
      ).toMatchObject([{ code: 'NOT_FOUND', field: 'groupId' }]);
      const { errors } = await employers.query(
        coordinator,
        `mutation { deactivateEmployer(input: { id: "${id}", revision: 2 }) { userErrors { code } } }`,
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });

    it('get further sites, each number once', async () => {
      const { id } = await registered(employers);
      const more = { ...site, establishmentNumber: '000000000099', city: 'Best' };
      const added = await run(
        employers,
        coordinator,
        'addEmployerSite',
        { employerId: id, revision: 1, site: more },
        `${FIELDS} site { id city }`,
      );
      expect(added).toMatchObject({ site: { city: 'Best' }, employer: { revision: 2, sites: [{ city: 'Eindhoven' }, { city: 'Best' }] } });
      const twice = await run(employers, coordinator, 'addEmployerSite', { employerId: id, revision: 2, site: more }, FIELDS);
      expect(twice.userErrors).toMatchObject([{ code: 'ESTABLISHMENT_NUMBER_TAKEN', field: 'site.establishmentNumber' }]);
      const moved = await run(
        employers,
        coordinator,
        'changeEmployerSite',
        { id: added.site.id, revision: 2, city: 'Veldhoven', name: null },
        `${FIELDS} site { city name street }`,
      );
      expect(moved.site).toEqual({ city: 'Veldhoven', name: null, street: 'Dillenburgstraat' });
      const cleared = await run(employers, coordinator, 'changeEmployerSite', { id: added.site.id, revision: 3, street: null }, FIELDS);
      expect(cleared.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: 'street' }]);
    });
  });

  describe('as seen by', () => {
    it('staff of schools and the Servicepunt: fully', async () => {
      const { id } = await registered(employers);
      for (const who of [servicePoint, coordinator, supervisor]) {
        const { data } = await employers.query(who, EMPLOYER, { id });
        expect(data.employer).toMatchObject({ id, state: 'ACTIVE', sites: [{ postcode: '5652 AM', employer: { id } }] });
      }
    });

    it("an employer's people and systems: their own only, with the same answer and commands for others and for none", async () => {
      const own = await registered(employers);
      const other = await registered(employers);
      for (const who of [contactOf(own.id), systemOf(own.id)]) {
        expect((await employers.query(who, EMPLOYER, { id: own.id })).data.employer).toMatchObject({ id: own.id });
        const forbidden = await employers.countCommands(async () => {
          expect(await employers.query(who, EMPLOYER, { id: other.id })).toEqual({ data: { employer: null } });
        });
        const absent = await employers.countCommands(async () => {
          expect(await employers.query(who, EMPLOYER, { id: 'emp_none' })).toEqual({ data: { employer: null } });
        });
        expect(forbidden).toEqual(absent);
        expect((await employers.query(who, '{ employers { totalCount nodes { id } } }')).data.employers).toEqual({
          totalCount: 1,
          nodes: [{ id: own.id }],
        });
        expect((await employers.query(who, ENTITY, { id: other.id })).data._entities).toEqual([null]);
        expect(
          (await employers.query(who, 'query ($id: ID!) { employerSite(id: $id) { id } }', { id: other.sites[0]?.id })).data.employerSite,
        ).toBeNull();
      }
    });

    it('a group contact: all of his companies', async () => {
      const [first, second] = [await registered(employers), await registered(employers)];
      const { data } = await employers.query(contactOf(first.id, second.id), '{ employers { nodes { id } totalCount } }');
      expect(data.employers.totalCount).toBe(2);
    });

    it('a pupil and his guardian: name and address, reached from the placement alone', async () => {
      const { id, sites } = await registered(employers);
      for (const who of outsiders.filter(inTheCircle)) {
        const { data, errors } = await employers.query(
          who,
          `query ($id: ID!, $site: ID!) { _entities(representations: [{ __typename: "Employer", id: $id }, { __typename: "EmployerSite", id: $site }]) {
            ... on Employer { name contacts { nodes { id } } workplaceSupervisors { nodes { id } } relationOwner { id } } ... on EmployerSite { city } } }`,
          { id, site: sites[0]?.id },
        );
        expect(data._entities).toEqual([
          { name: expect.any(String), contacts: null, workplaceSupervisors: null, relationOwner: null },
          { city: expect.any(String) },
        ]);
        expect(errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
        expect((await employers.query(who, '{ employers { totalCount } }')).data.employers).toBeNull();
      }
    });

    it('everybody else: not at all, on no path', async () => {
      const { id, sites } = await registered(employers);
      for (const who of outsiders.filter((one) => !inTheCircle(one))) {
        expect((await employers.query(who, EMPLOYER, { id })).data.employer).toBeNull();
        const entities = await employers.query(
          who,
          `query ($id: ID!, $site: ID!) { _entities(representations: [{ __typename: "Employer", id: $id }, { __typename: "EmployerSite", id: $site }]) { __typename } }`,
          { id, site: sites[0]?.id },
        );
        expect(entities.data._entities).toEqual([null, null]);
      }
    });
  });

  describe('in lists', () => {
    it('are found by number, word, town, region, group and state', async () => {
      const { data: group } = await employers.query(
        servicePoint,
        `mutation { registerCompanyGroup(input: { idempotencyKey: "g", name: "Lijstgroep" }) { companyGroup { id } } }`,
      );
      const groupId = group.registerCompanyGroup.companyGroup.id;
      const found = await registered(employers, {
        name: 'Zuivelfabriek De Ster',
        groupId,
        site: { ...site, city: 'Sint-Oedenrode', labourMarketRegion: 'Noordoost-Brabant' },
      });
      const list = async (filter: object) =>
        (
          await employers.query(coordinator, 'query ($filter: EmployerFilter) { employers(filter: $filter) { nodes { id } } }', { filter })
        ).data.employers.nodes.map((row: { id: string }) => row.id);
      for (const filter of [
        { kvkNumber: found.kvkNumber },
        { search: 'ster zuivel' },
        { search: 'ZUIV' },
        { city: 'sint oedenrode' },
        { labourMarketRegion: 'noordoost-brabant', city: 'Sint-Oedenrode' },
        { group: groupId },
        { group: groupId, state: 'ACTIVE' },
      ])
        expect(await list(filter)).toEqual([found.id]);
      for (const filter of [
        { search: 'uivel' },
        { city: 'Oedenrode' },
        { group: groupId, state: 'INACTIVE' },
        { city: 'Sint-Oedenrode', labourMarketRegion: 'Zuidoost-Brabant' },
      ])
        expect(await list(filter)).toEqual([]);
    });

    it('cost the same commands for one row and for many', async () => {
      const { companyGroup } = await run(
        employers,
        servicePoint,
        'registerCompanyGroup',
        { idempotencyKey: 'many', name: 'Veel' },
        'companyGroup { id }',
      );
      for (let count = 0; count < 5; count += 1) await registered(employers, { groupId: companyGroup.id });
      const document =
        'query ($first: Int, $filter: EmployerFilter) { employers(first: $first, filter: $filter) { nodes { id group { name } sites { city employer { id } } } } }';
      const ask = (first: number) => employers.query(servicePoint, document, { first, filter: { group: companyGroup.id } });
      expect(await employers.countCommands(() => ask(1))).toEqual({ find: 2 });
      expect(await employers.countCommands(() => ask(5))).toEqual({ find: 2 });
      expect((await ask(5)).data.employers.nodes).toHaveLength(5);
    });
  });
});
