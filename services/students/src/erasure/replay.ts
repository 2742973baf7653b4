import type { Ledger } from './ledger.ts';
import type { Tombstones } from './tombstone.ts';

/** Does every erasure of the ledger again: for the time after a restore. Run twice, the second run finds nobody. */
export async function replayErasures({
  ledger,
  tombstones,
}: {
  ledger: Ledger;
  tombstones: Tombstones;
}): Promise<{ told: number; found: number }> {
  let told = 0;
  let found = 0;
  for await (const entries of ledger.pages()) {
    for (const entry of entries) {
      if (await tombstones.again(entry)) found += 1;
      told += 1;
    }
  }
  return { told, found };
}
