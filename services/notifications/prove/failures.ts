import { Queue } from 'bullmq';
import type { Judge, Moment } from './judge.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';
import { countIn, eventually, pause, peopleOf, untilDone, type Subject, type World } from './world.ts';

/** How long things are away: the full proof takes its time, the one in `npm test` doesn't. */
export interface Pace {
  /** How long before the reminders fall due the workers start. */
  readonly leadMs: number;
  readonly leaseMs: number;
  readonly answerMs: number;
  readonly reconcileEveryMs: number;
  /** How long a worker stands still: the others' look for stalled jobs comes once per lease, and a lease may be fresh. */
  readonly pausedMs: number;
  readonly mongoDownMs: number;
  readonly ownerDownMs: number;
  readonly redisDownMs: number;
  readonly smtpBadMs: number;
  readonly acknowledgeAfterMs: number;
  readonly kills: number;
  readonly flushesPerStep: number;
  /** How long a moment is waited for before another wave has to meet it. */
  readonly flushWithinMs: number;
  readonly drops: number;
  readonly cancelled: number;
}

export interface Scene {
  readonly stage: Stage;
  readonly world: World;
  readonly judge: Judge;
  readonly random: Random;
  readonly pace: Pace;
  /** Some more reminders fall due now. */
  wave(): Promise<Subject[]>;
  /** The workers that run now. */
  readonly running: Set<string>;
}
export interface Failure {
  readonly id: string;
  readonly title: string;
  /** Breaks something while reminders fall due; says what was done. */
  play(scene: Scene): Promise<string>;
}

const WITHIN_MS = 20_000;
const MOST_WAVES = 4;

const flushAt = (id: string, title: string, moment: (scene: Scene) => Promise<boolean>): Failure => ({
  id: `flush-${id}`,
  title: `FLUSHALL ${title}`,
  async play(scene) {
    for (let wave = 1; ; wave += 1) {
      const told = scene.wave();
      const met = await moment(scene);
      await scene.stage.redis.flush();
      await told;
      if (met) return 'flushed at that moment';
      // The moment is short: where it was missed, another wave has to meet it.
      if (wave === MOST_WAVES) return `not played: ${wave} waves were too quick to be met`;
    }
  },
});

const ownersEvents = async ({ world }: Scene) => world.owner.collection('events').countDocuments();
const handled = async ({ world }: Scene) => {
  const cursor = await world.notifications.collection<{ _id: string; after: number }>('cursors').findOne({ _id: 'placements' });
  return cursor?.after ?? 0;
};

const flushes: Failure[] = [
  flushAt('write-relay', 'between write and relay', async ({ world, pace }) =>
    eventually(
      async () => (await world.owner.collection('subjects').countDocuments({ outboxAt: { $exists: true } })) > 0,
      pace.flushWithinMs,
      2,
    ),
  ),
  flushAt('relay-doorbell', 'between relay and doorbell', async (scene) => {
    const before = await ownersEvents(scene);
    return eventually(async () => (await ownersEvents(scene)) > before, scene.pace.flushWithinMs, 2);
  }),
  flushAt('doorbell-handler', 'between doorbell and handler', async (scene) =>
    eventually(async () => (await ownersEvents(scene)) > (await handled(scene)), scene.pace.flushWithinMs, 2),
  ),
  flushAt('job-claim', 'between job and claim', async ({ world, stage, pace }) =>
    eventually(
      async () => (await countIn(world, 'reminders', { status: 'SCHEDULED', dueAt: { $lte: stage.now() } })) > 0,
      pace.flushWithinMs,
      2,
    ),
  ),
  flushAt('claim-send', 'between claim and send', async ({ world, pace }) =>
    eventually(async () => (await countIn(world, 'deliveries', { status: 'SENDING' })) > 0, pace.flushWithinMs, 2),
  ),
];

const redisKilled: Failure = {
  id: 'redis-killed',
  title: 'Redis killed and restarted empty',
  async play({ stage, wave, pace, random }) {
    const told = wave();
    await pause(random.below(500));
    await stage.redis.kill();
    await pause(pace.redisDownMs);
    await stage.redis.start();
    await told;
    return `away for ${pace.redisDownMs / 1_000} s`;
  },
};

const WHERE = { RCPT: 'before the content', DATA: 'in the content', DOT: 'after the final dot, before its answer' } as const;

const workerKilled: Failure = {
  id: 'worker-killed',
  title: 'kill -9 of a worker in mid-send',
  async play(scene) {
    const { judge, random, stage, wave } = scene;
    const name = random.pick([...scene.running]);
    const moment = random.pick<Moment>(['RCPT', 'DATA', 'DOT']);
    const held = judge.hold(name, moment);
    const told = wave();
    await Promise.race([held, pause(WITHIN_MS)]);
    await stage.worker(name).kill();
    judge.lost(name, 'its worker was killed');
    void held.then((one) => one.release());
    await told;
    await stage.worker(name).start();
    return `killed ${WHERE[moment]}`;
  },
};

const workerPaused: Failure = {
  id: 'worker-paused',
  title: 'one of two workers stopped (SIGSTOP) beyond its lease',
  async play(scene) {
    const { judge, random, stage, wave, pace } = scene;
    const name = random.pick([...scene.running]);
    const moment = random.pick<Moment>(['RCPT', 'DATA', 'DOT']);
    const held = judge.hold(name, moment);
    const told = wave();
    await Promise.race([held, pause(WITHIN_MS)]);
    stage.worker(name).signal('SIGSTOP');
    void held.then((one) => one.release());
    await told;
    await pause(pace.pausedMs);
    stage.worker(name).signal('SIGCONT');
    await pause(1_000);
    return `stopped ${WHERE[moment]} for ${Math.round(pace.pausedMs / 1_000)} s, then went on`;
  },
};

const mongoStopped: Failure = {
  id: 'mongo-stopped',
  title: 'MongoDB killed and away',
  async play({ stage, wave, pace }) {
    await wave();
    await pause(300);
    await stage.mongo.kill();
    await pause(pace.mongoDownMs);
    await stage.mongo.start();
    return `away for ${pace.mongoDownMs / 1_000} s`;
  },
};

const ownerDown: Failure = {
  id: 'owner-down',
  title: 'the owner of the subject down',
  async play({ stage, wave, pace, world }) {
    const known = await countIn(world, 'subjects', {});
    const told = wave();
    // Some of the wave is planned already and falls due while nobody answers.
    await eventually(async () => (await countIn(world, 'subjects', {})) > known, WITHIN_MS, 2);
    await stage.owner.kill();
    await told;
    await pause(pace.ownerDownMs);
    const waiting = await countIn(world, 'reminders', { status: 'WAITING' }).catch(() => 0);
    await stage.owner.start();
    return `away for ${pace.ownerDownMs / 1_000} s; ${waiting} reminders said that they wait`;
  },
};

const smtpRefuses: Failure = {
  id: 'smtp-refuses',
  title: 'SMTP refusing, then no connection',
  async play({ judge, wave, pace }) {
    const before = judge.refused();
    judge.behave({ refuseRecipients: true });
    await wave();
    await pause(pace.smtpBadMs);
    judge.behave({ refuseConnections: true });
    await pause(pace.smtpBadMs / 2);
    judge.behave({});
    return `${judge.refused() - before} attempts refused`;
  },
};

const smtpSlow: Failure = {
  id: 'smtp-slow',
  title: 'SMTP slow to acknowledge',
  async play({ judge, wave, pace }) {
    judge.behave({ acknowledgeAfterMs: pace.acknowledgeAfterMs });
    await wave();
    await pause(pace.smtpBadMs);
    judge.behave({});
    return `each answer took ${pace.acknowledgeAfterMs / 1_000} s, beyond the lease of ${pace.leaseMs / 1_000} s`;
  },
};

const smtpDrops: Failure = {
  id: 'smtp-drops',
  title: 'SMTP dropping the connection after the final dot',
  async play({ judge, wave, pace }) {
    const before = judge.accepted.filter((entry) => entry.cause?.startsWith('the connection')).length;
    judge.dropNext(pace.drops);
    await wave();
    await eventually(
      () => judge.accepted.filter((entry) => entry.cause?.startsWith('the connection')).length >= before + pace.drops,
      WITHIN_MS,
    );
    return `${judge.accepted.filter((entry) => entry.cause?.startsWith('the connection')).length - before} connections dropped`;
  },
};

const subjectCancelled: Failure = {
  id: 'cancelled',
  title: 'subject cancelled between due and send',
  async play({ judge, wave, pace, world }) {
    judge.behave({ refuseRecipients: true });
    const subjects = (await wave()).slice(0, pace.cancelled);
    const ids = subjects.map((subject) => subject.id);
    const waiting = { 'items.subjectId': { $in: ids }, channel: 'MAIL', failures: { $not: { $size: 0 } } };
    await eventually(async () => (await countIn(world, 'deliveries', waiting)) >= ids.length / 2, WITHIN_MS);
    const unsent = subjects.filter(
      (subject) => !peopleOf(subject).some((person) => judge.accepted.some((entry) => entry.person === person)),
    );
    await world.cancel(unsent);
    await eventually(
      async () => (await countIn(world, 'subjects', { _id: { $in: unsent.map((one) => one.id) }, open: false })) === unsent.length,
      WITHIN_MS,
    );
    judge.behave({});
    return `${unsent.length} cancelled after a first attempt was refused`;
  },
};

const duplicated: Failure = {
  id: 'duplicates',
  title: 'all events and doorbells again',
  async play({ world, wave, stage }) {
    const told = wave();
    const events = await world.owner.collection('events').countDocuments();
    // Back to the start of the log: every event there ever was comes again.
    await untilDone(() =>
      world.notifications.collection<{ _id: string }>('cursors').updateOne({ _id: 'placements' }, { $set: { after: 0 } }),
    );
    const queue = new Queue('events-notifications', { connection: { url: stage.redisUrl }, prefix: stage.prefix });
    queue.on('error', () => undefined);
    for (let index = 0; index < 100; index += 1) await queue.add('ring', { producer: 'placements', number: index }).catch(() => undefined);
    await queue.close();
    await told;
    return `${events} events told again, 100 rings`;
  },
};

const newBesideOld: Failure = {
  id: 'new-beside-old',
  title: 'a new worker beside an old one, which is then stopped in order',
  async play(scene) {
    const { stage, wave } = scene;
    const old = [...scene.running][0] as string;
    await stage.worker('new').start();
    scene.running.add('new');
    const told = wave();
    await pause(300);
    stage.worker(old).signal('SIGTERM');
    const code = await stage.worker(old).ended();
    await told;
    scene.running.delete('new');
    stage.worker('new').signal('SIGTERM');
    await Promise.all([stage.worker(old).start(), stage.worker('new').ended()]);
    return `the old one ended with code ${code}`;
  },
};

/** Every failure of the proof, as often as it is to happen. */
export function failuresFor(pace: Pace): Failure[] {
  const times = (count: number, failure: Failure) => Array.from({ length: count }, () => failure);
  return [
    ...flushes.flatMap((failure) => times(pace.flushesPerStep, failure)),
    ...times(pace.kills, workerKilled),
    ...[redisKilled, workerPaused, mongoStopped, ownerDown, smtpRefuses, smtpSlow, smtpDrops, subjectCancelled, duplicated, newBesideOld],
  ];
}
