import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered } from '../test-support/handovers.ts';
import { coordinator, guide, key, startPlacements, type Placements } from '../test-support/placements.ts';

const DETAILS = 'handover { id state ball deadline revision conversationAt late }';
const codes = (answer: { userErrors: { code: string; field: string | null }[] }) =>
  answer.userErrors.map(({ code, field }) => [code, field]);

describe('a partner organisation', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());

  it('exists once, however its name is written', async () => {
    await registered(placements, 'Summa College');
    const again = { idempotencyKey: key(), name: ' summa-college ', kind: 'MBO', contact: { givenName: 'Jan', familyName: 'Pieters' } };
    const answer = await placements.run(coordinator, 'registerPartner', again, 'partner { name }');
    expect(answer).toMatchObject({ partner: { name: 'Summa College' }, userErrors: [{ code: 'PARTNER_EXISTS', field: 'name' }] });
    const { data } = await placements.query(coordinator, '{ partnerOrganisations(filter: { name: "SUMMA COLLEGE" }) { nodes { name } } }');
    expect(data.partnerOrganisations.nodes).toEqual([{ name: 'Summa College' }]);
  });

  it('holds no citizen service number in any name', async () => {
    const { partnerId, contactId } = await registered(placements, 'Zonder nummer');
    const contact = { givenName: 'Jan', familyName: 'Pieters' };
    const numbered = { ...contact, familyName: 'Pieters 111.222.333' };
    const organisation = { kind: 'MBO', name: 'ROC', contact };
    const answers = [
      await placements.run(
        coordinator,
        'registerPartner',
        { ...organisation, idempotencyKey: key(), name: 'ROC 111222333' },
        'partner { id }',
      ),
      await placements.run(coordinator, 'registerPartner', { ...organisation, idempotencyKey: key(), contact: numbered }, 'partner { id }'),
      await placements.run(coordinator, 'addPartnerContact', { id: partnerId, revision: 1, contact: numbered }, 'partner { id }'),
      await placements.run(
        coordinator,
        'changePartnerContact',
        { id: partnerId, revision: 1, contactId, contact: { ...contact, givenName: '111222333' } },
        'partner { id }',
      ),
    ];
    expect(answers.map(codes)).toEqual([
      [['NATIONAL_NUMBER', 'name']],
      [['NATIONAL_NUMBER', 'contact.familyName']],
      [['NATIONAL_NUMBER', 'contact.familyName']],
      [['NATIONAL_NUMBER', 'contact.givenName']],
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/111.?222/);
  });

  it('gains and loses contact persons; one who left receives no handover', async () => {
    const { partnerId, contactId } = await registered(placements);
    const contact = { givenName: 'Noor', familyName: 'de Wit', email: 'n.dewit@roc.example' };
    const added = await placements.run(
      guide,
      'addPartnerContact',
      { id: partnerId, revision: 1, contact },
      'partner { revision contactPersons { familyName active } }',
    );
    expect(added.partner.contactPersons).toHaveLength(2);
    const left = {
      id: partnerId,
      revision: added.partner.revision,
      contactId,
      contact: { givenName: 'Sanne', familyName: 'Jansen' },
      active: false,
    };
    const changed = await placements.run(guide, 'changePartnerContact', left, 'partner { contactPersons { familyName active } }');
    expect(changed.partner.contactPersons[0]).toEqual({ familyName: 'Jansen', active: false });
    const input = { idempotencyKey: key(), studentId: 'stu_17', target: 'MBO', partnerId, contactPersonId: contactId };
    expect(codes(await placements.run(coordinator, 'planHandover', input, DETAILS))).toEqual([['NOT_FOUND', 'contactPersonId']]);
  });
});
