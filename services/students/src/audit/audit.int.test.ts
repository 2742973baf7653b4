import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ServiceName, Viewer } from '@servicepunt/shared/contracts/roles';
import type { PulledEvent } from '@servicepunt/shared/service-client';
import { grant, startTestSubgraph, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { defineStudents } from '../app.ts';
import { as, at, importRows, mutate, pupilRow, servicePoint, TODAY, withLocations } from '../test-support/fixtures.ts';

const officer = viewer(grant('PRIVACY_OFFICER'));
const LIST = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    nodes { id at action actorId service subjectIds fields requestId } totalCount pageInfo { hasNextPage endCursor }
  }
}`;
interface Line {
  id: string;
  at: string;
  action: string | null;
  actorId: string;
  service: string;
  subjectIds: string[];
  fields: string[];
  requestId: string | null;
}

const told = (service: ServiceName, number: number, type: string, data: object): PulledEvent => ({
  number,
  id: `evt_01jd00000000000000000${service.slice(0, 3)}${String(number).padStart(2, '0')}`,
  type,
  at: `${TODAY}T09:0${number}:00.000Z`,
  revision: 1,
  actor: 'stf_01jd000000000000000000000c',
  data,
});
const LOGS: Readonly<Partial<Record<ServiceName, readonly PulledEvent[]>>> = {
  employers: [told('employers', 1, 'EmployerRegistered', { employerId: 'emp_01jd000000000000000000000a' })],
  placements: [
    told('placements', 1, 'PlacementPlanned', {
      placementId: 'plc_01jd000000000000000000000a',
      studentId: 'stu_01jd000000000000000000000a',
    }),
    told('placements', 2, 'SomethingOfTomorrow', { placementId: 'plc_01jd000000000000000000000a' }),
  ],
  notifications: [told('notifications', 1, 'DeliverySent', { deliveryId: 'dlv_01jd000000000000000000000a', channel: 'MAIL' })],
};

describe('the audit trail', () => {
  let students: TestSubgraph;
  let coordinator: Viewer;
  let pupils: string[];
  beforeAll(async () => {
    students = await startTestSubgraph({
      name: 'students',
      define: (deps) => defineStudents(deps),
      now: `${TODAY}T10:00:00Z`,
      pullEvents: (producer, after) => Promise.resolve((LOGS[producer] ?? []).filter(({ number }) => number > after)),
    });
    const locations = await withLocations(students);
    coordinator = as(viewer(grant('COORDINATOR', at(locations['05KO00']))), 'stf_coordinator');
    const rows = Array.from({ length: 120 }, (_value, index) => ({ ...pupilRow, schoolPupilNumber: String(index + 1) }));
    await importRows(students, 'Students', rows, { locationCode: '05KO00' });
    const { data } = await students.query(coordinator, '{ students(first: 100) { nodes { id } } }');
    pupils = (data.students.nodes as { id: string }[]).map(({ id }) => id);
  });
  afterAll(() => students.stop());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Everything that was told so far stands in the trail. */
  const collected = async () => {
    await students.relay.drain();
    await students.subscriber?.catchUp();
  };
  const lines = async (filter: object, by: Viewer = officer): Promise<Line[]> => {
    await collected();
    const { data, errors } = await students.query(by, LIST, { filter, first: 100 });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.auditEvents.nodes as Line[];
  };
  const readings = () => lines({ action: 'STUDENT_RECORDS_READ' });
  const readHundred = (by: Viewer) =>
    students.query(by, '{ students(first: 100) { nodes { id shortStay { setting } developmentPlan { establishedOn } } } }');

  it('holds one line for a request that read a hundred pupils, written with one insert', async () => {
    const before = (await readings()).length;
    const counts = await students.countCommands(() => readHundred(coordinator));
    expect(counts).toEqual({ find: 1, insert: 1 });
    const [line, ...older] = await readings();
    expect(older).toHaveLength(before);
    expect(line).toEqual({
      id: expect.stringMatching(/^aud_/),
      at: `${TODAY}T10:00:00.000Z`,
      action: 'STUDENT_RECORDS_READ',
      actorId: 'stf_coordinator',
      service: 'students',
      subjectIds: expect.arrayContaining(pupils),
      fields: ['Student.developmentPlan', 'Student.shortStay'],
      requestId: expect.stringMatching(/^[\w-]{8,}$/),
    });
    expect(line?.subjectIds).toHaveLength(100);
  });

  it('holds no line for what was refused or is not restricted', async () => {
    const before = await readings();
    const { errors } = await readHundred(servicePoint);
    expect(errors?.length).toBeGreaterThan(0);
    await students.query(coordinator, '{ students(first: 100) { nodes { id givenName } } }');
    expect(await readings()).toEqual(before);
  });

  it('holds a line for a reading by alias, entity and mutation payload too', async () => {
    const [id = ''] = pupils;
    const reader = as(coordinator, 'stf_paths');
    const mine = () => lines({ actor: 'stf_paths', action: 'STUDENT_RECORDS_READ' });
    await students.query(reader, 'query ($id: ID!) { a: student(id: $id) { b: shortStay { setting } } }', { id });
    expect(await mine()).toHaveLength(1);
    await students.query(reader, 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Student { shortStay { setting } } } }', {
      r: [{ __typename: 'Student', id }],
    });
    expect(await mine()).toHaveLength(2);
    await mutate(students, reader, 'recordDevelopmentPlan', 'student { developmentPlan { establishedOn } }', {
      id,
      revision: 1,
      establishedOn: '2026-10-01',
    });
    expect((await mine()).map(({ subjectIds, fields }) => ({ subjectIds, fields }))).toEqual([
      { subjectIds: [id], fields: ['Student.developmentPlan'] },
      { subjectIds: [id], fields: ['Student.shortStay'] },
      { subjectIds: [id], fields: ['Student.shortStay'] },
    ]);
  });

  it('keeps the answer back when the line can not be written', async () => {
    const model = students.connection.models['Reading'];
    if (!model) throw new Error('no model');
    jest.spyOn(model.collection, 'insertOne').mockRejectedValue(new Error('the disk is full'));
    const { status, text } = await students.raw('/graphql', {
      authorization: `Bearer ${await students.sign(coordinator)}`,
      body: { query: '{ students(first: 1) { nodes { id shortStay { setting } } } }' },
    });
    expect(status).toBe(500);
    expect(JSON.parse(text)).toEqual({ error: 'failed' });
  });

  it('collects the changes of all four services, each once, what it does not know yet among them', async () => {
    await collected();
    expect(await students.connection.collection('readings').countDocuments()).toBe(0);
    const number = (service: ServiceName) => students.connection.collection('audit').countDocuments({ service, number: { $gt: 0 } });
    const counts = { students: await number('students'), employers: 1, placements: 2, notifications: 1 };
    expect(counts.students).toBe(await students.connection.collection('events').countDocuments());
    for (const service of ['employers', 'placements', 'notifications'] as const) expect(await number(service)).toBe(counts[service]);

    await students.connection.collection('cursors').updateMany({}, { $set: { after: 0 } });
    await students.subscriber?.catchUp();
    for (const service of ['students', 'employers', 'placements', 'notifications'] as const)
      expect(await number(service)).toBe(counts[service]);

    const placement = await lines({ subject: 'plc_01jd000000000000000000000a' });
    expect(placement.map(({ action, service }) => ({ action, service }))).toEqual([
      { action: null, service: 'placements' },
      { action: 'PLACEMENT_PLANNED', service: 'placements' },
    ]);
  });

  it('is narrowed by actor, subject, action and time, and paged', async () => {
    const [id = ''] = pupils;
    expect((await lines({ subject: id, action: 'STUDENT_REGISTERED' })).map(({ subjectIds }) => subjectIds[0])).toEqual([id]);
    expect(await lines({ actor: 'stf_01jd000000000000000000000c' })).toHaveLength(4);
    const between = await lines({ from: `${TODAY}T09:01:00Z`, until: `${TODAY}T09:02:00Z` });
    const actions = between.map(({ action }) => String(action)).toSorted();
    expect(actions).toEqual(['DELIVERY_SENT', 'EMPLOYER_REGISTERED', 'PLACEMENT_PLANNED']);
    const filter = { actor: 'stf_01jd000000000000000000000c' };
    const first = (await students.query(officer, LIST, { filter, first: 3 })).data.auditEvents;
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const second = (await students.query(officer, LIST, { filter, first: 3, after: first.pageInfo.endCursor })).data.auditEvents;
    expect(second.nodes).toHaveLength(1);
  });

  it('is read by the privacy officer alone', async () => {
    const roles = [
      'STUDENT',
      'GUARDIAN',
      'SCHOOL_SUPERVISOR',
      'COORDINATOR',
      'SERVICE_POINT',
      'DIRECTOR',
      'EMPLOYER_CONTACT',
      'EMPLOYER_SYSTEM',
      'RECEIVING_PARTY',
      'OPERATOR',
    ] as const;
    const [line] = await readings();
    for (const role of roles) {
      const { data, errors } = await students.query(viewer(grant(role)), LIST);
      expect(data.auditEvents).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const entity = await students.query(
        viewer(grant(role)),
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AuditEvent { id } } }',
        { r: [{ __typename: 'AuditEvent', id: line?.id }] },
      );
      expect(entity.data._entities).toEqual([null]);
    }
  });

  it('holds ids and codes, never a name', async () => {
    const stored = JSON.stringify(await students.connection.collection('audit').find().toArray());
    expect(stored).toContain(pupils[0]);
    expect(stored).not.toMatch(/Sem|Bakker|Beemden|2010-05-01/);
  });
});
