/**
 * `npm run bench:audit`: what writing down a reading costs. One subgraph on one store reads 100 pupils with their restricted fields,
 * in turns with and without the line in the audit trail, so that both meet the same machine.
 * `BENCH_PAIRS` is the number of pairs; exit code 1 when the line costs 10 % of the request or more.
 */
import { join } from 'node:path';
import process from 'node:process';
import globalSetup from '@servicepunt/shared/test-support/global-setup';
import globalTeardown from '@servicepunt/shared/test-support/global-teardown';
import { grant, startTestSubgraph, viewer } from '@servicepunt/shared/test-support/subgraph';
import { defineStudents } from '../src/app.ts';
import { at, importRows, mutate, pupilRow, withLocations, withStaff } from '../src/test-support/fixtures.ts';

const PAIRS = Number(process.env['BENCH_PAIRS'] ?? 200);
const WARM_UP = 30;
const LIMIT = 0.1;
/** What a coordinator's list of a class shows. */
const QUERY = `{ students(first: 100) { totalCount nodes {
  id givenName familyNamePrefix familyName group birthDate age consentGiver schoolLocation { name } supervisor { givenName familyName email }
  guardians { relation guardian { givenName familyName phone email } } consents(first: 1) { nodes { purpose state } }
  shortStay { setting startsOn expectedEndOn } developmentPlan { establishedOn lastReviewedOn nextReviewDue }
} } }`;

const middle = (times: readonly number[]): number =>
  times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;

await globalSetup({ rootDir: join(import.meta.dirname, '../../..') });
try {
  let audited = true;
  const students = await startTestSubgraph({
    name: 'students',
    define: defineStudents,
    aroundRecording: (record) => (request, batch) => (audited ? record(request, batch) : Promise.resolve()),
  });
  const locations = await withLocations(students);
  const coordinator = viewer(grant('COORDINATOR', at(locations['05KO00'])));
  await withStaff(students, { staffNumber: '1', role: 'SCHOOL_SUPERVISOR' });
  const rows = Array.from({ length: 100 }, (_value, index) => ({
    ...pupilRow,
    schoolPupilNumber: String(index + 1),
    supervisorStaffNumber: '1',
    guardians: [
      { givenName: 'Anna', familyName: `Bakker ${index}`, email: `ouder${index}@example.org`, phone: '+31612345678', relation: 'moeder' },
    ],
  }));
  await importRows(students, 'Students', rows, { locationCode: '05KO00' });
  const { data } = await students.query(coordinator, '{ students(first: 100) { nodes { id } } }');
  for (const { id } of data.students.nodes as { id: string }[])
    await mutate(students, coordinator, 'recordShortStay', 'student { id }', {
      id,
      revision: 1,
      shortStay: { setting: 'YOUTH_CARE', startsOn: '2026-10-01', expectedEndOn: null },
    });
  await students.relay.drain();
  await students.subscriber?.catchUp();

  const times = { with: [] as number[], without: [] as number[] };
  for (let pair = -WARM_UP; pair < PAIRS; pair += 1) {
    for (const kind of pair % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      audited = kind === 'with';
      const started = performance.now();
      await students.query(coordinator, QUERY);
      if (pair >= 0) times[kind].push(performance.now() - started);
    }
  }
  await students.relay.drain();
  await students.subscriber?.catchUp();
  const lines = await students.connection.collection('audit').countDocuments({ action: 'STUDENT_RECORDS_READ' });
  // By pairs: whatever else the machine does meets both halves of a pair.
  const cost = middle(times.with.map((time, pair) => time - (times.without[pair] ?? 0))) / middle(times.without);
  process.stdout.write(
    `${PAIRS} pairs of reading 100 pupils: ${middle(times.with).toFixed(2)} ms with the trail, ${middle(times.without).toFixed(2)} ms without; ` +
      `it costs ${(cost * 100).toFixed(1)} % (limit ${LIMIT * 100} %). ${lines} lines in the trail, one for each audited request.\n`,
  );
  if (!(cost < LIMIT)) process.exitCode = 1;
  await students.stop();
} finally {
  await globalTeardown();
}
