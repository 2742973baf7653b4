import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { coordinator, otherCoordinator, servicePoint, startPlacements, type Placements } from '../test-support/placements.ts';

const IMPORT = `mutation ($input: ImportHandoversInput!) { importHandovers(input: $input) { created updated unchanged refused { row column code } userErrors { code field } } }`;
const partner = { name: 'ROC Summa', contactGivenName: 'Sanne', contactFamilyName: 'Jansen', contactEmail: 's.jansen@summa.example' };
const row = (handoverNumber: string, rest: object = {}) => ({
  handoverNumber,
  studentId: 'stu_17',
  target: 'MBO',
  partner,
  deadline: '2027-04-01',
  conversationAt: '2027-03-01T10:00:00Z',
  state: 'PLANNED',
  ...rest,
});

describe('warm handovers of another administration', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());
  const bring = async (rows: object[], who: Viewer = servicePoint) => {
    const { data, errors } = await placements.query(who, IMPORT, { input: { rows } });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.importHandovers;
  };

  it('come in once with their organisations and contact persons', async () => {
    const rows = [
      row('O-1'),
      row('O-2', { state: 'CONVERSATION_PLANNED', partner: { ...partner, contactEmail: 'p.bos@summa.example', contactFamilyName: 'Bos' } }),
      row('O-3', {
        state: 'PREPARING',
        conversationAt: null,
        studentId: 'stu_15',
        partner: { ...partner, name: 'Gemeente Best' },
        target: 'MUNICIPALITY',
      }),
      row('O-4', { state: 'CONFIRMED', conversationAt: '2026-10-01T10:00:00Z' }),
    ];
    expect(await bring(rows)).toEqual({ created: 4, updated: 0, unchanged: 0, refused: [], userErrors: [] });
    const { data } = await placements.query(
      servicePoint,
      '{ partnerOrganisations { nodes { name contactPersons { familyName } } } warmHandovers { nodes { handoverNumber state ball partner { name } contactPerson { familyName email } } } }',
    );
    expect(data.partnerOrganisations.nodes).toEqual([
      { name: 'Gemeente Best', contactPersons: [{ familyName: 'Jansen' }] },
      { name: 'ROC Summa', contactPersons: [{ familyName: 'Jansen' }, { familyName: 'Bos' }] },
    ]);
    expect(
      data.warmHandovers.nodes
        .map((node: { handoverNumber: string; state: string; ball: string | null }) => [node.handoverNumber, node.state, node.ball])
        .toSorted(),
    ).toEqual([
      ['O-1', 'PLANNED', 'SCHOOL'],
      ['O-2', 'PLANNED', 'SCHOOL'],
      ['O-3', 'PREPARING', 'SCHOOL'],
      ['O-4', 'CONFIRMED', null],
    ]);
    expect((await placements.events()).map((event) => event.type)).toEqual([
      'HandoverPlanned',
      'HandoverPlanned',
      'HandoverPlanned',
      'HandoverConfirmed',
    ]);
    expect(placements.world.disclosures.map((disclosure) => disclosure.legalBasis)).toEqual(['STATUTORY_REPORT', 'STATUTORY_REPORT']);
  });

  it('change nothing when they come again, and change when they change', async () => {
    const events = (await placements.events()).length;
    expect(await bring([row('O-1')])).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect((await placements.events()).length).toBe(events);
    expect(await bring([row('O-1', { conversationAt: '2027-03-08T10:00:00Z' })])).toMatchObject({ updated: 1, refused: [] });
    expect(await bring([row('O-1', { conversationAt: '2027-03-09T10:00:00Z' })])).toMatchObject({ updated: 1, refused: [] });
    expect((await placements.events()).at(-1)).toMatchObject({
      type: 'HandoverChanged',
      data: { conversationAt: '2027-03-09T10:00:00.000Z' },
    });
  });

  it('leave one alone that was moved on here', async () => {
    const { data } = await placements.query(coordinator, '{ warmHandovers(filter: { handoverNumber: "O-1" }) { nodes { id revision } } }');
    const [{ id, revision }] = data.warmHandovers.nodes;
    expect((await placements.run(coordinator, 'cancelHandover', { id, revision }, 'handover { id }')).userErrors).toEqual([]);
    expect((await bring([row('O-1', { conversationAt: '2027-03-15T10:00:00Z' })])).refused).toMatchObject([
      { column: 'handoverNumber', code: 'INVALID_INPUT' },
    ]);
  });

  it('are refused one by one', async () => {
    const refused = async (rest: object, who = servicePoint) =>
      (await bring([row('O-9', rest)], who)).refused
        .map((refusal: { column: string; code: string }) => `${refusal.code} ${refusal.column}`)
        .join();
    expect(await refused({ target: 'MOON' })).toBe('INVALID_INPUT target');
    expect(await refused({ state: 'LOST' })).toBe('INVALID_INPUT state');
    expect(await refused({ deadline: '1 april' })).toBe('INVALID_INPUT deadline');
    expect(await refused({ conversationAt: 'morgen' })).toBe('INVALID_INPUT conversationAt');
    expect(await refused({ conversationAt: null })).toBe('INVALID_INPUT conversationAt');
    expect(await refused({ partner: { ...partner, name: ' ' } })).toBe('INVALID_INPUT partner.name');
    expect(await refused({ partner: { ...partner, contactFamilyName: 'Bos 111222333' } })).toBe(
      'NATIONAL_NUMBER partner.contactFamilyName',
    );
    expect(await refused({ handoverNumber: 'bsn 111222333' })).toBe('NATIONAL_NUMBER handoverNumber');
    expect(await refused({ partner: { ...partner, contactEmail: 'sanne' } })).toBe('INVALID_INPUT partner.contactEmail');
    expect(await refused({ studentId: 'stu_nobody' })).toBe('NOT_FOUND studentId');
    expect(await refused({}, otherCoordinator)).toBe('NOT_FOUND studentId');
  });
});
