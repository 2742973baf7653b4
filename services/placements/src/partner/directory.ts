import { derivedId } from '@servicepunt/shared/ids';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, create } from '@servicepunt/shared/writes';
import { nameKeyOf, type PartnerKind } from './rules.ts';
import type { PartnerContactRow, PartnerRow, PartnerStore } from './store.ts';

export interface ImportedPartner {
  readonly name: string;
  readonly contactGivenName: string;
  readonly contactFamilyName: string;
  readonly contactEmail: string;
}
export interface PartnerDirectory {
  /** The organisations and contact persons that rows name, found by name and address or added; answers how to look each up. */
  findOrAdd(
    context: Context,
    named: readonly (ImportedPartner & { kind: PartnerKind })[],
  ): Promise<(partner: ImportedPartner) => { partnerId: string; contactPersonId: string }>;
}

const addressOf = (partner: ImportedPartner): string => partner.contactEmail.trim().toLowerCase();

export function createPartnerDirectory(store: PartnerStore): PartnerDirectory {
  function contactsFor(row: PartnerRow | undefined, nameKey: string, named: readonly ImportedPartner[]): PartnerContactRow[] {
    const contacts = [...(row?.contactPersons ?? [])];
    for (const partner of named) {
      const email = addressOf(partner);
      if (contacts.some((contact) => contact.email?.toLowerCase() === email)) continue;
      contacts.push({
        id: derivedId('pct', nameKey, email),
        givenName: partner.contactGivenName.trim(),
        familyName: partner.contactFamilyName.trim(),
        email,
        phone: null,
        language: 'nl',
        active: true,
      });
    }
    return contacts;
  }

  /** One organisation; an import that runs at the same moment may be first, then what it wrote is built upon. */
  async function keep(context: Context, nameKey: string, named: readonly (ImportedPartner & { kind: PartnerKind })[]): Promise<PartnerRow> {
    const [first] = named;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const [row] = await store.findByNameKeys([nameKey]);
      const contactPersons = contactsFor(row, nameKey, named);
      if (row) {
        if (contactPersons.length === row.contactPersons.length) return row;
        const changed = await change(store.model, context, row, { $set: { contactPersons } });
        if (changed) return changed;
      } else if (first) {
        const added = { _id: derivedId('par', nameKey), name: first.name.trim(), nameKey, kind: first.kind, contactPersons };
        try {
          return (await create<PartnerRow>(store.model, context, added, () => [])).row;
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
    }
    throw new Error('A partner organisation changes too often');
  }

  return {
    async findOrAdd(context, named) {
      const found = new Map<string, PartnerRow>();
      for (const [nameKey, group] of Map.groupBy(named, (partner) => nameKeyOf(partner.name)))
        found.set(nameKey, await keep(context, nameKey, group));
      return (partner) => {
        const row = found.get(nameKeyOf(partner.name));
        const contact = row?.contactPersons.find((person) => person.email?.toLowerCase() === addressOf(partner));
        if (!row || !contact) throw new Error('A partner organisation that was looked up is missing');
        return { partnerId: row._id, contactPersonId: contact.id };
      };
    },
  };
}
