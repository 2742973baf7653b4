import process from 'node:process';
import { systemClock } from '@servicepunt/shared/clock';
import { newId } from '@servicepunt/shared/ids';
import { createLog } from '@servicepunt/shared/log';
import mongoose from 'mongoose';
import { settingsOrExit } from '@servicepunt/shared/settings';
import { erasureJobSettings } from './config.ts';
import { openLedger } from './erasure/ledger.ts';
import { replayErasures } from './erasure/replay.ts';
import { createTombstones } from './erasure/tombstone.ts';
import { createStores } from './rooms.ts';

// After a restore, before the services start: pupils who were erased since are invisible again when this ends, and gone once the services have run.
const { MONGODB_URL, LEDGER_URL } = settingsOrExit(erasureJobSettings, process);
const connection = mongoose.createConnection(MONGODB_URL, { autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 5_000 });
const { ledger, close } = openLedger({ connection, url: LEDGER_URL, log: createLog({ service: 'students', level: 'error' }) });
try {
  await connection.asPromise();
  const tombstones = createTombstones({ ...createStores(connection), ledger, clock: systemClock, newId });
  const { told, found } = await replayErasures({ ledger, tombstones });
  process.stdout.write(
    `students: ${told} erasures in the ledger, told to all services again; ${found} of the pupils were here and are invisible now\n`,
  );
} catch (error) {
  process.stderr.write(
    `The erasures were not all repeated: ${error instanceof Error ? error.name : 'unknown error'}. Check MONGODB_URL and LEDGER_URL and run this again; what was repeated stays.\n`,
  );
  process.exitCode = 1;
} finally {
  await close();
  await connection.close();
}
