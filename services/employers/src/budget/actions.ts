import type { NewEvent } from '@servicepunt/shared/events/outbox';
import { refuse } from '@servicepunt/shared/errors';
import { derivedId, fingerprint } from '@servicepunt/shared/ids';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import { hasRole, scopeIds } from '@servicepunt/shared/policy';
import { ServiceUnavailable } from '@servicepunt/shared/service-client';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import type { EmployerRow } from '../employer/store.ts';
import type { ClaimEmployerApproachInput, SetContactBudgetInput } from '../schema.generated.ts';
import { DEFAULT_LEVEL, keptSince, mayApproachOn, nextFreeDay, type BudgetLevel } from './rules.ts';
import { untouchedBudget, useOf, type ApproachRow, type BudgetStore, type BudgetView, type ContactBudgetRow } from './store.ts';

/** What a request may know of other rows, under its viewer's policies. */
export interface BudgetContext extends Context {
  readonly employers: { readonly byId: { load(id: string): Promise<EmployerRow | null> } };
}
/** Each round in which a claim loses, another one has won, so this many claims on one employer at one moment are served. */
const ROUNDS = 50;

/** What may be done with the contact budget of an employer. */
export function createBudgetActions({ store }: { store: BudgetStore }) {
  const budgetOf = async (employerId: string): Promise<ContactBudgetRow | null> => (await store.findOfEmployers([employerId]))[0] ?? null;

  /** The budget's document, or null where somebody else made it at the same moment. */
  async function makeBudget(
    context: Context,
    employerId: string,
    level: BudgetLevel,
    events: readonly NewEvent[],
  ): Promise<ContactBudgetRow | null> {
    try {
      return (await create(store.model, context, { _id: derivedId('bud', employerId), employerId, level, approaches: [] }, () => events))
        .row;
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }
  async function employerFor(context: BudgetContext, id: string): Promise<EmployerRow> {
    return (await context.employers.byId.load(id)) ?? refuse('NOT_FOUND', 'employerId');
  }

  return {
    /**
     * One approach, claimed before it's made. The last one goes to one of those who claim it at the same moment; the others are refused
     * with who approached last, when, and the next day on which it's possible.
     */
    async claimEmployerApproach(
      context: BudgetContext,
      input: ClaimEmployerApproachInput,
    ): Promise<{ approach: ApproachRow; employer: EmployerRow }> {
      const employer = await employerFor(context, input.employerId);
      if (employer.state === 'INACTIVE') refuse('EMPLOYER_NOT_ACTIVE', 'employerId');
      const locationId = locationOf(context, input.schoolLocationId ?? null);
      const { idempotencyKey, ...asked } = input;
      const approachId = idOfCreate('apr', context, 'claimEmployerApproach', idempotencyKey);
      const inputHash = fingerprint(asked);
      for (let round = 0; round < ROUNDS; round += 1) {
        const budget = (await budgetOf(employer._id)) ?? (await makeBudget(context, employer._id, DEFAULT_LEVEL, []));
        if (!budget) continue;
        const earlier = budget.approaches.find((approach) => approach._id === approachId);
        if (earlier)
          return earlier.inputHash === inputHash ? { approach: earlier, employer } : refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
        const today = context.clock.today();
        if (!mayApproachOn(useOf(budget), today)) refuseSpent(budget, today, employer);
        const approach: ApproachRow = {
          _id: approachId,
          at: context.clock.now(),
          day: today,
          staffMemberId: context.viewer.id,
          locationId,
          purpose: input.purpose,
          inputHash,
        };
        const approaches = [...budget.approaches.filter((one) => one.day >= keptSince(today)), approach];
        const event = { type: 'EmployerApproached', data: { approachId, employerId: employer._id } } as const;
        if (await change(store.model, context, budget, { $set: { approaches } }, [event])) return { approach, employer };
      }
      throw new ServiceUnavailable('employers', new Error('too many claims on one employer at once'));
    },

    /** The level, set by the employer's relation owner or the Servicepunt. */
    async setContactBudget(context: BudgetContext, input: SetContactBudgetInput): Promise<{ contactBudget: BudgetView }> {
      const employer = await employerFor(context, input.employerId);
      if (employer.relationOwnerId !== context.viewer.id && !hasRole(context.viewer, ['SERVICE_POINT'])) refuse('FORBIDDEN');
      const known = await budgetOf(employer._id);
      const seen = known ?? untouchedBudget(employer._id);
      checkRevision(seen, input.revision, 'contactBudget');
      if (seen.level === input.level) return { contactBudget: seen };
      const event = { type: 'ContactBudgetChanged', data: { employerId: employer._id } } as const;
      const changed = known
        ? await change(store.model, context, known, { $set: { level: input.level } }, [event])
        : await makeBudget(context, employer._id, input.level, [event]);
      return changed
        ? { contactBudget: changed }
        : refuse('REVISION_CONFLICT', 'revision', {}, { contactBudget: await budgetOf(employer._id) });
    },
  };
}
export type BudgetActions = ReturnType<typeof createBudgetActions>;

function refuseSpent(budget: ContactBudgetRow, today: string, employer: EmployerRow): never {
  const lastApproach = budget.approaches.at(-1);
  const nextFreeOn = nextFreeDay(useOf(budget), today);
  return refuse(
    'APPROACHES_SPENT',
    'employerId',
    {
      lastOn: lastApproach?.day ?? { nl: 'niet in het afgelopen jaar', en: 'not in the last year' },
      nextFreeOn: nextFreeOn ?? {
        nl: 'niet, deze werkgever wil niet benaderd worden',
        en: "not, this employer doesn't want to be approached",
      },
    },
    { employer, lastApproach: lastApproach ?? null, nextFreeOn },
  );
}

/** The school that an approach is for: named, or the only one where somebody works; the Servicepunt's is for none. */
function locationOf({ viewer }: Context, named: string | null): string | null {
  const own = [...new Set(scopeIds(viewer, 'LOCATION'))];
  if (named !== null) {
    if (!own.includes(named)) refuse('FORBIDDEN', 'schoolLocationId');
    return named;
  }
  if (hasRole(viewer, ['SERVICE_POINT'])) return null;
  const [only] = own;
  if (own.length !== 1 || only === undefined)
    refuse('INVALID_INPUT', 'schoolLocationId', { rule: { nl: 'noem een van uw scholen', en: 'name one of your schools' } });
  return only;
}
