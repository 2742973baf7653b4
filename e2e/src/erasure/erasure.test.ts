import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startStack, type RunningStack } from '../support/stack.ts';
import { openRedis, placesHolding, readEverything, type Places } from './scan.ts';
import { liveThrough, type Pupil } from './story.ts';

/** Where ids of an erased pupil stay, and nothing else of him: what law wants to be accounted for, and the proofs of the erasure itself. */
const REMAINDER = ['students.disclosures', 'students.audit', 'students.erasures'];
const PROOFS = ['placements.erasuresDone', 'notifications.erasuresDone'];
const isLog = (place: string) => /^(students|placements|notifications|employers)\.events$/.test(place);
/** Files hold what their collections hold. */
const isFile = (place: string) => place.includes('/');

interface Report {
  complete: boolean;
  reports: { service: string; compacted: boolean; erased: { collection: string }[] }[];
  remainder: { collection: string }[];
}

describe('the erasure of a pupil, on the running system', () => {
  let stack: RunningStack;
  let pupil: Pupil;
  const closing: (() => Promise<unknown>)[] = [];
  let before: Places;
  let after: Places;
  /** Every text that is his: by place it was written to. Whom the handover went to is another's record and stays. */
  let his: [place: string, canary: string][];
  let others: string[];
  let erasureId = '';
  /** Outside of what is scanned. */
  const backup = mkdtempSync(join(tmpdir(), 'servicepunt-backup-'));
  const pidOf = (name: string): number => {
    const found = stack.file.processes[name];
    if (!found) throw new Error(`There is no process ${name}: ${Object.keys(stack.file.processes).join(', ')}`);
    return found.pid;
  };

  beforeAll(async () => {
    stack = await startStack({ SAMPLE_DATA: 'none' });
    closing.push(stack.stop);
    pupil = await liveThrough(stack);
    closing.push(pupil.store.close);
    const all = pupil.canaries.all();
    his = all.filter(([place]) => place.startsWith('seventeen ') && !/Partner(Organisation|Contact)/.test(place));
    others = all.filter(([place]) => /^eighteen (Student|Guardian)\.(givenName|email)/.test(place)).map(([, canary]) => canary);
    before = await readEverything(stack);
  }, 180_000);
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
    rmSync(backup, { recursive: true });
  }, 30_000);

  const holding = (places: Places, canaries: readonly string[]) =>
    Object.fromEntries(canaries.map((canary) => [canary, placesHolding(places, canary)]));
  /** His texts that still stand somewhere. */
  const textsLeft = () =>
    his.map(([, canary]) => [pupil.canaries.placeOf(canary), placesHolding(after, canary)]).filter(([, places]) => places?.length !== 0);
  const canaryOf = (place: string) => pupil.canaries.of(place);

  it('begins where the scan finds him: in each database, in mails that were sent, in links and in the files', async () => {
    const expected: [string, string][] = [
      ['seventeen Student.givenName', 'students.students'],
      ['seventeen Student.schoolPupilNumber', 'students.students'],
      ['seventeen Student.email', 'students.students'],
      ['seventeen Student.subject', 'students.students'],
      ['seventeen Guardian.familyName', 'students.guardians'],
      ['seventeen relation', 'students.guardians'],
      ['seventeen Placement.localName', 'placements.placements'],
      ['seventeen Placement.agreement.schoolSupervisor.name', 'placements.placements'],
      ['seventeen Student.givenName', 'notifications.deliveries'],
    ];
    for (const [of, place] of expected) expect([of, placesHolding(before, canaryOf(of))]).toEqual([of, expect.arrayContaining([place])]);
    const files = placesHolding(before, canaryOf('seventeen Guardian.familyName')).filter(isFile);
    expect(files).toEqual(expect.arrayContaining([expect.stringMatching(/^documents\//)]));
    // Jobs and logs hold ids, and never a name.
    for (const [of, canary] of his)
      expect([of, placesHolding(before, canary).filter((place) => /^(redis|logs)/.test(place))]).toEqual([of, []]);
    expect((await pupil.store.rows('placements', 'lnk')).length).toBeGreaterThan(0);
  });

  it('would be seen in Redis and in a log file', async () => {
    const redis = openRedis(stack.file.redisUrl);
    const name = canaryOf('seventeen Student.familyName');
    const log = join(stack.folder, 'logs', 'planted.log');
    await redis.hset('planted', 'job', name);
    writeFileSync(log, '{"event":"planted"}\n');
    appendFileSync(log, `{"name":"${name}"}\n`);
    const planted = placesHolding(await readEverything(stack), name);
    expect(planted).toEqual(expect.arrayContaining(['redis', 'logs/planted.log']));
    rmSync(log);
    await redis.del('planted');
    await redis.bgrewriteaof();
    await until(async () => /aof_rewrite_in_progress:0/.test(await redis.info('persistence')), 'Redis to write its log anew');
    redis.disconnect();
  });

  it('a dump of the databases shows no restricted text even before', () => {
    const restricted = his.filter(([of]) =>
      /Placement\.(goals|workAdjustments|amendments\.reason)|Evaluation\.|WarmHandover\.(items|firstDay|aftercare)|AftercareCase|RestrictedAccess/.test(
        of,
      ),
    );
    expect(restricted.length).toBeGreaterThan(15);
    expect(
      Object.values(
        holding(
          before,
          restricted.map(([, canary]) => canary),
        ),
      ).flat(),
    ).toEqual([]);
  });

  it('comes after an export, which holds everything that is his and nothing of anybody else', async () => {
    const started = performance.now();
    const { export: made } = await pupil.client.act(
      pupil.ground.as('privacyOfficer'),
      'exportStudentRecord',
      { idempotencyKey: 'export', studentId: pupil.ids.student },
      'export { document }',
    );
    expect(performance.now() - started).toBeLessThan(60_000);
    const text = made.document as string;
    const record = JSON.parse(text) as Record<string, Record<string, unknown[]>>;
    for (const [service, section] of [
      ...['consents', 'disclosures', 'guardians', 'restrictedAccesses', 'auditTrail'].map((name) => ['students', name] as const),
      ...['placements', 'evaluations', 'warmHandovers', 'aftercareCases'].map((name) => ['placements', name] as const),
      ...['employers', 'heldPlaces'].map((name) => ['employers', name] as const),
      ...['reminders', 'deliveries', 'notifications'].map((name) => ['notifications', name] as const),
    ])
      expect([section, record[service]?.[section]?.length]).not.toEqual([section, 0]);
    const found = pupil.canaries.in(text);
    // Whom an agreement names, and how a guardian is reached, is theirs.
    const notHis = /Placement\.(agreement|amendments)\.(school|workplace)Supervisor|Guardian\.(email|phone|subject)/;
    const missing = his.filter(([of, canary]) => !notHis.test(of) && !found.has(canary.toLowerCase()));
    expect(missing).toEqual([]);
    // Companies are named, and what they called the place; of people there is nothing.
    const foreign = [...found]
      .map((canary) => pupil.canaries.placeOf(canary))
      .filter((of) => !of.startsWith('seventeen ') || notHis.test(of));
    expect(
      foreign.filter(
        (of) =>
          !/^(company A (name|title)|SchoolLocation\.(name|municipality)|seventeen (PartnerOrganisation|Placement))/.test(of) ||
          notHis.test(of),
      ),
    ).toEqual([]);
  });

  it('follows a backup', async () => {
    const { code, output } = await stack.tool('tools/ops/src/backup/main.ts', ['backup', '--out', backup]);
    expect([code, output]).toEqual([0, expect.stringContaining('students.students: ')]);
  }, 60_000);

  it('leaves nothing of him anywhere but ids in the written remainder', async () => {
    const officer = pupil.ground.as('privacyOfficer');
    const { erasure } = await pupil.client.act(
      officer,
      'eraseStudent',
      { idempotencyKey: 'erase', studentId: pupil.ids.student, reason: 'REQUESTED' },
      'erasure { id }',
    );
    erasureId = erasure.id as string;
    const ask =
      'query ($id: ID!) { erasure(id: $id) { complete reports { service compacted erased { collection documents } } remainder { collection } } }';
    let report: Report = { complete: false, reports: [], remainder: [] };
    await until(
      async () => {
        report = (await pupil.client.ask(officer, ask, { id: erasure.id })).erasure;
        return report.complete;
      },
      'every service to report',
      60_000,
    );
    after = await readEverything(stack);
    expect(textsLeft()).toEqual([]);

    const { student, placement, handover, evaluations } = pupil.ids;
    for (const id of [student, placement, handover, ...evaluations]) {
      const places = placesHolding(after, id).filter((place) => !isFile(place) && !isLog(place));
      expect([id, places.filter((place) => ![...REMAINDER, ...PROOFS].includes(place))]).toEqual([id, []]);
    }
    expect(report.remainder.map(({ collection }) => collection)).toEqual(
      expect.arrayContaining([...REMAINDER.map((place) => place.replace('students.', '')), 'events']),
    );
    const went = report.reports.flatMap(({ service, erased }) => erased.map(({ collection }) => `${service}.${collection}`));
    expect(went).toEqual(
      expect.arrayContaining([
        ...['students.students', 'students.guardians', 'students.consents', 'students.restrictedAccesses'],
        ...['placements.placements', 'placements.evaluations', 'placements.warmHandovers', 'placements.aftercareCases'],
        ...['placements.links', 'placements.pupilCalendars'],
        ...['notifications.reminders', 'notifications.deliveries', 'notifications.notifications', 'notifications.subjects'],
      ]),
    );
    // On the embedded store nothing waits in freed pages; a MongoDB overwrites them in its own time, and the report says so.
    expect(report.reports.map(({ service, compacted }) => [service, compacted])).toEqual([
      ['students', true],
      ['placements', true],
      ['notifications', true],
    ]);
  }, 90_000);

  it('leaves everybody else as he was', () => {
    // In which of its files the store keeps a row (its log, or after a checkpoint the database alone) is its own affair.
    const standing = (places: Places, canary: string) =>
      new Set(placesHolding(places, canary).map((place) => (place.startsWith('documents/') ? 'documents' : place)));
    for (const canary of others) expect([canary, standing(after, canary)]).toEqual([canary, standing(before, canary)]);
    const partner = canaryOf('seventeen PartnerOrganisation.name');
    expect(placesHolding(after, partner)).toContain('placements.partnerOrganisations');
  });

  it('is repeated from the ledger after the backup was restored, by one command', async () => {
    const pids = ['students', 'employers', 'placements', 'notifications', 'notifications-worker'].map((name) => pidOf(name));
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      const restored = await stack.tool('tools/ops/src/backup/main.ts', ['restore', '--from', backup, '--replace']);
      expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('Restored.') });
      const name = canaryOf('seventeen Student.givenName');
      const back = placesHolding(await readEverything(stack), name);
      expect(back).toEqual(expect.arrayContaining(['students.students', 'notifications.deliveries']));
      for (let run = 0; run < 2; run += 1)
        expect(await stack.tool('tools/stack/src/service-job.ts', ['replay-erasures', '--service', 'students'])).toEqual({
          code: 0,
          output: expect.stringContaining('1 erasures in the ledger'),
        });
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
    const officer = pupil.ground.as('privacyOfficer');
    const ask = 'query ($id: ID!) { erasure(id: $id) { complete } }';
    await until(
      async () => (await pupil.client.ask(officer, ask, { id: erasureId })).erasure?.complete === true,
      'every service to report again',
      60_000,
    );
    after = await readEverything(stack);
    expect(textsLeft()).toEqual([]);
    for (const canary of others) expect([canary, placesHolding(after, canary).length > 0]).toEqual([canary, true]);
  }, 120_000);
});
