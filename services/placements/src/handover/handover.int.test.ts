import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { handedOver, registered } from '../test-support/handovers.ts';
import {
  contactOf,
  coordinator,
  director,
  guardianOf,
  guide,
  key,
  otherCoordinator,
  otherGuide,
  servicePoint,
  startPlacements,
  student,
  TODAY,
  type Placements,
} from '../test-support/placements.ts';

const DETAILS = 'handover { id state ball deadline revision conversationAt late }';
const codes = (answer: { userErrors: { code: string; field: string | null }[] }) =>
  answer.userErrors.map(({ code, field }) => [code, field]);

describe('a warm handover', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());
  beforeEach(() => placements.setNow(`${TODAY}T10:00:00Z`));

  const linkOf = async (handoverId: string, contactId: string): Promise<Viewer> => {
    const { token } = (
      await placements.call('notifications', 'placements.issueLink', { taskId: handoverId, personId: contactId, role: 'RECEIVING_PARTY' })
    ).body;
    const { viewer } = (await placements.call('gateway', 'placements.viewerByLink', { token: token ?? 'none' })).body;
    if (!viewer) throw new Error('the link does not open');
    return viewer as Viewer;
  };

  it('is prepared, told and inspected, planned, held and confirmed by the receiving party; each step is an event and a lead time', async () => {
    const { partnerId, contactId } = await registered(placements);
    const input = { idempotencyKey: key(), studentId: 'stu_17', target: 'MBO', partnerId, contactPersonId: contactId };
    const started = await placements.run(coordinator, 'planHandover', input, DETAILS);
    expect(started).toMatchObject({
      handover: { state: 'PREPARING', ball: 'SCHOOL', deadline: '2027-04-01', late: false },
      userErrors: [],
    });
    expect((await placements.run(coordinator, 'planHandover', input, DETAILS)).handover).toEqual(started.handover);
    const { id } = started.handover;
    let { revision } = started.handover;
    const step = async (mutation: string, rest: object, who = coordinator) => {
      const answer = await placements.run(who, mutation, { id, revision, ...rest }, DETAILS);
      revision = answer['handover']?.revision ?? revision;
      return answer;
    };
    await step('recordHandoverItem', { kind: 'WHAT_WORKS', text: 'Eén opdracht tegelijk', legalBasis: 'STATUTORY_REPORT' });
    placements.setNow('2026-12-01T10:00:00Z');
    const told = { studentInformedOn: '2026-12-01', guardianInformedOn: '2026-12-01', inspectedOn: '2026-12-01', inspectedBy: 'STUDENT' };
    expect(await step('informParties', told)).toMatchObject({ handover: { state: 'INFORMED', ball: 'SCHOOL' } });
    const disclosed = placements.world.disclosures.length;
    expect(await step('planHandoverConversation', { conversationAt: '2027-01-20T09:00:00Z' })).toMatchObject({
      handover: { state: 'PLANNED', conversationAt: '2027-01-20T09:00:00.000Z' },
    });
    expect(placements.world.disclosures.slice(disclosed)).toEqual([
      {
        subjectId: id,
        studentId: 'stu_17',
        recipient: { kind: 'PARTNER_ORGANISATION', id: partnerId },
        legalBasis: 'STATUTORY_REPORT',
        purpose: 'WARM_HANDOVER',
        items: ['WHAT_WORKS'],
      },
    ]);
    const early = await step('holdHandover', { firstDayAgreements: 'Om 10 uur', aftercareContact: 'Mentor' });
    expect(codes(early)).toEqual([['INVALID_INPUT', 'heldAt']]);
    placements.setNow('2027-01-20T12:00:00Z');
    expect(await step('holdHandover', { firstDayAgreements: 'Om 10 uur', aftercareContact: 'Mentor' })).toMatchObject({
      handover: { state: 'HELD', ball: 'RECEIVING_PARTY' },
    });
    placements.setNow('2027-01-25T12:00:00Z');
    const receiver = await linkOf(id, contactId);
    expect(await step('confirmHandover', { text: 'Wij staan klaar' }, receiver)).toMatchObject({
      handover: { state: 'CONFIRMED', ball: null },
      userErrors: [],
    });

    const { data } = await placements.query(
      coordinator,
      `{ warmHandover(id: "${id}") { steps { state ball days } checklist { kind done } confirmation confirmedAt } }`,
    );
    expect(data.warmHandover.steps).toEqual([
      { state: 'PREPARING', ball: 'SCHOOL', days: 7 },
      { state: 'INFORMED', ball: 'SCHOOL', days: 0 },
      { state: 'PLANNED', ball: 'SCHOOL', days: 50 },
      { state: 'HELD', ball: 'RECEIVING_PARTY', days: 5 },
    ]);
    expect(data.warmHandover).toMatchObject({ confirmation: 'Wij staan klaar', confirmedAt: '2027-01-25T12:00:00.000Z' });
    const events = (await placements.events()).filter((event) => event.data['handoverId'] === id);
    expect(events.map((event) => [event.type, event.data['state'], event.data['ball']])).toEqual([
      ['HandoverPlanned', 'PREPARING', 'SCHOOL'],
      ['HandoverChanged', 'INFORMED', 'SCHOOL'],
      ['HandoverChanged', 'PLANNED', 'SCHOOL'],
      ['HandoverChanged', 'HELD', 'RECEIVING_PARTY'],
      ['HandoverConfirmed', 'CONFIRMED', 'RECEIVING_PARTY'],
    ]);
    expect(events[2]?.data).toMatchObject({
      conversationAt: '2027-01-20T09:00:00.000Z',
      deadline: '2027-04-01',
      holidayRegion: 'ZUID',
      target: 'MBO',
    });
  });

  it('shows the receiving party its handover alone, after the inspection, and items with a ground only', async () => {
    const items = [
      { kind: 'WHAT_WORKS', text: 'Rust', legalBasis: 'STATUTORY_REPORT' },
      { kind: 'SUPPORT_NEEDS', text: 'Alleen met toestemming', legalBasis: 'CONSENT' },
      { kind: 'LEARNING_PATH', text: 'Nog geen grondslag', legalBasis: null },
    ];
    const { handover, contactId } = await handedOver(placements, 'INFORMED', { items });
    const before = await placements.call('notifications', 'placements.issueLink', {
      taskId: handover.id,
      personId: contactId,
      role: 'RECEIVING_PARTY',
    });
    expect(before.body.token).toBeNull();
    const forged: Viewer = {
      kind: 'LINK',
      id: 'lnk_1',
      language: 'nl',
      grants: [{ role: 'RECEIVING_PARTY', scope: { kind: 'TASK', id: handover.id } }],
    };
    expect((await placements.query(forged, `{ warmHandover(id: "${handover.id}") { id } }`)).data.warmHandover).toBeNull();
    const planned = await placements.run(
      coordinator,
      'planHandoverConversation',
      { ...handover, conversationAt: '2027-01-20T09:00:00Z' },
      DETAILS,
    );
    expect(planned.userErrors).toEqual([]);
    const receiver = await linkOf(handover.id, contactId);
    const other = await handedOver(placements, 'PLANNED');
    const { data, errors } = await placements.query(
      receiver,
      `{ warmHandovers { totalCount } other: warmHandover(id: "${other.handover.id}") { id } warmHandover(id: "${handover.id}") { target items { kind text } contactPerson { familyName } student { id } checklist { kind } steps { days } } }`,
    );
    expect(data.warmHandovers.totalCount).toBe(1);
    expect(data.other).toBeNull();
    expect(data.warmHandover).toEqual({
      target: 'MBO',
      items: [
        { kind: 'WHAT_WORKS', text: 'Rust' },
        { kind: 'SUPPORT_NEEDS', text: 'Alleen met toestemming' },
      ],
      contactPerson: { familyName: 'Jansen' },
      student: null,
      checklist: null,
      steps: null,
    });
    expect(errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);

    await placements.hear('ConsentWithdrawn', { studentId: 'stu_17', consentId: 'cns_1' });
    const after = await placements.query(receiver, `{ warmHandover(id: "${handover.id}") { items { kind } } }`);
    expect(after.data.warmHandover.items).toEqual([{ kind: 'WHAT_WORKS' }]);
  });

  it('that rests on consent alone closes at once when the consent is withdrawn', async () => {
    const items = [{ kind: 'SUPPORT_NEEDS', text: 'Rustige werkplek', legalBasis: 'CONSENT' }];
    const { handover, contactId } = await handedOver(placements, 'PLANNED', { target: 'EMPLOYER', items });
    const receiver = await linkOf(handover.id, contactId);
    const ask = async () => (await placements.query(receiver, `{ warmHandover(id: "${handover.id}") { id } }`)).data.warmHandover;
    expect(await ask()).not.toBeNull();
    await placements.hear('ConsentWithdrawn', { studentId: 'stu_17', consentId: 'cns_1' }, '2026-11-20T10:00:00Z');
    expect(await ask()).not.toBeNull();
    await placements.hear('ConsentWithdrawn', { studentId: 'stu_17', consentId: 'cns_1' });
    expect(await ask()).toBeNull();
  });

  it('takes an item back to the inspection when it changes', async () => {
    const { handover, contactId } = await handedOver(placements, 'PLANNED');
    const receiver = await linkOf(handover.id, contactId);
    placements.setNow('2026-11-25T10:00:00Z');
    const item = { ...handover, kind: 'WHAT_WORKS', text: 'Iets anders', legalBasis: 'STATUTORY_REPORT' };
    const changed = await placements.run(guide, 'recordHandoverItem', item, 'handover { state items { inspected } }');
    expect(changed.handover).toEqual({ state: 'PREPARING', items: [{ inspected: false }] });
    expect((await placements.query(receiver, `{ warmHandover(id: "${handover.id}") { id } }`)).data.warmHandover).toBeNull();
  });

  it('is refused where the law or the order of steps says no', async () => {
    const prepared = await handedOver(placements, 'PREPARING');
    const step = async (mutation: string, rest: object, who = coordinator) =>
      codes(await placements.run(who, mutation, { ...prepared.handover, ...rest }, DETAILS));
    expect(await step('planHandoverConversation', { conversationAt: '2027-01-20T09:00:00Z' })).toEqual([['ILLEGAL_STATE', 'id']]);
    expect(await step('confirmHandover', { confirmedInWritingOn: TODAY })).toEqual([['ILLEGAL_STATE', 'id']]);
    const told = { studentInformedOn: TODAY, inspectedOn: TODAY, inspectedBy: 'GUARDIAN' };
    expect(await step('informParties', told)).toEqual([['GUARDIAN_NOT_INFORMED', 'guardianInformedOn']]);
    expect(await step('informParties', { ...told, guardianInformedOn: '2027-01-01' })).toEqual([['INVALID_INPUT', 'guardianInformedOn']]);
    expect(await step('recordHandoverItem', { kind: 'WHAT_WORKS', text: 'bsn 111222333', legalBasis: null })).toEqual([
      ['NATIONAL_NUMBER', 'text'],
    ]);
    const young = await handedOver(placements, 'PREPARING', { studentId: 'stu_15', items: [] });
    const byPupil = { ...young.handover, studentInformedOn: TODAY, guardianInformedOn: TODAY, inspectedOn: TODAY, inspectedBy: 'STUDENT' };
    expect(codes(await placements.run(coordinator, 'informParties', byPupil, DETAILS))).toEqual([
      ['INSPECTION_NOT_ALLOWED', 'inspectedBy'],
    ]);
    const work = await handedOver(placements, 'PREPARING', { target: 'EMPLOYER', items: [] });
    const item = { ...work.handover, kind: 'WHAT_WORKS', text: 'x', legalBasis: 'STATUTORY_REPORT' };
    expect(codes(await placements.run(coordinator, 'recordHandoverItem', item, DETAILS))).toEqual([
      ['LEGAL_BASIS_NOT_ALLOWED', 'legalBasis'],
    ]);
    const empty = await handedOver(placements, 'INFORMED', { items: [] });
    const plan = { ...empty.handover, conversationAt: '2027-01-20T09:00:00Z' };
    expect(codes(await placements.run(coordinator, 'planHandoverConversation', plan, DETAILS))).toEqual([['NOTHING_TO_HAND_OVER', 'id']]);
    const past = { ...empty.handover, conversationAt: '2026-11-24T09:00:00Z' };
    expect(codes(await placements.run(coordinator, 'planHandoverConversation', past, DETAILS))).toEqual([
      ['IN_THE_PAST', 'conversationAt'],
    ]);
  });

  it('is not shown on a consent that is not there', async () => {
    const items = [{ kind: 'SUPPORT_NEEDS', text: 'Rust', legalBasis: 'CONSENT' }];
    const { handover } = await handedOver(placements, 'INFORMED', { items, target: 'MUNICIPALITY' });
    placements.world.consents.delete('stu_17');
    const answer = await placements.run(
      coordinator,
      'planHandoverConversation',
      { ...handover, conversationAt: '2027-01-20T09:00:00Z' },
      DETAILS,
    );
    expect(codes(answer)).toEqual([['CONSENT_MISSING', 'id']]);
    placements.world.consents.add('stu_17');
  });

  it('is called off, and its link closes', async () => {
    const { handover, contactId } = await handedOver(placements, 'HELD');
    const receiver = await linkOf(handover.id, contactId);
    const cancelled = await placements.run(coordinator, 'cancelHandover', { ...handover, reason: 'Blijft op school' }, DETAILS);
    expect(cancelled.handover).toMatchObject({ state: 'CANCELLED', ball: null });
    expect((await placements.query(receiver, `{ warmHandover(id: "${handover.id}") { id } }`)).data.warmHandover).toBeNull();
    expect((await placements.events()).at(-1)).toMatchObject({ type: 'HandoverCancelled' });
    expect(
      codes(await placements.run(coordinator, 'cancelHandover', { id: handover.id, revision: cancelled.handover.revision }, DETAILS)),
    ).toEqual([['ILLEGAL_STATE', 'id']]);
  });

  it('is confirmed once by the link, which shows the result after that', async () => {
    const { handover, contactId } = await handedOver(placements, 'HELD');
    const receiver = await linkOf(handover.id, contactId);
    const confirm = () => placements.run(receiver, 'confirmHandover', { ...handover, text: 'Akkoord' }, DETAILS);
    const both = await Promise.all([confirm(), confirm()]);
    expect(both.map((answer) => answer.userErrors[0]?.code ?? 'CONFIRMED').toSorted()).toEqual(['CONFIRMED', 'REVISION_CONFLICT']);
    const whole = '{ state confirmation confirmedAt target items { text } firstDayAgreements aftercareContact }';
    const { data, errors: refused } = await placements.query(receiver, `{ warmHandover(id: "${handover.id}") ${whole} }`);
    // What the school wrote of the pupil was for the conversation: the result alone is left.
    expect(data.warmHandover).toEqual({
      state: 'CONFIRMED',
      confirmation: 'Akkoord',
      confirmedAt: expect.any(String),
      target: 'MBO',
      items: null,
      firstDayAgreements: null,
      aftercareContact: null,
    });
    expect(refused?.map(({ path, extensions }) => [path?.at(-1), extensions.code])).toEqual([
      ['items', 'FORBIDDEN'],
      ['firstDayAgreements', 'FORBIDDEN'],
      ['aftercareContact', 'FORBIDDEN'],
    ]);
    const { data: seen } = await placements.query(receiver, `{ warmHandover(id: "${handover.id}") { revision } }`);
    const again = await placements.run(receiver, 'confirmHandover', { id: handover.id, revision: seen.warmHandover.revision }, DETAILS);
    expect(codes(again)).toEqual([['ILLEGAL_STATE', 'id']]);
    for (const mutation of ['holdHandover', 'cancelHandover']) {
      const { errors } = await placements.query(
        receiver,
        `mutation { ${mutation}(input: { id: "${handover.id}", revision: 1${mutation === 'holdHandover' ? ', firstDayAgreements: "x", aftercareContact: "y"' : ''} }) { userErrors { code } } }`,
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('is seen by the own side, and read in full by the coordinator, the guide, the pupil and the guardian', async () => {
    const { handover } = await handedOver(placements, 'PLANNED');
    const ask = async (who: Viewer) => {
      const { data } = await placements.query(
        who,
        `{ warmHandover(id: "${handover.id}") { state items { text } partner { name contactPersons { email } } } }`,
      );
      const row = data.warmHandover;
      return row === null ? null : [row.items?.length ?? null, row.partner?.contactPersons?.length ?? null];
    };
    expect(await ask(coordinator)).toEqual([1, 1]);
    expect(await ask(guide)).toEqual([1, 1]);
    expect(await ask(student('stu_17'))).toEqual([1, null]);
    expect(await ask(guardianOf('stu_17'))).toEqual([1, null]);
    for (const who of [otherGuide, servicePoint]) expect(await ask(who)).toEqual([null, 1]);
    expect(await ask(otherCoordinator)).toBeNull();
    expect(await ask(student('stu_15'))).toBeNull();
    for (const who of [contactOf('emp_vdl'), director]) {
      const { errors } = await placements.query(who, `{ warmHandover(id: "${handover.id}") { id } }`);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('is listed by who has to do something, and costs the same however many there are', async () => {
    const { data } = await placements.query(
      coordinator,
      '{ warmHandovers(filter: { ball: SCHOOL, state: [PLANNED, HELD] }) { nodes { state ball } } }',
    );
    expect(data.warmHandovers.nodes.length).toBeGreaterThan(0);
    expect(data.warmHandovers.nodes.every((row: { ball: string; state: string }) => row.ball === 'SCHOOL' && row.state === 'PLANNED')).toBe(
      true,
    );
    const cost = (first: number) =>
      placements.countCommands(() =>
        placements.query(coordinator, `{ warmHandovers(first: ${first}) { nodes { id partner { name } contactPerson { familyName } } } }`),
      );
    expect(await cost(1)).toEqual({ find: 3 });
    expect(await cost(6)).toEqual({ find: 3 });
  });
});
