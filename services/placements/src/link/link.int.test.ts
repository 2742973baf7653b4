import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { questionsOf } from '../evaluation/questions.ts';
import { agreed, contactOf, coordinator, startPlacements, TODAY, type Placements } from '../test-support/placements.ts';

const answers = questionsOf(1, 'MIDTERM', 'EMPLOYER')
  .filter((question) => question.required)
  .map((question) => ({ question: question.code, score: 3 }));

describe('a capability link', () => {
  let placements: Placements;
  let placementId: string;
  let evaluations: Record<string, string>;
  /** Of a form that was submitted. */
  let doneToken = '';
  beforeAll(async () => {
    placements = await startPlacements();
    placementId = (await agreed(placements)).id;
    const { data } = await placements.query(
      coordinator,
      `{ evaluations(filter: { placement: "${placementId}" }) { nodes { id moment } } }`,
    );
    evaluations = Object.fromEntries(data.evaluations.nodes.map((row: { id: string; moment: string }) => [row.moment, row.id]));
  });
  afterAll(() => placements.stop());
  beforeEach(() => placements.setNow(`${TODAY}T10:00:00Z`));

  const issue = async (input: object) => (await placements.call('notifications', 'placements.issueLink', input)).body;
  const viewerOf = async (token: string) => (await placements.call('gateway', 'placements.viewerByLink', { token })).body.viewer;
  const forEmployer = (moment: string, personId = 'wsp_1') => ({ taskId: evaluations[moment], personId, role: 'EMPLOYER' });
  const open = async (input: object) => {
    const { token } = await issue(input);
    const viewer = token === null ? null : await viewerOf(token);
    if (!viewer) throw new Error('the link does not open');
    return viewer as Viewer;
  };

  it('is one person with one task, and shows that task and whom it is about', async () => {
    const viewer = await open(forEmployer('MIDTERM'));
    expect(viewer).toMatchObject({
      kind: 'LINK',
      id: expect.stringMatching(/^lnk_/),
      onBehalfOf: 'wsp_1',
      grants: [{ role: 'EMPLOYER_CONTACT', scope: { kind: 'TASK', id: evaluations['MIDTERM'] } }],
    });
    const { data, errors } = await placements.query(
      viewer,
      `{ evaluation(id: "${evaluations['MIDTERM']}") { moment employerForm { state } trainee { id kind goals { text } evaluations { nodes { id } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.evaluation).toMatchObject({
      moment: 'MIDTERM',
      employerForm: { state: 'NOT_STARTED' },
      trainee: { id: placementId.replace('plc_', 'trn_'), evaluations: { nodes: [{ id: evaluations['MIDTERM'] }] } },
    });
  });

  it('keeps what the form does not need: agreement, schedule, adjustments, whom to call, the joint conclusion', async () => {
    const beyond = ['site { id }', 'workplaceSupervisor { id }', 'offer { id }', 'workingTimes { weekday }', 'weeklyHours', 'ageClass'];
    const fields = [...beyond, 'workAdjustments', 'schoolSupervisor { name }', 'agreement { version }'];
    const ask = async (who: Viewer, field: string) => {
      const { data, errors } = await placements.query(
        who,
        `{ trainee(id: "${placementId.replace('plc_', 'trn_')}") { firstDay: startsOn it: ${field} } }`,
      );
      return [data.trainee.firstDay !== null, data.trainee.it !== null, errors?.[0]?.extensions.code];
    };
    const viewer = await open(forEmployer('MIDTERM'));
    for (const field of fields) {
      expect([field, ...(await ask(viewer, field))]).toEqual([field, true, false, 'FORBIDDEN']);
      // This internship takes no offer's place, so there is nothing to see but no refusal either.
      expect([field, ...(await ask(contactOf('emp_vdl'), field))]).toEqual([field, true, !field.startsWith('offer'), undefined]);
    }
    const pupils = await open({ taskId: evaluations['MIDTERM'], personId: 'stu_17', role: 'STUDENT' });
    const { errors } = await placements.query(pupils, `{ evaluation(id: "${evaluations['MIDTERM']}") { moment conclusion { text } } }`);
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code])).toEqual([['conclusion', 'FORBIDDEN']]);
  });

  it('shows no other evaluation, trainee or placement', async () => {
    const other = await agreed(placements, { studentId: 'stu_15' });
    const viewer = await open(forEmployer('MIDTERM'));
    const { data } = await placements.query(
      viewer,
      `{ final: evaluation(id: "${evaluations['FINAL']}") { id } other: trainee(id: "${other.id.replace('plc_', 'trn_')}") { id } trainees { nodes { id } } evaluations { nodes { id } } placement(id: "${placementId}") { id } }`,
    );
    expect(data).toEqual({
      final: null,
      other: null,
      trainees: { nodes: [{ id: placementId.replace('plc_', 'trn_') }] },
      evaluations: { nodes: [{ id: evaluations['MIDTERM'] }] },
      placement: null,
    });
  });

  it('saves half-way as often as one likes, submits once, and shows the result after that, but no trainee', async () => {
    const { token } = await issue(forEmployer('MIDTERM'));
    const [first, second] = [(await viewerOf(token ?? '')) as Viewer, await open(forEmployer('MIDTERM', 'con_1'))];
    const draft = { id: evaluations['MIDTERM'], revision: 1, role: 'EMPLOYER', answers: answers.slice(0, 1) };
    await placements.run(first, 'saveEvaluationDraft', draft, 'evaluation { revision }');
    const submitted = await placements.run(second, 'submitEvaluation', { ...draft, revision: 2, answers }, 'evaluation { pendingRoles }');
    expect(submitted).toMatchObject({ evaluation: { pendingRoles: ['STUDENT', 'SCHOOL'] }, userErrors: [] });
    const { data } = await placements.query(
      first,
      `{ evaluation(id: "${evaluations['MIDTERM']}") { employerForm { state answers { score } } } }`,
    );
    expect(data.evaluation.employerForm).toMatchObject({ state: 'SUBMITTED' });
    expect(data.evaluation.employerForm.answers).toHaveLength(answers.length);
    doneToken = token ?? '';
    const used = await viewerOf(doneToken);
    const seen = await placements.query(
      used as Viewer,
      `{ evaluation(id: "${evaluations['MIDTERM']}") { employerForm { state } trainee { id } } trainees { totalCount } trainee(id: "${placementId.replace('plc_', 'trn_')}") { id } }`,
    );
    expect(seen).toEqual({
      data: { evaluation: { employerForm: { state: 'SUBMITTED' }, trainee: null }, trainees: { totalCount: 0 }, trainee: null },
    });
    const again = await placements.run(first, 'submitEvaluation', { ...draft, revision: 3, answers }, 'evaluation { id }');
    expect(again.userErrors).toMatchObject([{ code: 'FORM_SUBMITTED' }]);
    expect(await issue(forEmployer('MIDTERM'))).toEqual({ token: null, expiresAt: null });
  });

  it('stores who submitted, which is the person behind the link', async () => {
    const row = await placements.connection.collection('evaluations').findOne({ _id: evaluations['MIDTERM'] as never });
    expect(row).toMatchObject({ employerForm: { by: 'con_1' } });
  });

  it('does not open when it is unknown or expired, with one answer for both', async () => {
    const { token, expiresAt } = await issue(forEmployer('FINAL'));
    expect(await viewerOf(token ?? '')).not.toBeNull();
    expect(await viewerOf('nothing')).toBeNull();
    placements.setNow(new Date(new Date(expiresAt ?? '').getTime() - 1).toISOString());
    expect(await viewerOf(token ?? '')).not.toBeNull();
    placements.setNow(expiresAt ?? '');
    expect(await viewerOf(token ?? '')).toBeNull();
  });

  it('says what a fresh one would be for, expired or not, while its person has the task to do', async () => {
    const taskOf = async (token: string, as: 'gateway' | 'notifications' = 'gateway') =>
      placements.call(as, 'placements.taskOfLink', { token });
    const { token, expiresAt } = await issue(forEmployer('FINAL', 'con_1'));
    if (token === null || expiresAt === null) throw new Error('There is no link');
    const task = { taskId: evaluations['FINAL'], personId: 'con_1', role: 'EMPLOYER' };
    expect((await taskOf(token)).body).toEqual({ task });
    placements.setNow(new Date(new Date(expiresAt).getTime() + 1).toISOString());
    expect(await viewerOf(token)).toBeNull();
    expect((await taskOf(token)).body).toEqual({ task });
    expect((await taskOf('nothing')).body).toEqual({ task: null });
    expect((await taskOf(doneToken)).body).toEqual({ task: null });
    const company = placements.world.employers.get('emp_vdl');
    if (!company) throw new Error('There is no such company');
    placements.world.employers.set('emp_vdl', { ...company, contactIds: [] });
    expect((await taskOf(token)).body).toEqual({ task: null });
    placements.world.employers.set('emp_vdl', company);
    expect((await taskOf(token, 'notifications')).status).toBe(403);
  });

  it('is nowhere in the store as it was sent', async () => {
    const { token } = await issue(forEmployer('FINAL'));
    const rows = await placements.connection.collection('links').find({}).toArray();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('goes to those whom the task is asked of', async () => {
    for (const wrong of [
      forEmployer('FINAL', 'con_9'),
      { taskId: evaluations['FINAL'], personId: 'stu_15', role: 'STUDENT' },
      { taskId: evaluations['FINAL'], personId: 'pct_1', role: 'RECEIVING_PARTY' },
      { taskId: 'evl_nothing', personId: 'wsp_1', role: 'EMPLOYER' },
      { taskId: 'who_nothing', personId: 'pct_1', role: 'RECEIVING_PARTY' },
    ])
      expect(await issue(wrong)).toEqual({ token: null, expiresAt: null });
    const viewer = await open({ taskId: evaluations['FINAL'], personId: 'stu_17', role: 'STUDENT' });
    const { data } = await placements.query(viewer, `{ evaluation(id: "${evaluations['FINAL']}") { studentForm { state } } }`);
    expect(data.evaluation.studentForm).toEqual({ state: 'NOT_STARTED' });
  });

  it('closes when its person is nobody’s contact any more, and while nobody can tell', async () => {
    const { token } = await issue(forEmployer('FINAL', 'con_1'));
    const company = placements.world.employers.get('emp_vdl');
    if (!company || token === null) throw new Error('There is no such company or link');
    expect(await viewerOf(token)).not.toBeNull();
    placements.world.employers.set('emp_vdl', { ...company, contactIds: [] });
    expect(await viewerOf(token)).toBeNull();
    placements.world.employers.set('emp_vdl', company);
    placements.world.down.add('employers.contactsOf');
    expect((await placements.call('gateway', 'placements.viewerByLink', { token })).status).toBe(503);
    placements.world.down.clear();
    expect(await viewerOf(token)).not.toBeNull();
  });

  it('closes when the consent behind it is withdrawn', async () => {
    const { token } = await issue(forEmployer('START'));
    await placements.hear('ConsentWithdrawn', { studentId: 'stu_17', consentId: 'cns_1' });
    expect(await viewerOf(token ?? '')).toBeNull();
  });

  it('is issued to the notifications service and opened by the gateway alone', async () => {
    expect((await placements.call('students', 'placements.issueLink', forEmployer('FINAL'))).status).toBe(403);
    expect((await placements.call('notifications', 'placements.viewerByLink', { token: 'x' })).status).toBe(403);
    const asPerson = await placements.raw('/calls/placements.viewerByLink', {
      authorization: `Bearer ${await placements.sign(contactOf('emp_vdl'))}`,
      body: { token: 'x' },
    });
    expect(asPerson.status).toBe(403);
  });
});
