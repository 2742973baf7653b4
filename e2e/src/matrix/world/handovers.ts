import type { Canaries } from '../canaries.ts';
import type { BundleName } from '../situations.ts';
import type { Client } from './client.ts';
import { day } from './days.ts';
import type { Ground } from './ground.ts';
import type { Placing } from './placements.ts';

export interface HandedOver {
  readonly id: string;
  readonly partnerId: string;
  readonly contactId: string;
}

export function createHandingOver(client: Client, canaries: Canaries, ground: Ground, placing: Placing) {
  const coordinator = ground.as('coordinator');
  return {
    /** A handover with every item written, as far as `PREPARING` or `HELD`. */
    async handOver(story: BundleName, until: 'PREPARING' | 'HELD'): Promise<HandedOver> {
      const of = `${story} WarmHandover`;
      const { partner } = await client.act(
        coordinator,
        'registerPartner',
        {
          idempotencyKey: placing.idempotencyKey(),
          name: canaries.word(`${story} PartnerOrganisation.name`),
          kind: 'MBO',
          contact: {
            givenName: canaries.word(`${story} PartnerContact.givenName`),
            familyName: canaries.word(`${story} PartnerContact.familyName`),
            email: canaries.email(`${story} PartnerContact.email`),
            phone: canaries.phone(`${story} PartnerContact.phone`),
          },
        },
        'partner { id contactPersons { id } }',
      );
      const contactId = partner.contactPersons[0].id as string;
      const planned = { studentId: ground.pupils[story], target: 'MBO', partnerId: partner.id, contactPersonId: contactId };
      let { handover } = await client.act(
        coordinator,
        'planHandover',
        { idempotencyKey: placing.idempotencyKey(), ...planned },
        'handover { id revision }',
      );
      const step = async (mutation: string, input: object) => {
        const change = { id: handover.id, revision: handover.revision, ...input };
        ({ handover } = await client.act(coordinator, mutation, change, 'handover { id revision }'));
      };
      for (const kind of ['SUPPORT_NEEDS', 'WHAT_WORKS', 'LEARNING_PATH', 'INTERNSHIP_HISTORY'])
        await step('recordHandoverItem', { kind, text: canaries.word(`${of}.items.text`), legalBasis: 'STATUTORY_REPORT' });
      const result = { id: handover.id as string, partnerId: partner.id as string, contactId };
      if (until === 'PREPARING') return result;
      await step('informParties', { studentInformedOn: day(0), guardianInformedOn: day(0), inspectedOn: day(0), inspectedBy: 'STUDENT' });
      await step('planHandoverConversation', { conversationAt: `${day(20)}T10:00:00Z` });
      await step('holdHandover', {
        heldAt: new Date().toISOString(),
        firstDayAgreements: canaries.word(`${of}.firstDayAgreements`),
        aftercareContact: canaries.word(`${of}.aftercareContact`),
      });
      return result;
    },

    async confirm(authorization: string, { id }: HandedOver, story: BundleName): Promise<void> {
      const { warmHandover } = await client.ask(authorization, 'query ($id: ID!) { warmHandover(id: $id) { revision } }', { id });
      await client.act(
        authorization,
        'confirmHandover',
        { id, revision: warmHandover.revision, text: canaries.word(`${story} WarmHandover.confirmation`) },
        'handover { id }',
      );
    },
  };
}
