import type { HandoverState } from '../handover/rules.ts';
import { coordinator, guide, key, servicePoint, TODAY, type Placements } from './placements.ts';

export interface SeenHandover {
  id: string;
  revision: number;
}
let organisations = 0;

/** A partner organisation with one contact person. */
export async function registered(
  placements: Placements,
  name = `ROC ${(organisations += 1)}`,
): Promise<{ partnerId: string; contactId: string }> {
  const contact = { givenName: 'Sanne', familyName: 'Jansen', email: 's.jansen@roc.example', phone: '+31402675000' };
  const { partner, userErrors } = await placements.run(
    servicePoint,
    'registerPartner',
    { idempotencyKey: key(), name, kind: 'MBO', contact },
    'partner { id contactPersons { id } }',
  );
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return { partnerId: partner.id, contactId: partner.contactPersons[0].id };
}

/** A warm handover of the pupil of 17 to an mbo, brought as far as `state`; what is refused on the way fails the test. */
export async function handedOver(
  placements: Placements,
  state: HandoverState,
  options: { studentId?: string; target?: string; items?: { kind: string; text: string; legalBasis: string | null }[] } = {},
): Promise<{ handover: SeenHandover; partnerId: string; contactId: string }> {
  placements.setNow(`${TODAY}T10:00:00Z`);
  const { partnerId, contactId } = await registered(placements);
  const step = async (mutation: string, input: object, who = coordinator): Promise<SeenHandover> => {
    const { handover: seen, userErrors } = await placements.run(who, mutation, input, 'handover { id revision }');
    if (userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
    return seen;
  };
  const { studentId = 'stu_17', target = 'MBO' } = options;
  let handover = await step('planHandover', { idempotencyKey: key(), studentId, target, partnerId, contactPersonId: contactId });
  const result = () => ({ handover, partnerId, contactId });
  for (const item of options.items ?? [{ kind: 'WHAT_WORKS', text: 'Rustige start van de dag', legalBasis: 'STATUTORY_REPORT' }])
    handover = await step('recordHandoverItem', { ...handover, ...item }, guide);
  if (state === 'PREPARING') return result();
  const informed = { studentInformedOn: TODAY, guardianInformedOn: TODAY, inspectedOn: TODAY, inspectedBy: 'GUARDIAN' };
  handover = await step('informParties', { ...handover, ...informed });
  if (state === 'INFORMED') return result();
  handover = await step('planHandoverConversation', { ...handover, conversationAt: '2027-01-20T09:00:00Z' });
  if (state === 'PLANNED') return result();
  if (state === 'CANCELLED') handover = await step('cancelHandover', { ...handover, reason: 'Andere keuze' });
  else {
    const held = { heldAt: `${TODAY}T09:00:00Z`, firstDayAgreements: 'Eerste dag om 10 uur', aftercareContact: 'De mentor belt in week 3' };
    handover = await step('holdHandover', { ...handover, ...held });
    if (state === 'CONFIRMED') handover = await step('confirmHandover', { ...handover, confirmedInWritingOn: TODAY, text: 'Akkoord' });
  }
  return result();
}
