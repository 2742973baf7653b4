import type { Clock } from '@servicepunt/shared/clock';
import type { Logger } from '@servicepunt/shared/log';
import { createBounceAddresses } from './address.ts';
import { createBounceNoting } from './note.ts';
import { startBounceReceiver, type BounceOutcome, type BounceReceiver } from './receiver.ts';

export interface BounceConfig {
  readonly HOST: string;
  readonly BOUNCE_DOMAIN?: string | undefined;
  readonly BOUNCE_PORT: number;
  readonly BOUNCE_TLS_DIR?: string | undefined;
}
export interface Bounces {
  /** The envelope's sender of a delivery's mail. */
  returnPath(deliveryId: string): string;
  /** Takes in what comes back, from now on. */
  listen(
    deps: Parameters<typeof createBounceNoting>[0] & { readonly count: (outcome: BounceOutcome) => void; readonly log: Logger },
  ): Promise<BounceReceiver>;
}

/** Null where no domain was set up for mails that come back. `secret` is known to all workers, and to nobody else. */
export function createBounces({ config, secret, clock }: { config: BounceConfig; secret: string; clock: Clock }): Bounces | null {
  const domain = config.BOUNCE_DOMAIN;
  if (domain === undefined) return null;
  const addresses = createBounceAddresses({ secret, domain, clock });
  return {
    returnPath: addresses.addressFor,
    listen: (deps) =>
      startBounceReceiver({
        host: config.HOST,
        port: config.BOUNCE_PORT,
        tlsDir: config.BOUNCE_TLS_DIR,
        domain,
        addresses,
        note: createBounceNoting(deps),
        count: deps.count,
        log: deps.log,
      }),
  };
}
