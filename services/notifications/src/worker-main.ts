import process from 'node:process';
import { systemClock } from '@servicepunt/shared/clock';
import { stopOnSignals } from '@servicepunt/shared/lifecycle';
import { createLog } from '@servicepunt/shared/log';
import { settingsOrExit } from '@servicepunt/shared/settings';
import { startTracing, thenFlush } from '@servicepunt/shared/telemetry/start';
import { workerSettings } from './config.ts';
import { startWorker } from './worker.ts';

const config = settingsOrExit(workerSettings, process);
const traces = await startTracing(config, 'notifications-worker');
const log = createLog({ service: 'notifications-worker', level: config.LOG_LEVEL, keepMessages: config.NODE_ENV !== 'production' });
traces?.reportTo(log);
const worker = await startWorker({
  config,
  urls: { students: config.STUDENTS_URL, employers: config.EMPLOYERS_URL, placements: config.PLACEMENTS_URL },
  log,
  clock: systemClock,
});
stopOnSignals(process, log, thenFlush(worker.stop, traces, config.SHUTDOWN_DEADLINE_MS));
log.info({ event: 'listening', url: worker.opsUrl, opsUrl: worker.opsUrl });
