import process from 'node:process';
import { newId } from '@servicepunt/shared/ids';
import { createLog } from '@servicepunt/shared/log';
import { runNightlyJob } from '@servicepunt/shared/run-nightly';
import { erasureJobSettings } from './config.ts';
import { consentReviews } from './consent/review.ts';
import { openLedger } from './erasure/ledger.ts';
import { createTombstones } from './erasure/tombstone.ts';
import { createPupilFigures, pupilFiles } from './retention/pupil-files.ts';
import { createStores } from './rooms.ts';

await runNightlyJob({
  process,
  name: 'students',
  settings: erasureJobSettings,
  open(connection, clock, { LEDGER_URL }) {
    const { ledger, close } = openLedger({ connection, url: LEDGER_URL, log: createLog({ service: 'students', level: 'error' }) });
    const stores = createStores(connection);
    const tombstones = createTombstones({ ...stores, ledger, clock, newId });
    // Who is erased tonight isn't asked any more.
    const tasks = [
      pupilFiles({ ...stores, tombstones, figures: createPupilFigures(connection), clock }),
      consentReviews({ ...stores, clock, newId }),
    ];
    return { tasks, close };
  },
});
