import { readFileSync } from 'node:fs';
import { failuresFor, type Failure, type Pace, type Scene } from './failures.ts';
import { createJudge, type Accepted, type Judge } from './judge.ts';
import { createRandom, type Random } from './random.ts';
import { setStage, type Stage } from './stage.ts';
import { countIn, createWorld, DAYS, eventually, pause, peopleOf, type PlayedDay, type Subject, type World } from './world.ts';

export interface Played {
  readonly failure: Failure;
  readonly note: string;
}
export interface Verdict {
  readonly seed: number;
  /** Mails that had to go out. */
  readonly expected: number;
  readonly sent: number;
  /** People who should have got a mail and didn't. */
  readonly lost: readonly string[];
  /** People who got a second mail that nothing excuses. */
  readonly twice: readonly string[];
  /** The same Message-ID again because the first answer can't have been noted, by what happened. */
  readonly repeated: Readonly<Record<string, number>>;
  /** People who got a mail before its time, after their subject was cancelled, or without any reason. */
  readonly wrong: readonly string[];
  readonly cancelled: number;
  /** Chases of the first day that were months late on the second one: reported, not sent. */
  readonly expired: number;
  readonly healed: number;
  readonly played: readonly Played[];
  readonly seconds: number;
}

/** Half of the reminders are in Redis before they fall due; the rest falls due while things break. */
const PLANNED_BEFORE = 0.4;
/** Subjects of the first day that are left open: their chases are too old on the second day. */
const LEFT_OPEN = 10;

/** Plays both days with all failures, in an order and at moments that the seed decides, and lets the judge count what went out. */
export async function prove(options: {
  reminders: number;
  seed: number;
  pace: Pace;
  patienceMs: number;
  env: Record<string, string | undefined>;
  say: (line: string) => void;
}): Promise<Verdict> {
  const { pace, say, seed } = options;
  const began = Date.now();
  const random = createRandom(seed);
  const judge = createJudge();
  const { leaseMs, answerMs, reconcileEveryMs } = pace;
  const stage = await setStage({ judge, workers: ['one', 'two', 'new'], leaseMs, answerMs, reconcileEveryMs, env: options.env });
  try {
    const world = await createWorld(stage);
    const failures = random.shuffled(failuresFor(pace));
    const perDay = Math.ceil(failures.length / DAYS.length);
    const played: Played[] = [];
    const early: Accepted[] = [];
    for (const [index, day] of DAYS.entries()) {
      const own = failures.slice(index * perDay, (index + 1) * perDay);
      const before = judge.accepted.length;
      played.push(
        ...(await playDay({ day, stage, world, judge, random, pace, failures: own, reminders: options.reminders / DAYS.length, say })),
      );
      const complete = await eventually(() => isComplete(world, judge, day), options.patienceMs, 250);
      say(`${day.name}: ${complete ? 'everything has gone out' : 'not everything has gone out in time'}`);
      // Long enough for a claim to run out and be sent by another one: what comes twice comes now.
      await pause(pace.leaseMs * 1.5 + 500);
      early.push(...judge.accepted.slice(before).filter((entry) => entry.at < stage.realTimeOf(day.dueAt)));
      if (index === 0) await finishDay(world, day);
      await stopAll(stage);
    }
    const expired = await countIn(world, 'reminders', { status: 'EXPIRED' });
    const verdict = judgeAll(world, judge, early);
    await world.close();
    return { seed, ...verdict, expired, healed: healedOf(stage), played, seconds: Math.round((Date.now() - began) / 1_000) };
  } finally {
    await stage.close();
    await judge.close();
  }
}

async function playDay(options: {
  day: PlayedDay;
  stage: Stage;
  world: World;
  judge: Judge;
  random: Random;
  pace: Pace;
  failures: readonly Failure[];
  reminders: number;
  say: (line: string) => void;
}): Promise<Played[]> {
  const { day, stage, world, failures, say } = options;
  stage.playDay(new Date(day.dueAt.getTime() - options.pace.leadMs));
  await Promise.all([stage.owner.start(), stage.worker('one').start(), stage.worker('two').start()]);
  await world.plan(day, Math.floor(options.reminders * PLANNED_BEFORE));
  const perWave = Math.ceil((options.reminders * (1 - PLANNED_BEFORE)) / Math.max(1, failures.length));
  const scene: Scene = { ...options, wave: () => world.plan(day, perWave), running: new Set(['one', 'two']) };
  await eventually(() => Date.now() >= stage.realTimeOf(day.dueAt), 120_000);
  const played: Played[] = [];
  for (const failure of failures) {
    const note = await failure.play(scene);
    say(`${day.name}: ${failure.title}: ${note}`);
    played.push({ failure, note });
    await pause(options.random.below(400));
  }
  return played;
}

/** Everybody got a mail, and nothing is under way any more. */
async function isComplete(world: World, judge: Judge, day: PlayedDay): Promise<boolean> {
  const got = new Set(judge.accepted.map((entry) => entry.person));
  const waited = world.subjects.filter((subject) => subject.day === day && !subject.cancelled).flatMap(peopleOf);
  return waited.every((person) => got.has(person)) && (await countIn(world, 'deliveries', { lookAt: { $exists: true } })) === 0;
}

async function finishDay(world: World, day: PlayedDay): Promise<void> {
  const done = world.subjects.filter((subject) => subject.day === day && !subject.cancelled).slice(LEFT_OPEN);
  await world.finish(done);
  const open = { _id: { $in: done.map((subject) => subject.id) }, open: true };
  await eventually(async () => (await countIn(world, 'subjects', open)) === 0, 60_000, 250);
}

async function stopAll(stage: Stage): Promise<void> {
  const parts = [stage.worker('one'), stage.worker('two'), stage.owner];
  for (const part of parts) part.signal('SIGTERM');
  await Promise.all(parts.map((part) => part.ended()));
}

function judgeAll(world: World, judge: Judge, early: readonly Accepted[]) {
  const byPerson = Map.groupBy(judge.accepted, (entry) => entry.person);
  const subjectOf = new Map<string, Subject>(
    world.subjects.flatMap((subject) => peopleOf(subject).map((person) => [person, subject] as const)),
  );
  const expected = world.subjects.filter((subject) => !subject.cancelled).flatMap(peopleOf);
  const wrong = new Set(early.map((entry) => entry.person));
  const twice: string[] = [];
  const repeated: Record<string, number> = {};
  for (const [person, mails] of byPerson) {
    if (subjectOf.get(person)?.cancelled !== false) wrong.add(person);
    const [first, ...more] = mails;
    for (const [index, again] of more.entries()) {
      const cause = judge.causeOf(mails[index] as Accepted);
      if (again.messageId === first?.messageId && cause !== null) repeated[cause] = (repeated[cause] ?? 0) + 1;
      else twice.push(`${person}: ${mails.map(describe).join(', ')}`);
    }
  }
  return {
    expected: expected.length,
    sent: judge.accepted.length,
    lost: expected.filter((person) => !byPerson.has(person)),
    twice,
    repeated,
    wrong: [...wrong],
    cancelled: world.subjects.filter((subject) => subject.cancelled).length,
  };
}

const describe = ({ at, worker, messageId, acknowledged }: Accepted) =>
  `${new Date(at).toISOString()} by ${worker} as ${messageId}${acknowledged ? '' : ' (not acknowledged)'}`;

/** What the reconcilers said that they put right. */
function healedOf(stage: Stage): number {
  const lines = stage.workers.flatMap((worker) => worker.logs).flatMap((log) => readFileSync(log, 'utf8').split('\n'));
  return lines
    .filter((line) => line.includes('"event":"reconciled"'))
    .map((line) => JSON.parse(line) as { withoutJob: Record<string, number>; withoutRow: Record<string, number> })
    .flatMap(({ withoutJob, withoutRow }) => [...Object.values(withoutJob), ...Object.values(withoutRow)])
    .reduce((sum, count) => sum + count, 0);
}
