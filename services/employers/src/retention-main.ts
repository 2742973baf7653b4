import process from 'node:process';
import { databaseSettings } from '@servicepunt/shared/config';
import { newId } from '@servicepunt/shared/ids';
import { runNightlyJob } from '@servicepunt/shared/run-nightly';
import { idleContacts } from './activity/idle-contacts.ts';
import { createActivityStore } from './activity/store.ts';
import { createApiKeyStore } from './api-key/store.ts';
import { oldApproaches } from './budget/retention.ts';
import { createBudgetStore } from './budget/store.ts';
import { createPersonStore } from './contact/store.ts';
import { createEmployerStore } from './employer/store.ts';
import { createOfferStore } from './offer/store.ts';

await runNightlyJob({
  process,
  name: 'employers',
  settings: databaseSettings,
  open(connection, clock) {
    const budgets = createBudgetStore(connection);
    const { ends, notices } = idleContacts({
      people: createPersonStore(connection),
      employers: createEmployerStore(connection),
      offers: createOfferStore(connection),
      apiKeys: createApiKeyStore(connection),
      activity: createActivityStore(connection),
      budgets,
      clock,
      newId,
    });
    // Approaches last: a contact goes by the latest of them, and they are kept for a shorter time.
    return { tasks: [ends, notices, oldApproaches(budgets, clock)] };
  },
});
