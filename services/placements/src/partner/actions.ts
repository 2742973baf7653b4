import { refuse, type Problem } from '@servicepunt/shared/errors';
import { fingerprint } from '@servicepunt/shared/ids';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision, create, idOfCreate } from '@servicepunt/shared/writes';
import { changeSeen } from '../changing.ts';
import { refuseAll } from '../placement/actions/checks.ts';
import type { AddPartnerContactInput, ChangePartnerContactInput, PartnerContactInput, RegisterPartnerInput } from '../schema.generated.ts';
import { isName, isNumbered, LONGEST_NAME, nameKeyOf } from './rules.ts';
import { partnerPolicy } from './policy.ts';
import type { PartnerContactRow, PartnerRow, PartnerStore } from './store.ts';

/** What may be done with partner organisations; staff alone reaches this (`partnerOperations`). */
export function createPartnerActions(deps: { store: PartnerStore }) {
  const { store } = deps;
  const nameRule = { nl: `1 tot ${LONGEST_NAME} tekens`, en: `1 to ${LONGEST_NAME} characters` };
  const nameProblems = (field: string, name: string): Problem[] => {
    if (!isName(name)) return [{ code: 'INVALID_INPUT', field, params: { rule: nameRule } }];
    return isNumbered(name) ? [{ code: 'NATIONAL_NUMBER', field }] : [];
  };
  const contactProblems = (contact: PartnerContactInput): Problem[] =>
    (['givenName', 'familyName'] as const).flatMap((name) => nameProblems(`contact.${name}`, contact[name]));
  const contactRow = (id: string, contact: PartnerContactInput, active = true): PartnerContactRow => ({
    id,
    givenName: contact.givenName.trim(),
    familyName: contact.familyName.trim(),
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    language: 'nl',
    active,
  });

  async function toChange(context: Context, input: { id: string; revision: number }): Promise<PartnerRow> {
    const row = await store.find(input.id);
    if (!row || !partnerPolicy.sees(context.viewer, row)) return refuse('NOT_FOUND', 'id');
    checkRevision(row, input.revision, 'partner');
    return row;
  }

  return {
    async registerPartner(context: Context, input: RegisterPartnerInput): Promise<{ partner: PartnerRow }> {
      const id = idOfCreate('par', context, 'registerPartner', input.idempotencyKey);
      const known = await store.find(id);
      if (known) {
        if (known.inputHash !== fingerprint(input)) refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
        return { partner: known };
      }
      refuseAll([...nameProblems('name', input.name), ...contactProblems(input.contact)]);
      const partner = {
        _id: id,
        name: input.name.trim(),
        nameKey: nameKeyOf(input.name),
        kind: input.kind,
        contactPersons: [contactRow(context.newId('pct'), input.contact)],
      };
      try {
        const { row } = await create<PartnerRow>(store.model, context, partner, () => [], { input });
        return { partner: row };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const [existing] = await store.findByNameKeys([partner.nameKey]);
        return refuse('PARTNER_EXISTS', 'name', {}, { partner: existing ?? null });
      }
    },

    async addPartnerContact(context: Context, input: AddPartnerContactInput): Promise<{ partner: PartnerRow }> {
      const row = await toChange(context, input);
      refuseAll(contactProblems(input.contact));
      const contactPersons = [...row.contactPersons, contactRow(context.newId('pct'), input.contact)];
      return { partner: await changeSeen(store.model, context, row, 'partner', { fields: { contactPersons } }) };
    },

    async changePartnerContact(context: Context, input: ChangePartnerContactInput): Promise<{ partner: PartnerRow }> {
      const row = await toChange(context, input);
      if (!row.contactPersons.some((person) => person.id === input.contactId)) refuse('NOT_FOUND', 'contactId');
      refuseAll(contactProblems(input.contact));
      const contactPersons = row.contactPersons.map((person) =>
        person.id === input.contactId ? contactRow(person.id, input.contact, input.active ?? true) : person,
      );
      return { partner: await changeSeen(store.model, context, row, 'partner', { fields: { contactPersons } }) };
    },
  };
}
export type PartnerActions = ReturnType<typeof createPartnerActions>;
