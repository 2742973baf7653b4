import process from 'node:process';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import { stopOnSignals } from '@servicepunt/shared/lifecycle';
import { createLog, type Logger } from '@servicepunt/shared/log';
import { settingsOrExit } from '@servicepunt/shared/settings';
import type { TracingConfig } from '@servicepunt/shared/telemetry/settings';
import { startTracing, thenFlush } from '@servicepunt/shared/telemetry/start';
import { gatewaySettings, openGatewaySettings, type GatewaySettings } from './config.ts';
import { startGateway, type GatewayConfig, type GatewayIdentity } from './gateway.ts';
import { UnusableSupergraph } from './supergraph/first.ts';

const { values: flags } = parseArgs({
  options: { supergraph: { type: 'string' }, port: { type: 'string' }, 'no-auth': { type: 'boolean', default: false } },
});
if (flags.supergraph !== undefined) process.env['SUPERGRAPH'] = flags.supergraph;
if (flags.port !== undefined) process.env['PORT'] = flags.port;
if (flags['no-auth'] && process.env['NODE_ENV'] === 'production') {
  process.stderr.write('--no-auth serves everybody and refuses NODE_ENV=production.\n');
  process.exit(78);
}

await (flags['no-auth']
  ? serve(settingsOrExit(openGatewaySettings, process), null)
  : serveTheHouse(settingsOrExit(gatewaySettings, process)));

function serveTheHouse(config: Readonly<GatewaySettings>): Promise<void> {
  return serve(config, {
    privateKey: config.IDENTITY_PRIVATE_KEY as JWK,
    urls: {
      students: config.STUDENTS_URL,
      employers: config.EMPLOYERS_URL,
      placements: config.PLACEMENTS_URL,
      notifications: config.NOTIFICATIONS_URL,
    },
    issuer: config.OIDC_ISSUER,
    audience: config.OIDC_AUDIENCE,
  });
}

async function serve(
  config: GatewayConfig & TracingConfig & { readonly LOG_LEVEL: string },
  identity: GatewayIdentity | null,
): Promise<void> {
  const traces = await startTracing(config, 'gateway');
  const log: Logger = createLog({
    service: 'gateway',
    level: config.LOG_LEVEL,
    keepMessages: config.NODE_ENV !== 'production',
    buffered: true,
  });
  traces?.reportTo(log);
  const gateway = await startGateway({ config, identity, log }).catch((error: unknown) => {
    if (!(error instanceof UnusableSupergraph)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(78);
  });
  stopOnSignals(process, log, thenFlush(gateway.stop, traces, config.SHUTDOWN_DEADLINE_MS));
  log.info({ event: 'listening', url: gateway.url, opsUrl: gateway.opsUrl });
}
