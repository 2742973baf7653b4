import { Schema } from 'mongoose';
import type { Language } from '@servicepunt/shared/contracts/roles';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { PartnerKind } from './rules.ts';

export interface PartnerContactRow {
  id: string;
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  language: Language;
  active: boolean;
}
export interface PartnerRow extends AggregateFields {
  name: string;
  /** The name as it's compared: one organisation, however it's written. */
  nameKey: string;
  kind: PartnerKind;
  contactPersons: PartnerContactRow[];
}

/** Partner organisations: a few hundred rows. */
export function createPartnerStore(connection: Connection) {
  const contact = new Schema(
    {
      id: { type: String, required: true },
      givenName: { type: String, required: true },
      familyName: { type: String, required: true },
      email: { type: String, default: null },
      phone: { type: String, default: null },
      language: { type: String, required: true },
      active: { type: Boolean, required: true },
    },
    { _id: false, id: false },
  );
  const schema = aggregateSchema<PartnerRow>({
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    kind: { type: String, required: true },
    contactPersons: { type: [contact], required: true },
  });
  // Keeps an organisation single, and serves the look-up by name.
  schema.index({ nameKey: 1 }, { unique: true });
  // Serves the names and addresses of contact persons at the moment of sending.
  schema.index({ 'contactPersons.id': 1 });
  const model = connection.model<PartnerRow>('PartnerOrganisation', schema, 'partnerOrganisations');

  return {
    model,
    find: (id: string) => model.findOne(ours({ _id: id })).lean<PartnerRow | null>(),
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<PartnerRow[]>() : Promise.resolve([]),
    findByNameKeys: (keys: readonly string[]) => model.find(ours({ nameKey: { $in: [...keys] } })).lean<PartnerRow[]>(),
    findByContacts: (contactIds: readonly string[]) =>
      model.find(ours({ 'contactPersons.id': { $in: [...contactIds] } })).lean<PartnerRow[]>(),
    list: (filter: { nameKey?: string; kind?: PartnerKind }, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, filter] }, { name: 1 }, args),
  };
}
export type PartnerStore = ReturnType<typeof createPartnerStore>;
