import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  as,
  at,
  mutate,
  ofStudent,
  servicePoint,
  startStudents,
  TODAY,
  toldEvents,
  withLocations,
  withStaff,
  withStudent,
} from '../test-support/fixtures.ts';

const officer = viewer(grant('PRIVACY_OFFICER'));
const REASON = 'Overleg over een plek met de reclassering';
const SELECTION = 'restrictedAccess { id reason openedAt expiresAt standing openedBy { givenName } student { id } }';

describe('restricted fields of a pupil', () => {
  let students: TestSubgraph;
  let pupil: string;
  let other: string;
  let opener: Viewer;
  let colleague: Viewer;
  beforeAll(async () => {
    students = await startStudents();
    const locations = await withLocations(students);
    opener = as(
      servicePoint,
      await withStaff(students, { staffNumber: '1', role: 'SERVICE_POINT', locationCode: null as never, givenName: 'Noor' }),
    );
    colleague = as(servicePoint, await withStaff(students, { staffNumber: '2', role: 'SERVICE_POINT', locationCode: null as never }));
    pupil = await withStudent(students, { schoolPupilNumber: '1' });
    other = await withStudent(students, { schoolPupilNumber: '2' });
    const coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
    for (const id of [pupil, other])
      await mutate(students, coordinator, 'recordShortStay', 'student { id }', {
        id,
        revision: 1,
        shortStay: { setting: 'JUSTICE', startsOn: '2026-10-01', expectedEndOn: null },
      });
  });
  afterAll(() => students.stop());

  const open = (by: Viewer, key: string, reason = REASON, studentId = pupil) =>
    mutate(students, by, 'openRestrictedAccess', SELECTION, { idempotencyKey: key, studentId, reason });
  const codes = (payload: { userErrors: { code: string; field: string }[] }) =>
    payload.userErrors.map(({ code, field }) => `${code} ${field}`);
  const staysSeenBy = async (by: Viewer): Promise<Record<string, string | null>> => {
    const { data } = await students.query(by, '{ students { nodes { id shortStay { setting } } } }');
    const nodes = data.students.nodes as { id: string; shortStay: { setting: string } | null }[];
    return Object.fromEntries(nodes.map(({ id, shortStay }) => [id, shortStay?.setting ?? null]));
  };
  const staySeenBy = async (by: Viewer, id: string) => {
    const { data } = await students.query(by, 'query ($id: ID!) { student(id: $id) { shortStay { setting } } }', { id });
    return data.student.shortStay?.setting ?? null;
  };

  it('stay closed to the Servicepunt without a reason', async () => {
    expect(await staysSeenBy(opener)).toEqual({ [pupil]: null, [other]: null });
    expect(codes(await open(opener, 'short', 'omdat'))).toEqual(['INVALID_INPUT reason']);
    expect(codes(await open(opener, 'bsn', 'Overleg over 111222333 met de ouders'))).toEqual(['NATIONAL_NUMBER reason']);
    expect(codes(await open(opener, 'nobody', REASON, 'stu_nobody'))).toEqual(['NOT_FOUND studentId']);
    expect(await staysSeenBy(opener)).toEqual({ [pupil]: null, [other]: null });
  });

  it('open at once to who wrote down why, for this pupil alone and to nobody else', async () => {
    const payload = await open(opener, 'first');
    expect(payload).toEqual({
      restrictedAccess: {
        id: expect.stringMatching(/^rac_/),
        reason: REASON,
        openedAt: `${TODAY}T10:00:00.000Z`,
        expiresAt: `${TODAY}T18:00:00.000Z`,
        standing: true,
        openedBy: { givenName: 'Noor' },
        student: { id: pupil },
      },
      userErrors: [],
    });
    expect(await staysSeenBy(opener)).toEqual({ [pupil]: 'JUSTICE', [other]: null });
    expect(await staySeenBy(opener, pupil)).toBe('JUSTICE');
    expect(await staySeenBy(opener, other)).toBeNull();
    expect(await staysSeenBy(colleague)).toEqual({ [pupil]: null, [other]: null });
    expect(await staySeenBy(colleague, pupil)).toBeNull();
    // The same person in another role, without the Servicepunt's grant.
    const director = { ...opener, grants: [] };
    const { data } = await students.query(director, 'query ($id: ID!) { student(id: $id) { shortStay { setting } } }', { id: pupil });
    expect(data.student).toBeNull();
  });

  it('open through the entity path as well, and only to who opened them', async () => {
    const document = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Student { shortStay { setting } } } }';
    const variables = { r: [pupil, other].map((id) => ({ __typename: 'Student', id })) };
    const seen = async (by: Viewer) => (await students.query(by, document, variables)).data._entities;
    expect(await seen(opener)).toEqual([{ shortStay: { setting: 'JUSTICE' } }, { shortStay: null }]);
    expect(await seen(colleague)).toEqual([{ shortStay: null }, { shortStay: null }]);
  });

  it('are opened once by one key', async () => {
    const again = await open(opener, 'first');
    expect(again.userErrors).toEqual([]);
    const reused = await open(opener, 'first', `${REASON} opnieuw`);
    expect(codes(reused)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
    const told = (await toldEvents(students)).filter(({ type }) => type === 'RestrictedAccessOpened');
    expect(told).toEqual([
      {
        type: 'RestrictedAccessOpened',
        data: { restrictedAccessId: again.restrictedAccess.id, studentId: pupil, expiresAt: `${TODAY}T18:00:00.000Z` },
      },
    ]);
  });

  it('are opened by the Servicepunt alone', async () => {
    const refusal = { idempotencyKey: 'x', studentId: pupil, reason: REASON };
    for (const role of ['PRIVACY_OFFICER', 'OPERATOR', 'DIRECTOR', 'EMPLOYER_CONTACT'] as const)
      await expect(mutate(students, viewer(grant(role)), 'openRestrictedAccess', SELECTION, refusal)).rejects.toThrow('FORBIDDEN');
    await expect(mutate(students, viewer(grant('STUDENT', ofStudent(pupil))), 'openRestrictedAccess', SELECTION, refusal)).rejects.toThrow(
      'FORBIDDEN',
    );
  });

  it('are listed for the privacy officer with the reason; a colleague learns neither reason nor pupil', async () => {
    const list = '{ restrictedAccesses(filter: { standing: true }) { totalCount nodes { id reason openedBy { id } student { id } } } }';
    const { data } = await students.query(officer, list);
    expect(data.restrictedAccesses).toEqual({
      totalCount: 1,
      nodes: [{ id: expect.any(String), reason: REASON, openedBy: { id: opener.id }, student: { id: pupil } }],
    });
    const { id } = data.restrictedAccesses.nodes[0] as { id: string };
    const refused = await students.query(colleague, list);
    expect(refused.data.restrictedAccesses).toBeNull();
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const one = 'query ($id: ID!) { restrictedAccess(id: $id) { reason student { id } openedBy { id } } }';
    expect((await students.query(opener, one, { id })).data.restrictedAccess.reason).toBe(REASON);
    expect((await students.query(colleague, one, { id })).data.restrictedAccess).toEqual({ reason: null, student: null, openedBy: null });
  });

  it('close by themselves after eight hours', async () => {
    students.setNow(`${TODAY}T17:59:59Z`);
    expect(await staySeenBy(opener, pupil)).toBe('JUSTICE');
    students.setNow(`${TODAY}T18:00:00Z`);
    expect(await staySeenBy(opener, pupil)).toBeNull();
    expect(await staysSeenBy(opener)).toEqual({ [pupil]: null, [other]: null });
    const { data } = await students.query(officer, '{ restrictedAccesses { nodes { standing } } }');
    expect(data.restrictedAccesses.nodes).toEqual([{ standing: false }]);
    students.setNow(`${TODAY}T10:00:00Z`);
  });
});
