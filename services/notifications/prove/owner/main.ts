/** The other services of the proof in one process: real service assembly, event log, relay and calls of `shared`, around one small collection. */
import process from 'node:process';
import { clockAt } from '@servicepunt/shared/clock';
import type { ServiceName } from '@servicepunt/shared/contracts/roles';
import { stopOnSignals } from '@servicepunt/shared/lifecycle';
import { newLinkToken } from '@servicepunt/shared/links';
import { createLog } from '@servicepunt/shared/log';
import { operationPolicy } from '@servicepunt/shared/policy';
import { startService, type RoomDeps, type ServiceDefinition } from '@servicepunt/shared/service';
import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import type { ChildSettings } from '../settings.ts';
import { addressOf, createOwnerStore, personOf } from './store.ts';

const settings = JSON.parse(process.env['PROOF'] ?? '{}') as ChildSettings;
const clock = clockAt(() => new Date(Date.now() + settings.offsetMs));

const people = ({ ids }: { ids: string[] }) =>
  Promise.resolve({
    people: ids.map((id) => ({ id, givenName: 'Robin', familyName: id, email: addressOf(id), language: 'nl' as const, active: true })),
  });

function define(deps: RoomDeps, name: ServiceName): ServiceDefinition {
  const calls: Partial<Record<ServiceName, () => CallHandlers>> = {
    students: () => ({ 'students.people': people, 'students.staffOf': () => Promise.resolve({ staffMemberIds: [] }) }),
    employers: () => ({ 'employers.people': people }),
    placements: () => ({
      'placements.people': people,
      'placements.issueLink': () =>
        Promise.resolve({ token: newLinkToken().token, expiresAt: new Date(clock.now().getTime() + 86_400_000).toISOString() }),
      async 'placements.reminderSubject'({ subjectId, role }) {
        const row = await subjects.findById(subjectId).lean();
        return {
          needed: row?.open ?? false,
          reason: row ? (row.open ? null : 'CANCELLED') : 'UNKNOWN',
          recipientIds: row?.open ? [personOf(subjectId, role)] : [],
          fallbackIds: [],
          studentId: 'stu_1',
          facts: {},
        };
      },
    }),
  };
  const subjects = createOwnerStore(deps.connection);
  return {
    typeDefs: ['type Query { alive: Boolean }'],
    resolvers: {},
    policies: [operationPolicy({ Query: { alive: 'signedIn' } })],
    messages: {},
    aggregates: name === 'placements' ? [subjects as never] : [],
    calls: calls[name]?.() ?? {},
    contextFor: (base) => base,
  };
}

const log = createLog({ service: 'owner', level: 'warn', keepMessages: true });
const services = await Promise.all(
  (['students', 'employers', 'placements'] as const).map((name) =>
    startService({
      name,
      config: {
        HOST: '127.0.0.1',
        PORT: settings.ports[name],
        OPS_PORT: 0,
        IDENTITY_PRIVATE_KEY: settings.privateKeys[name],
        IDENTITY_PUBLIC_KEYS: settings.publicKeys,
        SHUTDOWN_DEADLINE_MS: 5_000,
        MONGODB_URL: `${settings.mongoUrl}/${name}`,
        REDIS_URL: settings.redisUrl,
        AUTO_INDEX: true,
        QUEUE_PREFIX: settings.prefix,
      },
      urls: {},
      log,
      clock,
      define: (deps) => define(deps, name),
    }),
  ),
);
stopOnSignals(process, log, async () => (await Promise.all(services.map((service) => service.stop()))).every(Boolean));
process.stdout.write('{"event":"listening"}\n');
