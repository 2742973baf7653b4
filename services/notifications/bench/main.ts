/** `npm run bench:reminders`: throughput beside raw BullMQ, memory of Redis, time to heal; own Redis and document store, nothing else running. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { createLog } from '@servicepunt/shared/log';
import { createJudge } from '../prove/judge.ts';
import { setStage } from '../prove/stage.ts';
import { openEngine } from './engine.ts';
import { cpuMeter, HEADER, measure, median, row, type Measured } from './measure.ts';
import { fullPath, moveAndCancel, PER_EVENT } from './path.ts';
import { healAfterFlush, memoryAt } from './pending.ts';
import { rawBullMq } from './raw.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1500' },
    rounds: { type: 'string', default: '3' },
    pending: { type: 'string', default: '10000,100000,1000000' },
    heal: { type: 'string', default: '100000' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = createLog({ service: 'bench', level: 'error', keepMessages: true });
const events = Number(values.events);
const stage = await setStage({
  judge: createJudge(),
  workers: [],
  leaseMs: 30_000,
  answerMs: 60_000,
  reconcileEveryMs: 60_000,
  env: process.env,
});
const redis = new Redis(stage.redisUrl);
const meter = cpuMeter(redis, stage.mongo.pid());
let databases = 0;
const engine = () =>
  openEngine({ mongoUrl: `${stage.mongo.url}/bench_${(databases += 1)}`, redisUrl: stage.redisUrl, prefix: `bench-${databases}`, log });

try {
  const raws: Measured[] = [];
  const paths: Measured[][] = [];
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const count = events * PER_EVENT;
    raws.push(
      await measure('raw BullMQ: delayed job added and run', count, meter, () =>
        rawBullMq({ redisUrl: stage.redisUrl, name: `raw-${round}`, count, log }),
      ),
    );
    const own = await engine();
    paths.push(await fullPath(own, events, meter));
    await own.close();
    await redis.flushall();
    say(
      `round ${round}: raw ${Math.round(raws.at(-1)?.perSecond ?? 0)}/s, full path ${Math.round(paths.at(-1)?.at(-1)?.perSecond ?? 0)}/s`,
    );
  }
  const changing = await engine();
  const changes = await moveAndCancel(changing, Math.ceil(events / 3), meter);
  await changing.close();

  say(`\n${HEADER}`);
  for (const measured of [...raws.slice(-1), ...(paths.at(-1) ?? []), ...changes]) say(row(measured));
  const raw = median(raws.map((measured) => measured.perSecond));
  const path = median(paths.map((round) => round.at(-1)?.perSecond ?? 0));
  say(
    `\nMedians of ${values.rounds} rounds: raw BullMQ ${Math.round(raw)} jobs/s, the full path ${Math.round(path)} reminders/s: ${((100 * path) / raw).toFixed(0)} % (to reach: 25 %)`,
  );

  say(`Commands to the document store on the full path: ${(paths.at(-1)?.at(-1)?.commands ?? 0).toFixed(3)} per reminder`);

  await redis.flushall();
  const healing = await engine();
  const healed = await healAfterFlush(healing, redis, Number(values.heal));
  await healing.close();
  say(`\n${healed.healed} due reminders healed after FLUSHALL in ${healed.seconds.toFixed(1)} s (to reach: 90 s)`);

  await redis.flushall();
  const full = await engine();
  say('');
  const memory = await memoryAt(full, redis, values.pending.split(',').map(Number), say);
  await full.close();
  say(`\nRedis with ${memory.at(-1)?.pending} pending reminders: ${memory.at(-1)?.megabytes.toFixed(1)} MB (to reach: under 100 MB)`);
} finally {
  redis.disconnect();
  await stage.close();
}
