import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  contactOf,
  coordinator,
  eventsOf,
  outsiders,
  registered,
  run,
  servicePoint,
  startEmployers,
  supervisor,
  systemOf,
} from '../test-support/employers.ts';

const CONTACT = 'contact { id givenName familyName email phone language active revision employer { id } group { id } }';
const SUPERVISOR = 'workplaceSupervisor { id givenName familyName site { id } employer { id } active revision }';
const READ = 'query ($id: ID!) { employerContact(id: $id) { id givenName subject } }';
const person = { givenName: 'Anna', familyName: 'de Vries', email: 'anna@vdl.example', phone: '+31612345678' };

describe('people of employers', () => {
  let employers: TestSubgraph;
  let own: { id: string; sites: { id: string }[] };
  let other: { id: string; sites: { id: string }[] };
  let groupId: string;
  beforeAll(async () => {
    employers = await startEmployers();
    const { companyGroup } = await run(
      employers,
      servicePoint,
      'registerCompanyGroup',
      { idempotencyKey: 'g', name: 'VDL Groep' },
      'companyGroup { id }',
    );
    groupId = companyGroup.id;
    own = await registered(employers, { groupId });
    other = await registered(employers);
  });
  afterAll(() => employers.stop());

  let keys = 0;
  const add = (who: Viewer, input: object) =>
    run(employers, who, 'addContact', { idempotencyKey: `c${(keys += 1)}`, ...person, ...input }, CONTACT);
  const addSupervisor = (who: Viewer, input: object) =>
    run(employers, who, 'addWorkplaceSupervisor', { idempotencyKey: `w${(keys += 1)}`, ...person, ...input }, SUPERVISOR);
  const codes = (payload: { userErrors: { code: string; field: string | null }[] }) =>
    payload.userErrors.map(({ code, field }) => [code, field]);

  describe('a contact', () => {
    it('is added once per key, speaks Dutch unless told otherwise, and is told', async () => {
      const input = { idempotencyKey: 'anna', employerId: own.id, ...person };
      const first = await run(employers, coordinator, 'addContact', input, CONTACT);
      expect(first).toMatchObject({
        userErrors: [],
        contact: { ...person, language: 'nl', active: true, employer: { id: own.id }, group: null },
      });
      expect((await run(employers, coordinator, 'addContact', input, CONTACT)).contact).toEqual(first.contact);
      expect(codes(await run(employers, coordinator, 'addContact', { ...input, familyName: 'Bos' }, CONTACT))).toEqual([
        ['IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'],
      ]);
      const told = (await eventsOf(employers)).filter((event) => event.type === 'EmployerPersonAdded');
      expect(told).toEqual([
        {
          type: 'EmployerPersonAdded',
          actor: coordinator.id,
          data: { personId: first.contact.id, employerId: own.id, companyGroupId: null },
        },
      ]);
    });

    it('belongs to a company or a group, not to both or neither', async () => {
      expect(codes(await add(servicePoint, {}))).toEqual([['INVALID_INPUT', 'employerId']]);
      expect(codes(await add(servicePoint, { employerId: own.id, groupId }))).toEqual([['INVALID_INPUT', 'employerId']]);
      expect(codes(await add(servicePoint, { groupId: 'grp_none' }))).toEqual([['NOT_FOUND', 'groupId']]);
    });

    it('gets a sign-in, or a whole group, from the Servicepunt alone', async () => {
      for (const who of [coordinator, contactOf(own.id)]) {
        expect(codes(await add(who, { employerId: own.id, subject: 'anna' }))).toEqual([['FORBIDDEN', 'subject']]);
        expect(codes(await add(who, { groupId }))).toEqual([['FORBIDDEN', 'groupId']]);
      }
      const { contact } = await add(servicePoint, { groupId, subject: 'group-contact' });
      expect(contact).toMatchObject({ group: { id: groupId }, employer: null });
      expect(codes(await run(employers, coordinator, 'changeContact', { id: contact.id, revision: 1, givenName: 'X' }, CONTACT))).toEqual([
        ['FORBIDDEN', null],
      ]);
      expect(
        codes(await run(employers, contactOf(own.id), 'changeContact', { id: contact.id, revision: 1, givenName: 'X' }, CONTACT)),
      ).toEqual([['FORBIDDEN', null]]);
    });

    it('is added by a company’s own contact to that company only', async () => {
      expect((await add(contactOf(own.id), { employerId: own.id })).userErrors).toEqual([]);
      expect(codes(await add(contactOf(own.id), { employerId: other.id }))).toEqual([['NOT_FOUND', 'employerId']]);
      expect(codes(await add(contactOf(own.id), { employerId: 'emp_none' }))).toEqual([['NOT_FOUND', 'employerId']]);
    });

    it('changes under its revision, keeps what isn’t given, and can’t lose its name', async () => {
      const { contact } = await add(coordinator, { employerId: own.id });
      const changed = await run(
        employers,
        contactOf(own.id),
        'changeContact',
        { id: contact.id, revision: 1, email: null, language: 'en' },
        CONTACT,
      );
      expect(changed.contact).toMatchObject({ email: null, phone: person.phone, language: 'en', revision: 2 });
      const late = await run(employers, contactOf(own.id), 'changeContact', { id: contact.id, revision: 1, givenName: 'X' }, CONTACT);
      expect(late).toMatchObject({ contact: { revision: 2, language: 'en' }, userErrors: [{ code: 'REVISION_CONFLICT' }] });
      expect(codes(await run(employers, coordinator, 'changeContact', { id: contact.id, revision: 2, familyName: null }, CONTACT))).toEqual(
        [['INVALID_INPUT', 'familyName']],
      );
      expect(
        codes(await run(employers, coordinator, 'changeContact', { id: contact.id, revision: 2, givenName: 'Zaak 111222333' }, CONTACT)),
      ).toEqual([['NATIONAL_NUMBER', 'givenName']]);
      expect(codes(await run(employers, coordinator, 'changeContact', { id: contact.id, revision: 2, subject: null }, CONTACT))).toEqual([
        ['FORBIDDEN', 'subject'],
      ]);
    });

    it('made inactive stays on record, and changes no more', async () => {
      const { contact } = await add(coordinator, { employerId: own.id });
      const ended = await run(employers, coordinator, 'deactivateContact', { id: contact.id, revision: 1 }, CONTACT);
      expect(ended.contact).toMatchObject({ active: false, revision: 2 });
      expect(codes(await run(employers, coordinator, 'changeContact', { id: contact.id, revision: 2, givenName: 'X' }, CONTACT))).toEqual([
        ['PERSON_INACTIVE', 'id'],
      ]);
    });

    it('isn’t added to a company that no longer takes part', async () => {
      const gone = await registered(employers);
      await run(employers, servicePoint, 'deactivateEmployer', { id: gone.id, revision: 1 }, 'employer { id }');
      expect(codes(await add(coordinator, { employerId: gone.id }))).toEqual([['EMPLOYER_NOT_ACTIVE', 'employerId']]);
    });
  });

  describe('a workplace supervisor', () => {
    it('is added to a site, moves within the company, and is made inactive', async () => {
      const siteId = own.sites[0]?.id;
      const { workplaceSupervisor: added, userErrors } = await addSupervisor(supervisor, { siteId });
      expect(userErrors).toEqual([]);
      expect(added).toMatchObject({ site: { id: siteId }, employer: { id: own.id }, active: true });
      const change = (input: object) =>
        run(employers, coordinator, 'changeWorkplaceSupervisor', { id: added.id, revision: 1, ...input }, SUPERVISOR);
      expect(codes(await change({ siteId: other.sites[0]?.id }))).toEqual([['NOT_FOUND', 'siteId']]);
      expect(codes(await change({ siteId: null }))).toEqual([['NOT_FOUND', 'siteId']]);
      expect((await change({ givenName: 'Piet' })).workplaceSupervisor).toMatchObject({
        givenName: 'Piet',
        familyName: 'de Vries',
        revision: 2,
      });
      const ended = await run(employers, contactOf(own.id), 'deactivateWorkplaceSupervisor', { id: added.id, revision: 2 }, SUPERVISOR);
      expect(ended.workplaceSupervisor.active).toBe(false);
    });

    it('of another company is unknown to a company’s contact', async () => {
      expect(codes(await addSupervisor(contactOf(own.id), { siteId: other.sites[0]?.id }))).toEqual([['NOT_FOUND', 'siteId']]);
      const { workplaceSupervisor } = await addSupervisor(coordinator, { siteId: other.sites[0]?.id });
      const change = await run(
        employers,
        contactOf(own.id),
        'changeWorkplaceSupervisor',
        { id: workplaceSupervisor.id, revision: 1, givenName: 'X' },
        SUPERVISOR,
      );
      expect(codes(change)).toEqual([['NOT_FOUND', 'id']]);
    });
  });

  describe('as seen by', () => {
    let contactId: string;
    let supervisorId: string;
    let groupContactId: string;
    beforeAll(async () => {
      contactId = (await add(servicePoint, { employerId: own.id, subject: 'canary-subject' })).contact.id;
      supervisorId = (await addSupervisor(servicePoint, { siteId: own.sites[0]?.id })).workplaceSupervisor.id;
      groupContactId = (await add(servicePoint, { groupId, givenName: 'Groep' })).contact.id;
    });
    const ENTITIES = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on EmployerContact { id subject } ... on WorkplaceSupervisor { id familyName } } }`;
    const representations = () => [
      { __typename: 'EmployerContact', id: contactId },
      { __typename: 'EmployerContact', id: groupContactId },
      { __typename: 'WorkplaceSupervisor', id: supervisorId },
    ];

    it('the Servicepunt: with their subject', async () => {
      expect((await employers.query(servicePoint, READ, { id: contactId })).data.employerContact.subject).toBe('canary-subject');
    });

    it.each([
      ['a coordinator', () => coordinator],
      ['a supervisor of pupils', () => supervisor],
      ['a colleague', () => contactOf(own.id)],
    ])('%s: without their subject', async (_who, who) => {
      const answer = await employers.query(who(), READ, { id: contactId });
      expect(answer.data.employerContact).toEqual({ id: contactId, givenName: 'Anna', subject: null });
      expect(answer.errors).toMatchObject([{ path: ['employerContact', 'subject'], extensions: { code: 'FORBIDDEN' } }]);
      expect(JSON.stringify(answer)).not.toContain('canary');
    });

    it('people of the group’s companies: the group’s contacts too', async () => {
      const { data } = await employers.query(
        contactOf(own.id),
        'query ($id: ID!, $group: ID!) { employerContact(id: $id) { givenName group { id } } employerContacts(filter: { group: $group }) { nodes { id } } companyGroup(id: $group) { contacts { nodes { id } } } }',
        { id: groupContactId, group: groupId },
      );
      expect(data.employerContact).toEqual({ givenName: 'Groep', group: { id: groupId } });
      expect(data.employerContacts.nodes).toContainEqual({ id: groupContactId });
      expect(data.companyGroup.contacts.nodes).toEqual(data.employerContacts.nodes);
    });

    it('people and systems of another company: not at all, on no path', async () => {
      for (const who of [contactOf(other.id), systemOf(other.id, 'trainees:read')]) {
        const { data } = await employers.query(who, ENTITIES, { r: representations() });
        expect(data._entities).toEqual([null, null, null]);
        expect((await employers.query(who, '{ workplaceSupervisors { totalCount } }')).data.workplaceSupervisors.totalCount).toBe(1);
      }
      expect((await employers.query(contactOf(other.id), '{ employerContacts { totalCount } }')).data.employerContacts.totalCount).toBe(0);
    });

    it('the company’s HR system: workplace supervisors alone, and only with the scope to read trainees', async () => {
      const reading = await employers.query(systemOf(own.id, 'trainees:read'), ENTITIES, { r: representations() });
      expect(reading.data._entities).toEqual([null, null, { id: supervisorId, familyName: 'de Vries' }]);
      const writing = await employers.query(systemOf(own.id, 'offers:write'), ENTITIES, { r: representations() });
      expect(writing.data._entities).toEqual([null, null, null]);
    });

    it('everybody else: not at all', async () => {
      for (const who of outsiders) {
        const answer = await employers.query(who, ENTITIES, { r: representations() });
        expect(answer.data._entities).toEqual([null, null, null]);
        expect((await employers.query(who, READ, { id: contactId })).data.employerContact).toBeNull();
      }
    });

    it('are listed with the same commands for one company and for many', async () => {
      const document = `query ($first: Int) { employers(first: $first) { nodes {
        contacts(first: 5) { nodes { familyName employer { id } group { id } } totalCount } workplaceSupervisors(first: 5) { nodes { familyName site { city } } } } } }`;
      expect(await employers.countCommands(() => employers.query(coordinator, document, { first: 100 }))).toEqual({ find: 4 });
      const list = '{ employerContacts(first: 50, filter: { active: true }) { nodes { employer { name } group { name } } } }';
      expect(await employers.countCommands(() => employers.query(coordinator, list))).toEqual({ find: 3 });
    });
  });
});
