import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ServiceUnavailable, type Call } from '@servicepunt/shared/service-client';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { english, importRow, registered, run, servicePoint, startEmployers } from '../test-support/employers.ts';

const CONTACT = 'contact { id revision subject }';

describe('the account of a contact', () => {
  let employers: TestSubgraph;
  let company: string;
  let second: string;
  let asked: string[][];
  let schoolsAreDown = false;
  const students: Call = async (name, input) => {
    if (schoolsAreDown) throw new ServiceUnavailable('students', new Error('down'));
    const { subjects } = input as { subjects: string[] };
    asked.push(subjects);
    return (name === 'students.accountsKnown' ? { known: subjects.map((subject) => subject.startsWith('school-')) } : {}) as never;
  };
  beforeAll(async () => {
    employers = await startEmployers(undefined, students);
    await run(employers, servicePoint, 'importEmployers', { rows: [importRow] }, 'created');
    company = (await registered(employers)).id;
    second = (await registered(employers)).id;
  });
  beforeEach(() => {
    asked = [];
    schoolsAreDown = false;
  });
  afterAll(() => employers.stop());

  let keys = 0;
  const add = (input: object) =>
    run(
      employers,
      english(servicePoint),
      'addContact',
      { idempotencyKey: `a${(keys += 1)}`, employerId: company, givenName: 'Anna', familyName: 'Bos', ...input },
      CONTACT,
    );
  const codes = (payload: { userErrors: { code: string; field: string | null }[] }) =>
    payload.userErrors.map(({ code, field }) => `${code} ${field}`);

  it('is nobody’s of the schools: with it whoever enters it could act for a company', async () => {
    const refused = await add({ subject: 'school-me' });
    expect(codes(refused)).toEqual(['ACCOUNT_TAKEN subject']);
    expect(JSON.stringify(refused)).not.toContain('school-me');
    const { contact } = await add({ subject: 'own' });
    const change = (input: object) => run(employers, servicePoint, 'changeContact', { id: contact.id, revision: 1, ...input }, CONTACT);
    expect(codes(await change({ subject: 'school-me' }))).toEqual(['ACCOUNT_TAKEN subject']);
    expect((await employers.call('gateway', 'employers.viewerBySubject', { subject: 'school-me' })).body.viewer).toBeNull();
    asked = [];
    expect(await change({ subject: 'own', phone: '+31612345678' })).toMatchObject({ contact: { revision: 2 }, userErrors: [] });
    expect(asked).toEqual([]);
  });

  it('is refused while nobody can say whose it is; what doesn’t touch accounts goes on', async () => {
    schoolsAreDown = true;
    expect(codes(await add({ subject: 'unsure' }))).toEqual(['SERVICE_UNAVAILABLE null']);
    expect(codes(await add({}))).toEqual([]);
    const rows = [{ personNumber: 'K7', givenName: 'Bo', familyName: 'Bos', kind: 'CONTACT', kvkNumber: importRow.kvkNumber }];
    const bring = (more: object) =>
      run(
        employers,
        servicePoint,
        'importEmployerContacts',
        { rows: rows.map((row) => ({ ...row, ...more })) },
        'created updated unchanged refused { column code }',
      );
    expect(codes(await bring({ subject: 'unsure' }))).toEqual(['SERVICE_UNAVAILABLE null']);
    expect(await bring({})).toMatchObject({ created: 1 });
    schoolsAreDown = false;
    expect(await bring({ subject: 'school-me' })).toMatchObject({ updated: 0, refused: [{ column: 'subject', code: 'INVALID_INPUT' }] });
    expect(await bring({ subject: 'sure' })).toMatchObject({ updated: 1 });
    asked = [];
    expect(await bring({ subject: 'sure' })).toMatchObject({ unchanged: 1 });
    expect(asked).toEqual([]);
  });

  it('is one person’s, who may be the contact of two companies', async () => {
    expect(codes(await add({ givenName: 'Piet', subject: 'piet' }))).toEqual([]);
    expect(codes(await add({ givenName: 'Piet', subject: 'piet', employerId: second }))).toEqual([]);
    expect(codes(await add({ givenName: 'Piet', subject: 'piet' }))).toEqual(['ACCOUNT_TAKEN subject']);
    expect(codes(await add({ givenName: 'Jan', subject: 'piet', employerId: second }))).toEqual(['ACCOUNT_TAKEN subject']);
    const row = { givenName: 'Els', familyName: 'Bos', kind: 'CONTACT', kvkNumber: importRow.kvkNumber, subject: 'els' };
    const rows = [
      { ...row, personNumber: 'K8' },
      { ...row, personNumber: 'K9', givenName: 'Jan' },
      { ...row, personNumber: 'K10', subject: 'piet' },
    ];
    expect(await run(employers, servicePoint, 'importEmployerContacts', { rows }, 'created refused { row column }')).toMatchObject({
      created: 1,
      refused: [
        { row: 1, column: 'subject' },
        { row: 2, column: 'subject' },
      ],
    });
  });

  it('may not be a citizen service number', async () => {
    expect(codes(await add({ subject: '123456782' }))).toEqual(['NATIONAL_NUMBER subject']);
  });

  it('is told to students by yes and no, and to nobody else', async () => {
    await add({ subject: 'known', givenName: 'Kee' });
    expect((await employers.call('students', 'employers.accountsKnown', { subjects: ['x', 'known', 'y'] })).body).toEqual({
      known: [false, true, false],
    });
    for (const other of ['gateway', 'placements', 'notifications'] as const)
      expect((await employers.call(other, 'employers.accountsKnown', { subjects: ['known'] })).status).toBe(403);
    expect((await employers.call('students', 'employers.accountsKnown', { subjects: ['known'] }, null)).status).toBe(403);
    const many = Array.from({ length: 501 }, (_, index) => `s${index}`);
    expect((await employers.call('students', 'employers.accountsKnown', { subjects: many })).status).toBe(400);
  });
});
