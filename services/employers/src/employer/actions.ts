import { refuse } from '@servicepunt/shared/errors';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import { setFields } from '../changes.ts';
import { factsOf, given } from '../input.ts';
import type {
  ActivateEmployerInput,
  AddEmployerSiteInput,
  ChangeEmployerInput,
  ChangeEmployerSiteInput,
  DeactivateEmployerInput,
  RegisterEmployerInput,
} from '../schema.generated.ts';
import { employerPolicy } from './policy.ts';
import { checkCompany, checkSite, employerSearchKeys, isStaffMemberId, MAX_SITES, siteOf, stateOfNew, type Site } from './rules.ts';
import { sitesOf, type EmployerRow, type EmployerSiteRow, type EmployerStore } from './store.ts';

export interface EmployerActionDeps {
  readonly store: EmployerStore;
  /** Whether a company group exists. */
  readonly groupExists: (id: string) => Promise<boolean>;
  /** What else ends when a company stops working with the schools; may be repeated. */
  readonly whenInactive: (context: Context, employerId: string) => Promise<void>;
}
type Changed = Promise<{ employer: EmployerRow }>;
type SiteChanged = Promise<{ employer: EmployerRow; site: EmployerSiteRow | null }>;

/** What may be done with employers. */
export function createEmployerActions(deps: EmployerActionDeps) {
  const { store } = deps;

  async function visible(context: Context, id: string, field: string): Promise<EmployerRow> {
    const [row] = await store.findByIds([id], employerPolicy.rows(context.viewer));
    return row ?? refuse('NOT_FOUND', field);
  }
  function demand(context: Context, action: 'change' | 'govern', row: EmployerRow, field: string | null = null): void {
    if (!employerPolicy.may(action, context.viewer, row)) refuse('FORBIDDEN', field);
  }
  const changedEvent = (row: EmployerRow) => [{ type: 'EmployerChanged', data: { employerId: row._id } }] as const;
  const withKeys = (row: EmployerRow, fields: Partial<EmployerRow>): Partial<EmployerRow> => ({
    ...fields,
    searchKeys: employerSearchKeys(fields.name ?? row.name, fields.sites ?? row.sites),
  });
  async function set(context: Context, row: EmployerRow, revision: number, fields: Partial<EmployerRow>): Promise<EmployerRow> {
    try {
      return await setFields(context, { model: store.model, row, revision, fields, events: changedEvent(row), name: 'employer' });
    } catch (error) {
      return refuseTakenNumber(error, fields.kvkNumber);
    }
  }
  async function refuseTakenNumber(error: unknown, kvkNumber: string | undefined): Promise<never> {
    if (!isDuplicateKey(error, 'kvkNumber') || kvkNumber === undefined) throw error;
    const [employer] = await store.findByKvkNumbers([kvkNumber]);
    return refuse('KVK_NUMBER_TAKEN', 'kvkNumber', {}, { employer });
  }
  async function demandGroup(id: string | null): Promise<void> {
    if (id !== null && !(await deps.groupExists(id))) refuse('NOT_FOUND', 'groupId');
  }
  const siteIn = (employer: EmployerRow, siteId: string) => sitesOf(employer).find((site) => site._id === siteId) ?? null;

  return {
    /** A new company with its first site. */
    async registerEmployer(context: Context, input: RegisterEmployerInput): Changed {
      const { name, kvkNumber } = factsOf(checkCompany(input));
      const site = factsOf(checkSite(input.site, kvkNumber !== null), 'site');
      const _id = idOfCreate('emp', context, 'registerEmployer', input.idempotencyKey);
      const row = {
        _id,
        ...(kvkNumber === null ? {} : { kvkNumber }),
        name,
        groupId: input.groupId ?? null,
        state: stateOfNew(kvkNumber),
        relationOwnerId: null,
        sites: [siteOf(idOfCreate('sit', context, 'registerEmployer', input.idempotencyKey), site)],
        searchKeys: employerSearchKeys(name, [site]),
      };
      if (row.groupId !== null) demand(context, 'govern', row as EmployerRow, 'groupId');
      await demandGroup(row.groupId);
      try {
        const { row: employer } = await create(
          store.model,
          context,
          row,
          () => [{ type: 'EmployerRegistered', data: { employerId: _id } }],
          { input: { name, kvkNumber, site, groupId: row.groupId } },
        );
        return { employer };
      } catch (error) {
        return refuseTakenNumber(error, kvkNumber ?? undefined);
      }
    },

    async changeEmployer(context: Context, { id, revision, ...input }: ChangeEmployerInput): Changed {
      const row = await visible(context, id, 'id');
      demand(context, 'change', row);
      const { name, kvkNumber, groupId, relationOwnerId } = given(input);
      if (name === null) refuse('INVALID_INPUT', 'name', { rule: { nl: 'een werkgever heeft een naam', en: 'an employer has a name' } });
      if (kvkNumber === null)
        refuse('INVALID_INPUT', 'kvkNumber', { rule: { nl: 'een nummer kan niet worden weggehaald', en: "a number can't be taken away" } });
      if (groupId !== undefined) demand(context, 'govern', row, 'groupId');
      if (relationOwnerId !== undefined) demand(context, 'govern', row, 'relationOwnerId');
      if (typeof relationOwnerId === 'string' && !isStaffMemberId(relationOwnerId))
        refuse('INVALID_INPUT', 'relationOwnerId', { rule: { nl: 'de id van een medewerker', en: 'the id of a staff member' } });
      await demandGroup(groupId ?? null);
      const facts = factsOf(checkCompany({ name: name ?? row.name, kvkNumber }));
      const employer = await set(
        context,
        row,
        revision,
        withKeys(row, {
          name: facts.name,
          ...(facts.kvkNumber === null ? {} : { kvkNumber: facts.kvkNumber }),
          ...(groupId === undefined ? {} : { groupId }),
          ...(relationOwnerId === undefined ? {} : { relationOwnerId }),
          ...(facts.kvkNumber !== null && row.state === 'PENDING_REVIEW' ? { state: 'ACTIVE' } : {}),
        }),
      );
      return { employer };
    },

    async addEmployerSite(context: Context, input: AddEmployerSiteInput): SiteChanged {
      const row = await visible(context, input.employerId, 'employerId');
      demand(context, 'change', row);
      const facts = factsOf(checkSite(input.site, row.kvkNumber !== undefined), 'site');
      // Judged before the rules below: who repeats a request that succeeded sees the site in the current state.
      checkRevision(row, input.revision, 'employer');
      if (facts.establishmentNumber !== null && row.sites.some((site) => site.establishmentNumber === facts.establishmentNumber))
        refuse('ESTABLISHMENT_NUMBER_TAKEN', 'site.establishmentNumber', {}, { employer: row });
      if (row.sites.length >= MAX_SITES)
        refuse('INVALID_INPUT', 'site', { rule: { nl: `hoogstens ${MAX_SITES} vestigingen`, en: `at most ${MAX_SITES} sites` } });
      const site = siteOf(context.newId('sit'), facts);
      const employer = await set(context, row, input.revision, withKeys(row, { sites: [...row.sites, site] }));
      return { employer, site: siteIn(employer, site._id) };
    },

    async changeEmployerSite(context: Context, { id, revision, ...input }: ChangeEmployerSiteInput): SiteChanged {
      const [row] = await store.findBySites([id], employerPolicy.rows(context.viewer));
      if (!row) return refuse('NOT_FOUND', 'id');
      demand(context, 'change', row);
      const changes = given(input);
      for (const field of ['street', 'houseNumber', 'postcode', 'city'] as const)
        if (changes[field] === null) refuse('INVALID_INPUT', field, { rule: { nl: 'mag niet leeg zijn', en: 'may not be empty' } });
      const sites = row.sites.map((site): Site => {
        if (site._id !== id) return site;
        const merged = { ...site, ...changes } as Site;
        return siteOf(id, factsOf(checkSite(merged, site.establishmentNumber !== null)));
      });
      const employer = await set(context, row, revision, withKeys(row, { sites }));
      return { employer, site: siteIn(employer, id) };
    },

    async activateEmployer(context: Context, { id, revision }: ActivateEmployerInput): Changed {
      const row = await visible(context, id, 'id');
      demand(context, 'govern', row);
      return { employer: await set(context, row, revision, { state: 'ACTIVE' }) };
    },

    async deactivateEmployer(context: Context, { id, revision }: DeactivateEmployerInput): Changed {
      const row = await visible(context, id, 'id');
      demand(context, 'govern', row);
      const employer = await set(context, row, revision, { state: 'INACTIVE' });
      await deps.whenInactive(context, id);
      return { employer };
    },
  };
}
export type EmployerActions = ReturnType<typeof createEmployerActions>;
