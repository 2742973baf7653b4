import process from 'node:process';
import { createOidcVerifier } from '@servicepunt/shared/oidc';
import { runService } from '@servicepunt/shared/run';
import type { RoomDeps } from '@servicepunt/shared/service';
import { defineNotifications } from './app.ts';
import { createBoard } from './board/board.ts';
import { createAdmission } from './board/operators.ts';
import { notificationsSettings } from './config.ts';
import { openQueues } from './engine/queues.ts';

await runService({
  process,
  name: 'notifications',
  settings: notificationsSettings,
  urls: (config) => ({ students: config.STUDENTS_URL, employers: config.EMPLOYERS_URL, placements: config.PLACEMENTS_URL }),
  define: (deps, config) =>
    defineNotifications(deps, {
      queues: openQueues({ redisUrl: config.REDIS_URL, prefix: config.QUEUE_PREFIX, clock: deps.clock, log: deps.log }),
      frontendUrl: config.FRONTEND_URL,
      remindAgainAfterMs: config.REMIND_AGAIN_AFTER_MS,
      ...boardOf(deps, config),
    }),
});

function boardOf(
  deps: RoomDeps,
  config: { OIDC_ISSUER?: string | undefined; OIDC_AUDIENCE: string; REDIS_URL: string; QUEUE_PREFIX: string },
) {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = config;
  if (issuer === undefined) return {};
  const now = () => deps.clock.now().getTime();
  const admit = createAdmission({ verify: createOidcVerifier({ issuer, audience, now }), call: deps.call, now });
  return { board: createBoard({ redisUrl: config.REDIS_URL, prefix: config.QUEUE_PREFIX, admit, log: deps.log, now }) };
}
