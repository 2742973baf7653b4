import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '@servicepunt/shared/clock';
import type { ServiceName, Viewer } from '@servicepunt/shared/contracts/roles';
import { newId } from '@servicepunt/shared/ids';
import { createLog } from '@servicepunt/shared/log';
import type { PulledEvent } from '@servicepunt/shared/service-client';
import { grant, startTestSubgraph, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { defineStudents } from '../app.ts';
import { openLedger } from './ledger.ts';
import { replayErasures } from './replay.ts';
import { createTombstones } from './tombstone.ts';
import { as, at, mutate, ofStudent, servicePoint, TODAY, toldEvents, withLocations, withStudent } from '../test-support/fixtures.ts';

const officer = as(viewer(grant('PRIVACY_OFFICER')), 'stf_officer');
const SELECTION = 'erasure { id studentId complete reports { service erased { collection documents } } remainder { collection reason } }';

describe('an erasure', () => {
  let students: TestSubgraph;
  let coordinator: Viewer;
  let pupil: string;
  let sister: string;
  const backup = new Map<string, object[]>();
  const logs: Record<string, PulledEvent[]> = { placements: [], notifications: [] };
  const report = (service: ServiceName, type: string, erasureId: string) =>
    logs[service]?.push({
      number: (logs[service]?.length ?? 0) + 1,
      id: `evt_01jd000000000000000000${service.slice(0, 4)}`,
      type,
      at: `${TODAY}T10:00:01.000Z`,
      revision: 2,
      actor: 'service',
      data: { erasureId, studentId: pupil, erased: [{ collection: 'links', documents: 2 }], compacted: true },
    });
  beforeAll(async () => {
    students = await startTestSubgraph({
      name: 'students',
      define: (deps) => defineStudents(deps),
      now: `${TODAY}T10:00:00Z`,
      pullEvents: (producer, after) => Promise.resolve((logs[producer] ?? []).filter(({ number }) => number > after)),
    });
    const locations = await withLocations(students);
    coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
    const guardian = (name: string) => ({
      givenName: name,
      familyName: 'canary-family',
      email: `${name}@canary.example`,
      phone: null,
      subject: null,
      relation: 'moeder',
    });
    const shared = { ...guardian('Shared'), familyName: 'Stays', email: 'stays@family.example' };
    pupil = await withStudent(students, {
      schoolPupilNumber: '4711',
      givenName: 'canary-given',
      familyName: 'canary-family',
      email: 'pupil@canary.example',
      subject: 'canary-subject',
      guardians: [guardian('canary-alone'), shared],
    });
    sister = await withStudent(students, { schoolPupilNumber: '4712', givenName: 'Noor', familyName: 'Stays', guardians: [shared] });
    await mutate(students, coordinator, 'recordShortStay', 'student { id }', {
      id: pupil,
      revision: 1,
      shortStay: { setting: 'JUSTICE', startsOn: '2026-10-01', expectedEndOn: null },
    });
    await mutate(students, servicePoint, 'openRestrictedAccess', 'restrictedAccess { id }', {
      idempotencyKey: 'a',
      studentId: pupil,
      reason: 'canary-reason about this pupil',
    });
  });
  afterAll(() => students.stop());

  const erase = (by: Viewer, input: object = {}) =>
    mutate(students, by, 'eraseStudent', SELECTION, { idempotencyKey: 'erase', studentId: pupil, reason: 'REQUESTED', ...input });
  const settled = async () => {
    await students.relay.drain();
    await students.subscriber?.catchUp();
  };
  const dump = async () => {
    const collections = await students.connection.listCollections();
    const all = await Promise.all(
      collections.map(async ({ name }) => [name, await students.connection.collection(name).find().toArray()] as const),
    );
    return Object.fromEntries(all.map(([name, rows]) => [name, JSON.stringify(rows)]));
  };

  it('is the privacy officer’s decision alone', async () => {
    for (const by of [servicePoint, coordinator, viewer(grant('STUDENT', ofStudent(pupil))), viewer(grant('OPERATOR'))])
      await expect(erase(by)).rejects.toThrow('FORBIDDEN');
    const unknown = await erase(officer, { idempotencyKey: 'other', studentId: 'stu_nobody' });
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'studentId' }]);
    expect((await dump())['students']).toContain('canary-given');
  });

  it('is preceded by a backup', async () => {
    await settled();
    for (const { name } of await students.connection.listCollections())
      backup.set(name, await students.connection.collection(name).find().toArray());
    expect(backup.get('students')).toHaveLength(2);
  });

  it('hides the pupil at once, from every question', async () => {
    const payload = await erase(officer);
    expect(payload).toMatchObject({ erasure: { studentId: pupil, complete: false }, userErrors: [] });
    const one = 'query ($id: ID!) { student(id: $id) { id } students { nodes { id } totalCount } }';
    const { data } = await students.query(coordinator, one, { id: pupil });
    expect(data).toEqual({ student: null, students: { nodes: [{ id: sister }], totalCount: 1 } });
    const entity = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Student { id } } }';
    expect((await students.query(coordinator, entity, { r: [{ __typename: 'Student', id: pupil }] })).data._entities).toEqual([null]);
    expect((await students.call('gateway', 'students.viewerBySubject', { subject: 'canary-subject' })).body).toEqual({ viewer: null });
    expect((await students.call('placements', 'students.studentForPlacement', { studentId: pupil })).body).toEqual({ student: null });
    expect((await students.call('notifications', 'students.people', { ids: [pupil] })).body).toEqual({ people: [] });
  });

  it('leaves nothing but ids and codes, and the family of a sister', async () => {
    await settled();
    const stored = await dump();
    for (const [name, text] of Object.entries(stored)) expect([name, /canary|4711|JUSTICE/.test(text)]).toEqual([name, false]);
    const holding = Object.keys(stored).filter((name) => stored[name]?.includes(pupil));
    expect(holding.toSorted()).toEqual(['audit', 'erasures', 'events']);
    expect(stored['guardians']).toContain('stays@family.example');
    const { data } = await students.query(coordinator, 'query ($id: ID!) { student(id: $id) { guardians { guardian { familyName } } } }', {
      id: sister,
    });
    expect(data.student.guardians).toEqual([{ guardian: { familyName: 'Stays' } }]);
    const told = (await toldEvents(students)).find(({ type }) => type === 'StudentErased');
    expect(told?.data).toMatchObject({ studentId: pupil, personIds: [pupil, expect.stringMatching(/^grd_/)] });
  });

  it('is complete when every service has reported, says what went where and what stays', async () => {
    const ask = async () => {
      const { data } = await students.query(officer, `query ($id: ID!) { erasure(id: $id) { ${SELECTION.slice('erasure { '.length)} }`, {
        id,
      });
      return data.erasure;
    };
    const { erasure } = await erase(officer);
    const id = erasure.id as string;
    expect((await ask()).complete).toBe(false);
    report('placements', 'PlacementsErased', id);
    await settled();
    expect((await ask()).complete).toBe(false);
    report('notifications', 'NotificationsErased', id);
    await settled();
    const done = await ask();
    expect(done.complete).toBe(true);
    expect(done.reports.map((entry: { service: string }) => entry.service)).toEqual(['students', 'placements', 'notifications']);
    expect(done.reports[0].erased).toEqual(expect.arrayContaining([{ collection: 'students', documents: 1 }]));
    expect(done.remainder).toContainEqual({ collection: 'audit', reason: 'ACCOUNTABILITY' });
    const refused = await students.query(coordinator, 'query ($id: ID!) { erasure(id: $id) { id } }', { id });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is done once: told again it changes nothing, and another one finds nobody', async () => {
    const again = await erase(officer, { idempotencyKey: 'again' });
    expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await students.connection.collection('cursors').updateMany({}, { $set: { after: 0 } });
    const before = await students.connection.collection('erasures').find().toArray();
    await settled();
    expect(await students.connection.collection('erasures').find().toArray()).toEqual(before);
  });

  it('is done again from the ledger when a restore brings the pupil back, and reported anew', async () => {
    const others = (await dump())['guardians'];
    for (const [name, rows] of backup) {
      await students.connection.collection(name).deleteMany({});
      if (rows.length > 0) await students.connection.collection(name).insertMany(rows as never);
    }
    const restored = await dump();
    expect([restored['students'], restored['guardians'], restored['erasures']]).toEqual([
      expect.stringContaining('canary-given'),
      expect.stringContaining('canary-alone'),
      '[]',
    ]);
    const run = () => {
      const { ledger } = openLedger({
        connection: students.connection,
        url: undefined,
        log: createLog({ service: 'students', level: 'silent' }),
      });
      const stores = {
        erasures: students.connection.model('Erasure'),
        students: students.connection.model('Student'),
        guardians: students.connection.model('Guardian'),
      };
      const named = Object.fromEntries(Object.entries(stores).map(([name, model]) => [name, { model }]));
      return replayErasures({ ledger, tombstones: createTombstones({ ...named, ledger, clock: systemClock, newId } as never) });
    };
    expect(await run()).toEqual({ told: 1, found: 1 });
    // At once, before any service has run.
    const { data } = await students.query(coordinator, 'query ($id: ID!) { student(id: $id) { id } }', { id: pupil });
    expect(data.student).toBeNull();
    expect(await run()).toEqual({ told: 1, found: 1 });
    await settled();
    expect(await run()).toEqual({ told: 1, found: 0 });
    await settled();
    const stored = await dump();
    for (const [name, text] of Object.entries(stored)) expect([name, /canary|4711|JUSTICE/.test(text)]).toEqual([name, false]);
    expect(stored['guardians']?.length).toBe(others?.length);
    expect(JSON.parse(stored['erasures'] ?? '')).toMatchObject([
      { studentId: pupil, reason: 'REQUESTED', reports: { students: { erased: [] } } },
    ]);
    // Told while the first telling still waited: once.
    const told = (await toldEvents(students)).filter(({ type }) => type === 'StudentErased');
    expect(told).toHaveLength(2);
    expect(told[0]?.data).toMatchObject({ studentId: pupil, personIds: [pupil, expect.stringMatching(/^grd_/)] });
  });
});
