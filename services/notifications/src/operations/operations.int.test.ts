import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer } from '@servicepunt/shared/test-support/subgraph';
import { ALL_RULES } from '../rule/rules.ts';
import { startTestApi, type TestApi } from '../test-support/api.ts';

const operator = viewer(grant('OPERATOR'));
const servicePoint = viewer(grant('SERVICE_POINT'));
const coordinator = viewer(grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_1' }));

describe('operations', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('2026-11-02T09:00:00Z');
    api.others.addPerson('stu_1', { givenName: 'Sem', familyName: 'Bakker' });
    await api.planEvaluation();
  });
  afterAll(() => api.subgraph.stop());

  const HEALTH = `{ queueHealth {
    queues { name waiting delayed active failed } oldestOverdueAt oldestUndeliveredAt failedDeliveries
    healed { looked remindersWithoutJob jobsWithoutRow } eventLag { producer events }
  } }`;

  it('show how the queues stand, to operators and the Servicepunt', async () => {
    await api.stores.state.tell({
      _id: 'reconciler',
      at: api.clock.now(),
      healed: { withoutJob: { reminders: 3, deliveries: 1 }, withoutRow: { reminders: 2, deliveries: 0 }, looked: 40 },
    });
    await api.stores.state.tell({ _id: 'events', at: api.clock.now(), lag: { placements: 7 } });
    const { data } = await api.subgraph.query(operator, HEALTH);
    expect(data.queueHealth).toMatchObject({
      oldestOverdueAt: null,
      failedDeliveries: 0,
      healed: { looked: 40, remindersWithoutJob: 3, jobsWithoutRow: 2 },
      eventLag: [{ producer: 'placements', events: 7 }],
    });
    expect(data.queueHealth.queues.map((queue: { name: string }) => queue.name)).toEqual([
      'handover-reminders',
      'evaluation-reminders',
      'deliveries',
    ]);
    const { errors } = await api.subgraph.query(coordinator, HEALTH);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('tell since when the oldest reminder is late', async () => {
    api.clock.set('2026-11-19T08:05:00Z');
    const { data } = await api.subgraph.query(operator, HEALTH);
    expect(data.queueHealth.oldestOverdueAt).toBe('2026-11-19T08:00:00.000Z');
  });

  const preview = (as: Viewer, args: string) => api.subgraph.query(as, `{ previewReminder(${args}) { subject text html } }`);

  it('show a mail as it would go out, with a link that leads nowhere', async () => {
    const { data } = await preview(operator, 'rule: "evaluation.warn.employer", language: en');
    expect(data.previewReminder.subject).toMatch(/^Midterm evaluation of the internship/);
    expect(data.previewReminder.text).toContain('https://lob.example/link#preview');
    expect(data.previewReminder.html).toContain('<html lang="en">');
    expect(api.others.links).toEqual([]);
  });

  it('show the mail of a real evaluation to those who may see it', async () => {
    api.others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_1'], facts: { moment: 'FINAL', dueOn: '2026-11-30' } });
    const { data } = await preview(coordinator, 'rule: "evaluation.warn.school", subjectId: "evl_1"');
    expect(data.previewReminder.subject).toBe('Eindevaluatie op maandag 30 november 2026');
    expect(data.previewReminder.text).toContain('de stage van Sem B.');
    expect(data.previewReminder.text).not.toContain('Bakker');
    const stranger = viewer(grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_other' }));
    expect((await preview(stranger, 'rule: "evaluation.warn.school", subjectId: "evl_1"')).data.previewReminder).toBeNull();
    const { errors } = await preview(operator, 'rule: "evaluation.warn.school", subjectId: "evl_1"');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it.each(['nl', 'en'])('show the mail of every rule in %s, those that a person sends by hand among them', async (language) => {
    await api.planHandover();
    await api.planReview();
    await api.planIdle();
    const subjects = { EVALUATION: 'evl_1', HANDOVER: 'who_1', CONSENT_REVIEW: 'stu_1', IDLE_CONTACT: 'con_1' };
    const viewerOf = { EVALUATION: coordinator, HANDOVER: coordinator, CONSENT_REVIEW: coordinator, IDLE_CONTACT: servicePoint };
    for (const { id, subject } of ALL_RULES)
      for (const subjectId of ['', `, subjectId: "${subjects[subject]}"`]) {
        const { data, errors } = await preview(viewerOf[subject], `rule: "${id}", language: ${language}${subjectId}`);
        expect([id, errors]).toEqual([id, undefined]);
        expect(data.previewReminder.text).toContain('Servicepunt');
        expect(data.previewReminder.subject).not.toMatch(/Noor|Sem/);
      }
  });

  it('show no mail of a rule for a subject of the other kind', async () => {
    expect((await preview(coordinator, 'rule: "handover.now.school", subjectId: "evl_1"')).data.previewReminder).toBeNull();
  });

  it('say which rules there are when one is unknown, without echoing it', async () => {
    const { errors } = await preview(operator, 'rule: "no.such.rule"');
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).not.toContain('no.such.rule');
  });
});
