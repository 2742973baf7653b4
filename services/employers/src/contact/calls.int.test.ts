import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { english, importRow, registered, run, servicePoint, startEmployers } from '../test-support/employers.ts';

const RESULT = 'created updated unchanged refused { row column code message }';

describe('an import of contacts', () => {
  let employers: TestSubgraph;
  beforeAll(async () => {
    employers = await startEmployers();
    await run(employers, servicePoint, 'importEmployers', { rows: [importRow] }, RESULT);
  });
  afterAll(() => employers.stop());
  const bring = (rows: readonly object[]) => run(employers, english(servicePoint), 'importEmployerContacts', { rows }, RESULT);
  const contact = {
    personNumber: 'K1',
    givenName: 'Anna',
    familyName: 'de Vries',
    kind: 'CONTACT',
    kvkNumber: importRow.kvkNumber,
    subject: 'anna',
    email: 'anna@vdl.example',
  };
  const trainer = {
    personNumber: 'P1',
    givenName: 'Piet',
    familyName: 'Bos',
    kind: 'WORKPLACE_SUPERVISOR',
    kvkNumber: importRow.kvkNumber,
    establishmentNumber: importRow.establishmentNumber,
  };

  it('brings in people of companies and groups, and stops at no bad row', async () => {
    const rows = [
      contact,
      trainer,
      { ...contact, personNumber: 'K2', kvkNumber: null, groupName: 'vdl groep' },
      { ...contact, personNumber: 'K3', kvkNumber: '99999999' },
    ];
    expect(await bring(rows)).toMatchObject({
      created: 3,
      updated: 0,
      unchanged: 0,
      refused: [{ row: 3, column: 'kvkNumber', code: 'NOT_FOUND' }],
      userErrors: [],
    });
  });

  it('changes what changed, leaves what has no value, and reactivates nobody', async () => {
    expect(await bring([contact, trainer])).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await bring([{ ...contact, email: null, subject: null, phone: '06 12345678' }])).toMatchObject({ updated: 1 });
    const { data } = await employers.query(
      servicePoint,
      '{ employerContacts(filter: { personNumber: "K1" }) { nodes { id email phone subject revision } } }',
    );
    expect(data.employerContacts.nodes).toMatchObject([{ email: 'anna@vdl.example', phone: '+31612345678', subject: 'anna', revision: 2 }]);
    await run(employers, servicePoint, 'deactivateContact', { id: data.employerContacts.nodes[0].id, revision: 2 }, 'contact { id }');
    expect(await bring([{ ...contact, phone: '0612345678', givenName: 'Ans' }])).toMatchObject({ updated: 1 });
    const after = await employers.query(
      servicePoint,
      '{ employerContacts(filter: { personNumber: "K1", active: false }) { nodes { givenName } } }',
    );
    expect(after.data.employerContacts.nodes).toEqual([{ givenName: 'Ans' }]);
  });

  it('costs the same commands for one person and for many', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({ ...trainer, personNumber: `P-${index}` }));
    expect(await employers.countCommands(() => bring(rows))).toEqual({ find: 3, insert: 1 });
  });
});

describe('what other services ask of people', () => {
  let employers: TestSubgraph;
  let ids: {
    company: string;
    site: string;
    second: string;
    elsewhere: string;
    contact: string;
    group: string;
    trainer: string;
    silent: string;
  };
  beforeAll(async () => {
    employers = await startEmployers();
    const { companyGroup } = await run(
      employers,
      servicePoint,
      'registerCompanyGroup',
      { idempotencyKey: 'g', name: 'VDL' },
      'companyGroup { id }',
    );
    const company = await registered(employers, { groupId: companyGroup.id });
    const second = await registered(employers, { groupId: companyGroup.id });
    const elsewhere = await registered(employers);
    const person = { givenName: 'Anna', familyName: 'Bos' };
    const add = async (input: object) =>
      (await run(employers, servicePoint, 'addContact', { idempotencyKey: JSON.stringify(input), ...person, ...input }, 'contact { id }'))
        .contact.id as string;
    const addTrainer = async (input: object) =>
      (
        await run(
          employers,
          servicePoint,
          'addWorkplaceSupervisor',
          { idempotencyKey: JSON.stringify(input), siteId: company.sites[0]?.id, ...person, ...input },
          'workplaceSupervisor { id }',
        )
      ).workplaceSupervisor.id as string;
    ids = {
      company: company.id,
      site: company.sites[0]?.id ?? '',
      second: second.id,
      elsewhere: elsewhere.id,
      group: await add({ groupId: companyGroup.id, subject: 'group', email: 'group@vdl.example' }),
      contact: await add({ employerId: company.id, email: 'anna@vdl.example', language: 'en' }),
      trainer: await addTrainer({ email: 'piet@vdl.example' }),
      silent: await addTrainer({ phone: '+31612345678' }),
    };
  });
  afterAll(() => employers.stop());

  describe('who signs in', () => {
    const viewer = async (subject: string) => (await employers.call('gateway', 'employers.viewerBySubject', { subject })).body.viewer;
    const grantOf = (id: string) => ({ role: 'EMPLOYER_CONTACT', scope: { kind: 'EMPLOYER', id } });

    it('a group contact has a grant for each company of the group, also for one that joined later', async () => {
      expect(await viewer('group')).toMatchObject({
        kind: 'PERSON',
        id: ids.group,
        language: 'nl',
        grants: [grantOf(ids.company), grantOf(ids.second)],
      });
      const { employer } = await run(
        employers,
        servicePoint,
        'changeEmployer',
        { id: ids.elsewhere, revision: 1, groupId: await groupOf(ids.company) },
        'employer { revision }',
      );
      expect((await viewer('group'))?.grants).toHaveLength(3);
      await run(
        employers,
        servicePoint,
        'changeEmployer',
        { id: ids.elsewhere, revision: employer.revision, groupId: null },
        'employer { id }',
      );
      expect((await viewer('group'))?.grants).toHaveLength(2);
    });

    it('one subject that stands with several companies signs in once, for all of them', async () => {
      for (const employerId of [ids.company, ids.elsewhere])
        await run(
          employers,
          servicePoint,
          'addContact',
          { idempotencyKey: employerId, employerId, givenName: 'Bo', familyName: 'Bos', subject: 'bo' },
          'contact { id }',
        );
      expect((await viewer('bo'))?.grants).toEqual([grantOf(ids.company), grantOf(ids.elsewhere)]);
    });

    it('nobody: an unknown subject, an inactive contact, a contact of a company that no longer takes part', async () => {
      expect(await viewer('nobody')).toBeNull();
      const gone = await registered(employers);
      const { contact } = await run(
        employers,
        servicePoint,
        'addContact',
        { idempotencyKey: 'gone', employerId: gone.id, givenName: 'Bo', familyName: 'Bos', subject: 'gone' },
        'contact { id }',
      );
      expect((await viewer('gone'))?.id).toBe(contact.id);
      await run(employers, servicePoint, 'deactivateEmployer', { id: gone.id, revision: 1 }, 'employer { id }');
      expect(await viewer('gone')).toBeNull();
      await run(employers, servicePoint, 'activateEmployer', { id: gone.id, revision: 2 }, 'employer { id }');
      expect((await viewer('gone'))?.id).toBe(contact.id);
      await run(employers, servicePoint, 'deactivateContact', { id: contact.id, revision: 1 }, 'contact { id }');
      expect(await viewer('gone')).toBeNull();
    });

    it('is asked by the gateway alone', async () => {
      for (const service of ['placements', 'notifications', 'students'] as const)
        expect((await employers.call(service, 'employers.viewerBySubject', { subject: 'group' })).status).toBe(403);
    });

    async function groupOf(id: string): Promise<string> {
      const { data } = await employers.query(servicePoint, 'query ($id: ID!) { employer(id: $id) { group { id } } }', { id });
      return data.employer.group.id;
    }
  });

  it('names and addresses of both kinds of people, unknown ids left out', async () => {
    const { body } = await employers.call('notifications', 'employers.people', { ids: [ids.contact, ids.silent, 'con_none'] });
    expect(body.people).toHaveLength(2);
    expect(body.people).toContainEqual({
      id: ids.contact,
      givenName: 'Anna',
      familyName: 'Bos',
      email: 'anna@vdl.example',
      language: 'en',
      active: true,
    });
    expect(body.people).toContainEqual({ id: ids.silent, givenName: 'Anna', familyName: 'Bos', email: null, language: 'nl', active: true });
  });

  it('whether a workplace exists, belongs together and is active', async () => {
    const check = async (employerId: string, siteId: string | null, workplaceSupervisorId: string | null) =>
      (await employers.call('placements', 'employers.checkWorkplace', { employerId, siteId, workplaceSupervisorId })).body.problem;
    expect(await check(ids.company, ids.site, ids.trainer)).toBeNull();
    expect(await check(ids.company, null, null)).toBeNull();
    expect(await check('emp_none', ids.site, null)).toBe('UNKNOWN_EMPLOYER');
    expect(await check(ids.second, ids.site, null)).toBe('UNKNOWN_SITE');
    expect(await check(ids.second, null, ids.trainer)).toBe('UNKNOWN_WORKPLACE_SUPERVISOR');
    expect(await check(ids.company, null, ids.contact)).toBe('UNKNOWN_WORKPLACE_SUPERVISOR');
    const pending = await registered(employers, { kvkNumber: undefined });
    expect(await check(pending.id, null, null)).toBe('INACTIVE');
    await run(employers, servicePoint, 'deactivateWorkplaceSupervisor', { id: ids.silent, revision: 1 }, 'workplaceSupervisor { id }');
    expect(await check(ids.company, null, ids.silent)).toBe('INACTIVE');
  });

  it('who speaks for the schools to which company, for students alone', async () => {
    await employers.connection
      .collection<{ _id: string }>('employers')
      .updateOne({ _id: ids.company }, { $set: { relationOwnerId: 'stf_1' } });
    const input = { employerIds: [ids.company, ids.second, 'emp_none'] };
    const { body } = await employers.call('students', 'employers.relationOwners', input);
    expect(body).toEqual({ owners: [{ employerId: ids.company, staffMemberId: 'stf_1' }] });
    const nobodys = await employers.countCommands(() => employers.call('students', 'employers.relationOwners', { employerIds: [] }));
    expect(nobodys).toEqual({});
    for (const other of ['gateway', 'placements', 'notifications'] as const)
      expect((await employers.call(other, 'employers.relationOwners', input)).status).toBe(403);
    expect((await employers.call('students', 'employers.relationOwners', input, null)).status).toBe(403);
  });

  it('whom to tell: the workplace supervisor who has an address, the company’s contacts, then the group’s', async () => {
    const told = async (employerId: string, workplaceSupervisorId: string | null) =>
      (await employers.call('placements', 'employers.contactsOf', { employerId, workplaceSupervisorId })).body;
    const { personIds, contactIds } = await told(ids.company, ids.trainer);
    expect(contactIds[0]).toBe(ids.contact);
    expect(contactIds.at(-1)).toBe(ids.group);
    expect(personIds).toEqual([ids.trainer, ...contactIds]);
    expect((await told(ids.company, ids.silent)).personIds).toEqual(contactIds);
    expect(await told(ids.second, ids.trainer)).toEqual({ personIds: [ids.group], contactIds: [ids.group] });
    expect(await told('emp_none', null)).toEqual({ personIds: [], contactIds: [] });
  });
});
