import type { ImportResult } from '@servicepunt/shared/import';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { ApiKeyActions } from './api-key/actions.ts';
import type { ApiKeyReads } from './api-key/reads.ts';
import type { BudgetActions } from './budget/actions.ts';
import type { BudgetReads } from './budget/reads.ts';
import type { ContactActions } from './contact/actions.ts';
import type { ContactReads } from './contact/reads.ts';
import type { EmployerActions } from './employer/actions.ts';
import type { EmployerReads } from './employer/reads.ts';
import type { OfferActions } from './offer/actions.ts';
import type { OfferReads } from './offer/reads.ts';
import type { GroupActions } from './group/actions.ts';
import type { GroupReads } from './group/reads.ts';
import type { ImportEmployerContactsInput, ImportEmployersInput, ImportOffersInput } from './schema.generated.ts';

/** What a resolver of this service reaches: each room's rows as far as the viewer may know of them, and what may be done with them. */
export interface ServiceContext extends Context {
  readonly groups: GroupReads;
  readonly employers: EmployerReads;
  readonly people: ContactReads;
  readonly offers: OfferReads;
  readonly budgets: BudgetReads;
  readonly apiKeys: ApiKeyReads;
  readonly actions: Actions;
}
export interface Actions {
  readonly group: GroupActions;
  readonly employer: EmployerActions;
  readonly contact: ContactActions;
  readonly offer: OfferActions;
  readonly budget: BudgetActions;
  readonly apiKey: ApiKeyActions;
  importEmployers(context: Context, input: ImportEmployersInput): Promise<ImportResult>;
  importEmployerContacts(context: Context, input: ImportEmployerContactsInput): Promise<ImportResult>;
  importOffers(context: Context, input: ImportOffersInput): Promise<ImportResult>;
}
