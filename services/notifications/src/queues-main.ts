import process from 'node:process';
import mongoose from 'mongoose';
import { systemClock } from '@servicepunt/shared/clock';
import { databaseSettings, serviceSettings } from '@servicepunt/shared/config';
import { createLog } from '@servicepunt/shared/log';
import { settingsOrExit } from '@servicepunt/shared/settings';
import { rebuildQueues } from './engine/rebuild.ts';

const { REDIS_URL, QUEUE_PREFIX } = serviceSettings;
const config = settingsOrExit(databaseSettings.extend({ REDIS_URL, QUEUE_PREFIX }), process);
const connection = mongoose.createConnection(config.MONGODB_URL, { autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 5_000 });
try {
  await connection.asPromise();
  const log = createLog({ service: 'notifications-queues', level: 'error' });
  const { promoted, healed } = await rebuildQueues({
    connection,
    redisUrl: config.REDIS_URL,
    prefix: config.QUEUE_PREFIX,
    clock: systemClock,
    log,
  });
  const { withoutJob, withoutRow, looked } = healed;
  process.stdout.write(
    `${promoted + withoutJob.reminders + withoutJob.deliveries} jobs put into Redis, ${withoutRow.reminders + withoutRow.deliveries} without a meaning taken out, ${looked} documents looked at\n`,
  );
} catch (error) {
  process.stderr.write(
    `The queues are not rebuilt: ${error instanceof Error ? error.name : 'unknown error'}. Check MONGODB_URL and REDIS_URL and run this again.\n`,
  );
  process.exitCode = 1;
} finally {
  await connection.close();
}
