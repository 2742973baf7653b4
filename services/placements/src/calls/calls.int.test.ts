import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agreed, contactOf, coordinator, planned, startPlacements, type Placements } from '../test-support/placements.ts';
import { handedOver, registered } from '../test-support/handovers.ts';

describe('asked just before a reminder is sent', () => {
  let placements: Placements;
  let placementId: string;
  let evaluationId: string;
  beforeAll(async () => {
    placements = await startPlacements();
    placementId = (await agreed(placements)).id;
    const { data } = await placements.query(
      coordinator,
      `{ evaluations(filter: { placement: "${placementId}" }) { nodes { id moment } } }`,
    );
    evaluationId = data.evaluations.nodes.find((row: { moment: string }) => row.moment === 'MIDTERM').id;
  });
  afterAll(() => placements.stop());
  beforeEach(() => placements.world.down.clear());
  const ask = async (subjectId: string, role: string, onlyWhilePending = false) =>
    (await placements.call('notifications', 'placements.reminderSubject', { subjectId, role, onlyWhilePending })).body;

  it('an evaluation goes to the guide at the workplace, the pupil, the guide of the school; else to the coordinator', async () => {
    expect(await ask(evaluationId, 'EMPLOYER')).toEqual({
      needed: true,
      reason: null,
      recipientIds: ['wsp_1'],
      fallbackIds: ['stf_coordinator'],
      studentId: 'stu_17',
      facts: {
        placementId,
        employerId: 'emp_vdl',
        moment: 'MIDTERM',
        dueOn: '2027-03-12',
        kind: 'VOCATIONAL',
        startsOn: '2027-02-01',
        endsOn: '2027-04-23',
      },
    });
    expect(await ask(evaluationId, 'STUDENT')).toMatchObject({ recipientIds: ['stu_17'], fallbackIds: ['stf_coordinator'] });
    expect(await ask(evaluationId, 'SCHOOL')).toMatchObject({ recipientIds: ['stf_guide'], fallbackIds: ['stf_coordinator'] });
    expect(await ask(evaluationId, 'COORDINATOR')).toMatchObject({ recipientIds: ['stf_coordinator'], fallbackIds: ['stf_servicepoint'] });
    expect(await ask(evaluationId, 'SERVICE_POINT')).toMatchObject({ recipientIds: ['stf_servicepoint'], fallbackIds: [] });
  });

  it('the first contact gets it where the guide at the workplace cannot be reached', async () => {
    const employer = placements.world.employers.get('emp_vdl');
    employer?.supervisorIds.splice(0, 1);
    expect(await ask(evaluationId, 'EMPLOYER')).toMatchObject({ recipientIds: ['con_1'] });
    employer?.contactIds.splice(0, 1);
    expect(await ask(evaluationId, 'EMPLOYER')).toMatchObject({ recipientIds: [], fallbackIds: ['stf_coordinator'] });
    employer?.supervisorIds.unshift('wsp_1');
    employer?.contactIds.push('con_1');
  });

  it('the guide of the school who was replaced yesterday gets nothing, the new one does', async () => {
    const known = placements.world.pupils.get('stu_17');
    if (!known) throw new Error('the world has lost its pupil');
    placements.world.pupils.set('stu_17', { ...known, supervisorId: 'stf_new' });
    await placements.hear('StudentChanged', { studentId: 'stu_17', locationId: 'loc_a' });
    expect(await ask(evaluationId, 'SCHOOL')).toMatchObject({ recipientIds: ['stf_new'] });
    placements.world.pupils.set('stu_17', known);
    await placements.hear('StudentChanged', { studentId: 'stu_17', locationId: 'loc_a' });
  });

  it('nothing is needed once the form is there, and nothing of a subject that is unknown', async () => {
    const form = { id: evaluationId, revision: 1, role: 'EMPLOYER' };
    const questions = (
      await placements.query(contactOf('emp_vdl'), `{ evaluation(id: "${evaluationId}") { employerForm { questions { code required } } } }`)
    ).data;
    const answers = questions.evaluation.employerForm.questions
      .filter((question: { required: boolean }) => question.required)
      .map((question: { code: string }) => ({ question: question.code, score: 3 }));
    await placements.run(contactOf('emp_vdl'), 'submitEvaluation', { ...form, answers }, 'evaluation { id }');
    expect(await ask(evaluationId, 'EMPLOYER')).toMatchObject({ needed: false, reason: 'SUBMITTED', recipientIds: [], fallbackIds: [] });
    expect(await ask(evaluationId, 'STUDENT')).toMatchObject({ needed: true });
    expect(await ask('evl_nothing', 'EMPLOYER')).toMatchObject({ needed: false, reason: 'UNKNOWN', studentId: null, facts: {} });
    expect(await ask('plc_something', 'EMPLOYER')).toMatchObject({ needed: false, reason: 'UNKNOWN' });
  });

  it('nothing is needed when the evaluation is closed, or the company may not know of the trainee any more', async () => {
    await placements.hear('ConsentWithdrawn', { studentId: 'stu_17', consentId: 'cns_1' });
    const { data } = await placements.query(
      coordinator,
      `{ evaluations(filter: { placement: "${placementId}" }) { nodes { id moment } } }`,
    );
    const final = data.evaluations.nodes.find((row: { moment: string }) => row.moment === 'FINAL').id;
    expect(await ask(final, 'EMPLOYER')).toMatchObject({ needed: false, reason: 'NOT_DISCLOSED' });
    expect(await ask(final, 'SCHOOL')).toMatchObject({ needed: true });
    const { data: seen } = await placements.query(coordinator, `{ placement(id: "${placementId}") { revision } }`);
    await placements.run(coordinator, 'cancelPlacement', { id: placementId, revision: seen.placement.revision }, 'placement { id }');
    expect(await ask(final, 'SCHOOL')).toMatchObject({ needed: false, reason: 'CANCELLED' });
  });

  it('fails rather than guesses while the service that knows the people is down', async () => {
    const { id } = await agreed(placements, { studentId: 'stu_18' });
    const { data } = await placements.query(coordinator, `{ evaluations(filter: { placement: "${id}" }) { nodes { id } } }`);
    placements.world.down.add('employers.contactsOf');
    const { status } = await placements.call('notifications', 'placements.reminderSubject', {
      subjectId: data.evaluations.nodes[0].id,
      role: 'EMPLOYER',
      onlyWhilePending: false,
    });
    expect(status).toBe(503);
  });

  it('a handover goes to the school until the conversation was held, then to the receiving party', async () => {
    const { handover, contactId } = await handedOver(placements, 'PLANNED');
    expect(await ask(handover.id, 'SCHOOL')).toMatchObject({
      needed: true,
      recipientIds: ['stf_guide'],
      fallbackIds: ['stf_coordinator'],
      studentId: 'stu_17',
      facts: { target: 'MBO', deadline: '2027-04-01', ball: 'SCHOOL', state: 'PLANNED', conversationAt: '2027-01-20T09:00:00.000Z' },
    });
    expect(await ask(handover.id, 'RECEIVING_PARTY')).toMatchObject({ needed: true, recipientIds: [contactId] });
    expect(await ask(handover.id, 'RECEIVING_PARTY', true)).toMatchObject({ needed: false, reason: 'BALL_ELSEWHERE' });
    const held = await handedOver(placements, 'HELD');
    expect(await ask(held.handover.id, 'RECEIVING_PARTY', true)).toMatchObject({ needed: true, recipientIds: [held.contactId] });
    expect(await ask(held.handover.id, 'SCHOOL', true)).toMatchObject({ needed: false, reason: 'BALL_ELSEWHERE' });
    expect(await ask(held.handover.id, 'COORDINATOR', true)).toMatchObject({ needed: true, recipientIds: ['stf_coordinator'] });
    const done = await handedOver(placements, 'CONFIRMED');
    expect(await ask(done.handover.id, 'SCHOOL')).toMatchObject({ needed: false, reason: 'CONFIRMED' });
  });

  it('a receiving party hears nothing before the disclosure is logged', async () => {
    const { handover } = await handedOver(placements, 'INFORMED');
    expect(await ask(handover.id, 'RECEIVING_PARTY')).toMatchObject({ needed: false, reason: 'NOT_DISCLOSED' });
    expect(await ask(handover.id, 'SCHOOL')).toMatchObject({ needed: true });
  });

  it('names and addresses of contact persons are told at the moment of sending', async () => {
    const { contactId } = await registered(placements, 'ROC Eindhoven');
    const people = await placements.call('notifications', 'placements.people', { ids: [contactId, 'pct_nobody', 'con_1'] });
    expect(people.body).toEqual({
      people: [{ id: contactId, givenName: 'Sanne', familyName: 'Jansen', email: 's.jansen@roc.example', language: 'nl', active: true }],
    });
    expect((await placements.call('employers', 'placements.people', { ids: [contactId] })).status).toBe(403);
  });

  it('a planned placement is no subject of reminders', async () => {
    const { id } = await planned(placements, { studentId: 'stu_15' });
    expect(await ask(id, 'SCHOOL')).toMatchObject({ needed: false });
  });
});
