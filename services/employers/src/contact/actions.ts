import type { NewEvent } from '@servicepunt/shared/events/outbox';
import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import { setFields } from '../changes.ts';
import type { EmployerRow, EmployerSiteRow } from '../employer/store.ts';
import { factsOf, given } from '../input.ts';
import type {
  AddContactInput,
  AddWorkplaceSupervisorInput,
  ChangeContactInput,
  ChangeWorkplaceSupervisorInput,
  DeactivateContactInput,
  DeactivateWorkplaceSupervisorInput,
} from '../schema.generated.ts';
import type { Accounts } from './accounts.ts';
import { contactPolicy, workplaceSupervisorPolicy } from './policy.ts';
import { checkPerson, type PersonFacts, type PersonInput } from './rules.ts';
import type { EmployerPersonRow, PersonStore } from './store.ts';

/** What a request may know of other rows, under its viewer's policies. */
export interface PersonContext extends Context {
  readonly employers: {
    readonly byId: { load(id: string): Promise<EmployerRow | null> };
    readonly siteById: { load(id: string): Promise<EmployerSiteRow | null> };
  };
  readonly people: {
    readonly contacts: { readonly byId: { load(id: string): Promise<EmployerPersonRow | null> } };
    readonly workplaceSupervisors: { readonly byId: { load(id: string): Promise<EmployerPersonRow | null> } };
    reached(row: EmployerPersonRow): EmployerPersonRow;
  };
}
type ContactChanged = Promise<{ contact: EmployerPersonRow }>;
type SupervisorChanged = Promise<{ workplaceSupervisor: EmployerPersonRow }>;
type Place = Pick<EmployerPersonRow, 'kind' | 'employerId' | 'groupId' | 'siteId'>;

export const personEvent = (type: 'EmployerPersonAdded' | 'EmployerPersonChanged', id: string, place: Omit<Place, 'kind'>): NewEvent => ({
  type,
  data: { personId: id, employerId: place.employerId, companyGroupId: place.groupId },
});

/** What may be done with the people of employers. */
export function createContactActions({
  store,
  accounts,
  groupExists,
}: {
  store: PersonStore;
  accounts: Pick<Accounts, 'refuseTaken'>;
  groupExists: (id: string) => Promise<boolean>;
}) {
  const newRow = (_id: string, place: Place, facts: PersonFacts) => ({
    _id,
    ...place,
    ...facts,
    language: facts.language ?? ('nl' as const),
    active: true,
  });

  async function add(context: Context, mutation: string, prefix: string, place: Place, facts: PersonFacts, idempotencyKey: string) {
    const _id = idOfCreate(prefix, context, mutation, idempotencyKey);
    const { row } = await create(store.model, context, newRow(_id, place, facts), () => [personEvent('EmployerPersonAdded', _id, place)], {
      input: { place, facts },
    });
    return row;
  }

  /** The person with what the input gives, judged as a whole; a name can't be taken away. */
  function merged(
    row: EmployerPersonRow,
    input: { [K in keyof PersonInput]?: PersonInput[K] | null | undefined },
  ): Partial<EmployerPersonRow> {
    const changes = given(input);
    for (const field of ['givenName', 'familyName', 'language'] as const)
      if (changes[field] === null) refuse('INVALID_INPUT', field, { rule: { nl: 'mag niet leeg zijn', en: 'may not be empty' } });
    const facts = factsOf(checkPerson({ ...row, ...changes } as PersonInput));
    return { ...facts, language: facts.language ?? row.language };
  }
  async function set(context: Context, row: EmployerPersonRow, revision: number, fields: Partial<EmployerPersonRow>, name: string) {
    const events = [personEvent('EmployerPersonChanged', row._id, row)];
    const { reach } = row;
    // The row came through its policy with its reach; what is written and read again has the same.
    const shown = (current: EmployerPersonRow): EmployerPersonRow => ({ ...current, ...(reach ? { reach } : {}) });
    return shown(await setFields(context, { model: store.model, row, revision, fields, events, name, shown }));
  }
  const demandActive = (row: EmployerPersonRow): void => {
    if (!row.active) refuse('PERSON_INACTIVE', 'id');
  };

  async function contactFor(context: PersonContext, id: string): Promise<EmployerPersonRow> {
    const row = (await context.people.contacts.byId.load(id)) ?? refuse('NOT_FOUND', 'id');
    if (!contactPolicy.may('change', context.viewer, row)) refuse('FORBIDDEN');
    return row;
  }
  async function supervisorFor(context: PersonContext, id: string): Promise<EmployerPersonRow> {
    const row = (await context.people.workplaceSupervisors.byId.load(id)) ?? refuse('NOT_FOUND', 'id');
    if (!workplaceSupervisorPolicy.may('change', context.viewer, row)) refuse('FORBIDDEN');
    return row;
  }
  async function demandWorking(context: PersonContext, employerId: string, field: string): Promise<void> {
    const employer = (await context.employers.byId.load(employerId)) ?? refuse('NOT_FOUND', field);
    if (employer.state === 'INACTIVE') refuse('EMPLOYER_NOT_ACTIVE', field);
  }

  return {
    async addContact(context: PersonContext, input: AddContactInput): ContactChanged {
      const employerId = input.employerId ?? null;
      const groupId = input.groupId ?? null;
      if ((employerId === null) === (groupId === null))
        refuse('INVALID_INPUT', 'employerId', {
          rule: { nl: 'ofwel een werkgever ofwel een concern', en: 'either an employer or a group' },
        });
      const place = { kind: 'CONTACT', employerId, groupId, siteId: null } as const satisfies Place;
      const rights = place as unknown as EmployerPersonRow;
      if (employerId !== null) await demandWorking(context, employerId, 'employerId');
      else if (!contactPolicy.may('govern', context.viewer, rights)) refuse('FORBIDDEN', 'groupId');
      else if (!(await groupExists(groupId ?? ''))) refuse('NOT_FOUND', 'groupId');
      if (!contactPolicy.may('change', context.viewer, rights)) refuse('FORBIDDEN');
      if (typeof input.subject === 'string' && !contactPolicy.may('govern', context.viewer, rights)) refuse('FORBIDDEN', 'subject');
      const facts = factsOf(checkPerson(input));
      await accounts.refuseTaken(
        context,
        facts.subject,
        { ...place, ...facts },
        idOfCreate('con', context, 'addContact', input.idempotencyKey),
      );
      const row = await add(context, 'addContact', 'con', place, facts, input.idempotencyKey);
      return { contact: context.people.reached(row) };
    },

    async changeContact(context: PersonContext, { id, revision, stillActs, ...input }: ChangeContactInput): ContactChanged {
      const row = await contactFor(context, id);
      if (input.subject !== undefined && !contactPolicy.may('govern', context.viewer, row)) refuse('FORBIDDEN', 'subject');
      demandActive(row);
      const fields = { ...merged(row, input), ...(stillActs === true ? { lastActiveOn: context.clock.today() } : {}) };
      if (fields.subject !== row.subject) {
        checkRevision(row, revision, 'contact');
        await accounts.refuseTaken(context, fields.subject ?? null, { ...row, ...fields }, id);
      }
      return { contact: await set(context, row, revision, fields, 'contact') };
    },

    async deactivateContact(context: PersonContext, { id, revision }: DeactivateContactInput): ContactChanged {
      const row = await contactFor(context, id);
      return { contact: await set(context, row, revision, { active: false }, 'contact') };
    },

    async addWorkplaceSupervisor(
      context: PersonContext,
      { siteId, idempotencyKey, ...input }: AddWorkplaceSupervisorInput,
    ): SupervisorChanged {
      const site = (await context.employers.siteById.load(siteId)) ?? refuse('NOT_FOUND', 'siteId');
      const place = { kind: 'WORKPLACE_SUPERVISOR', employerId: site.employerId, groupId: null, siteId } as const satisfies Place;
      if (!workplaceSupervisorPolicy.may('change', context.viewer, place as unknown as EmployerPersonRow)) refuse('FORBIDDEN');
      await demandWorking(context, site.employerId, 'siteId');
      return {
        workplaceSupervisor: await add(context, 'addWorkplaceSupervisor', 'wsp', place, factsOf(checkPerson(input)), idempotencyKey),
      };
    },

    async changeWorkplaceSupervisor(
      context: PersonContext,
      { id, revision, siteId, ...input }: ChangeWorkplaceSupervisorInput,
    ): SupervisorChanged {
      const row = await supervisorFor(context, id);
      demandActive(row);
      if (siteId !== undefined) {
        const site = siteId === null ? null : await context.employers.siteById.load(siteId);
        if (site?.employerId !== row.employerId) refuse('NOT_FOUND', 'siteId');
      }
      const fields = { ...merged(row, input), ...(typeof siteId === 'string' ? { siteId } : {}) };
      return { workplaceSupervisor: await set(context, row, revision, fields, 'workplaceSupervisor') };
    },

    async deactivateWorkplaceSupervisor(context: PersonContext, { id, revision }: DeactivateWorkplaceSupervisorInput): SupervisorChanged {
      const row = await supervisorFor(context, id);
      return { workplaceSupervisor: await set(context, row, revision, { active: false }, 'workplaceSupervisor') };
    },
  };
}
export type ContactActions = ReturnType<typeof createContactActions>;
