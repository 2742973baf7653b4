import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockAt } from '@servicepunt/shared/clock';
import { newId } from '@servicepunt/shared/ids';
import { createLog } from '@servicepunt/shared/log';
import { runNightly, type RetentionTask } from '@servicepunt/shared/nightly';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { openLedger } from '../erasure/ledger.ts';
import { createErasureStore } from '../erasure/store.ts';
import { createTombstones, type Tombstones } from '../erasure/tombstone.ts';
import { createGuardianStore } from '../guardian/store.ts';
import { createStudentStore } from '../student/store.ts';
import { startStudents, TODAY, toldEvents, withLocations, withStudent } from '../test-support/fixtures.ts';
import { createPupilFigures, pupilFiles } from './pupil-files.ts';

describe('the retention of pupil files', () => {
  let students: TestSubgraph;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    students = await startStudents();
    await withLocations(students);
    const left = { two: '2024-11-24', earlier: '2024-11-23', almost: '2024-11-25', here: null };
    for (const [name, leftOn] of Object.entries(left))
      ids[name] = await withStudent(students, { schoolPupilNumber: name, leftOn, outflowProfile: 'LABOUR_MARKET' });
  });
  afterAll(() => students.stop());

  /** The job's own models, on the service's database. */
  const taskWith = (around: (tombstones: Tombstones) => Tombstones = (given) => given): RetentionTask => {
    const connection = students.connection.useDb(students.connection.name, { useCache: false });
    const { ledger } = openLedger({ connection, url: undefined, log: createLog({ service: 'students', level: 'silent' }) });
    const stores = {
      students: createStudentStore(connection),
      guardians: createGuardianStore(connection),
      erasures: createErasureStore(connection),
    };
    const clock = clockAt(() => new Date(`${TODAY}T02:30:00Z`));
    const tombstones = around(createTombstones({ ...stores, ledger, clock, newId }));
    return pupilFiles({ ...stores, tombstones, figures: createPupilFigures(connection), clock });
  };
  const run = async (task: RetentionTask, dryRun = false) => {
    const lines: string[] = [];
    const done = await runNightly({ tasks: [task], dryRun, tell: (line) => lines.push(line) });
    return { done, lines };
  };
  const rows = (collection: string) => students.connection.collection(collection).find().toArray();
  const living = async () => (await rows('students')).filter((row) => !row['erasedAt']).map((row) => String(row._id));

  it('only counts in a dry run', async () => {
    const { done, lines } = await run(taskWith(), true);
    expect(done).toEqual({});
    expect(lines).toEqual([expect.stringMatching(/^PUPIL_FILE: .*: 2 due$/)]);
    expect([await living(), await rows('erasures'), await rows('pupilFigures')]).toEqual([
      expect.arrayContaining(Object.values(ids)),
      [],
      [],
    ]);
  });

  it('goes on where it was stopped, and counts each pupil once, before he goes', async () => {
    let placed = 0;
    const stopping = taskWith((given) => ({
      ...given,
      async place(erasure) {
        const waiting = (await rows('pupilFigures')).flatMap((row) => row['pending'] as string[]);
        expect(waiting).toContain(erasure.studentId);
        await given.place(erasure);
        placed += 1;
        if (placed === 1) throw new Error('stopped');
      },
    }));
    await expect(run(stopping)).rejects.toThrow('stopped');
    expect(await living()).toHaveLength(3);
    const { done } = await run(taskWith());
    expect(done).toEqual({ PUPIL_FILE: 1 });
    expect(new Set(await living())).toEqual(new Set([ids['almost'], ids['here']]));
    expect(await rows('pupilFigures')).toMatchObject([
      { kind: { schoolYear: '2024', outflowProfile: 'LABOUR_MARKET', actualOutflow: null }, counted: 2, pending: [] },
    ]);
    expect((await run(taskWith())).done).toEqual({ PUPIL_FILE: 0 });
  });

  it('erases as the privacy officer would: told to every service, with the reason', async () => {
    const told = (await toldEvents(students)).filter(({ type }) => type === 'StudentErased');
    expect(told).toHaveLength(2);
    expect(new Set(told.map(({ data }) => data['studentId']))).toEqual(new Set([ids['two'], ids['earlier']]));
    expect(told[0]?.data).toMatchObject({ reason: 'RETENTION_ENDED' });
    await students.subscriber?.catchUp();
    expect(new Set((await rows('students')).map((row) => String(row._id)))).toEqual(new Set([ids['almost'], ids['here']]));
    expect(JSON.stringify(await rows('pupilFigures'))).not.toContain('stu_');
  });
});
