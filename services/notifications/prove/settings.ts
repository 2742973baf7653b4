import type { Issuer } from '@servicepunt/shared/contracts/roles';

/** What the proof hands to a process that it starts: one JSON in `PROOF`. */
export interface ChildSettings {
  readonly mongoUrl: string;
  readonly redisUrl: string;
  readonly prefix: string;
  /** Ports of the owner's three services. */
  readonly ports: { readonly students: number; readonly employers: number; readonly placements: number };
  readonly privateKeys: Record<Issuer, object>;
  readonly publicKeys: { keys: object[] };
  /** Added to the machine's clock: the day that is played. */
  readonly offsetMs: number;
  readonly smtpUrl: string;
  readonly leaseMs: number;
  readonly answerMs: number;
  readonly reconcileEveryMs: number;
}

export const serviceUrlOf = (port: number): string => `http://127.0.0.1:${port}`;
