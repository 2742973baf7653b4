/** A worker of this service on a day that the proof chose; everything else is the real one. */
import process from 'node:process';
import { clockAt } from '@servicepunt/shared/clock';
import { stopOnSignals } from '@servicepunt/shared/lifecycle';
import { createLog } from '@servicepunt/shared/log';
import { startWorker } from '../../src/worker.ts';
import { HORIZON_MS } from '../../src/engine/scheduled.ts';
import { serviceUrlOf, type ChildSettings } from '../settings.ts';

const settings = JSON.parse(process.env['PROOF'] ?? '{}') as ChildSettings;
const log = createLog({ service: 'worker', level: 'info', keepMessages: true });
const worker = await startWorker({
  config: {
    HOST: '127.0.0.1',
    OPS_PORT: 0,
    IDENTITY_PRIVATE_KEY: settings.privateKeys.notifications,
    SHUTDOWN_DEADLINE_MS: 20_000,
    MONGODB_URL: `${settings.mongoUrl}/notifications`,
    REDIS_URL: settings.redisUrl,
    AUTO_INDEX: true,
    QUEUE_PREFIX: settings.prefix,
    SMTP_URL: settings.smtpUrl,
    MAIL_FROM: 'Servicepunt LOB <noreply@servicepunt.example>',
    FRONTEND_URL: 'https://lob.example',
    TICK_MS: 250,
    HORIZON_MS,
    RECONCILE_EVERY_MS: settings.reconcileEveryMs,
    REMINDER_LEASE_MS: settings.leaseMs,
    DELIVERY_LEASE_MS: settings.leaseMs,
    DELIVERY_ANSWER_MS: settings.answerMs,
    JOB_LOCK_MS: settings.leaseMs,
    SMTP_CONNECTIONS: 5,
    BOUNCE_PORT: 0,
  },
  urls: {
    students: serviceUrlOf(settings.ports.students),
    employers: serviceUrlOf(settings.ports.employers),
    placements: serviceUrlOf(settings.ports.placements),
  },
  log,
  clock: clockAt(() => new Date(Date.now() + settings.offsetMs)),
});
stopOnSignals(process, log, worker.stop);
process.stdout.write('{"event":"listening"}\n');
