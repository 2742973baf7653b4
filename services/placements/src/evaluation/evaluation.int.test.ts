import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import {
  agreed,
  contactOf,
  coordinator,
  director,
  english,
  guardianOf,
  guide,
  key,
  otherCoordinator,
  otherGuide,
  servicePoint,
  startPlacements,
  student,
  systemOf,
  type Placements,
} from '../test-support/placements.ts';
import { questionsOf, type EvaluatorRole } from './questions.ts';
import type { EvaluationMoment } from './schedule.ts';

const EVALUATION = 'evaluation { id state revision pendingRoles }';
const CONCLUDED = 'evaluation { state conclusion { outcome text missingFormsReason } }';
const answersOf = (moment: EvaluationMoment, role: EvaluatorRole) =>
  questionsOf(1, moment, role)
    .filter((question) => question.required)
    .map((question) => ({ question: question.code, score: question.kind === 'YES_NO' ? 1 : 3 }));

interface Row {
  id: string;
  moment: EvaluationMoment;
  dueOn: string;
  state: string;
  revision: number;
}
async function evaluationsOf(placements: Placements, placementId: string): Promise<Record<EvaluationMoment, Row>> {
  const { data } = await placements.query(
    coordinator,
    `{ evaluations(filter: { placement: "${placementId}" }) { nodes { id moment dueOn state revision } } }`,
  );
  return Object.fromEntries(data.evaluations.nodes.map((row: Row) => [row.moment, row])) as Record<EvaluationMoment, Row>;
}

describe('an evaluation', () => {
  let placements: Placements;
  let placementId: string;
  let midterm: Row;
  beforeAll(async () => {
    placements = await startPlacements();
    placementId = (await agreed(placements)).id;
    midterm = (await evaluationsOf(placements, placementId)).MIDTERM;
  });
  afterAll(() => placements.stop());
  const codes = (answer: { userErrors: { code: string; field: string | null }[] }) =>
    answer.userErrors.map(({ code, field }) => [code, field]);
  const seen = async () => (await evaluationsOf(placements, placementId)).MIDTERM.revision;

  it('is saved half-way, read back by who fills it in, and then submitted', async () => {
    const draft = {
      id: midterm.id,
      revision: midterm.revision,
      role: 'EMPLOYER',
      answers: [{ question: 'works-safely', score: 4, text: 'Draagt altijd schoenen' }],
    };
    const saved = await placements.run(contactOf('emp_vdl'), 'saveEvaluationDraft', draft, EVALUATION);
    expect(saved).toMatchObject({ evaluation: { state: 'SCHEDULED', pendingRoles: ['EMPLOYER', 'STUDENT', 'SCHOOL'] }, userErrors: [] });
    const form = async (who: Viewer) =>
      (await placements.query(who, `{ evaluation(id: "${midterm.id}") { employerForm { state answers { question score text } } } }`)).data
        .evaluation.employerForm;
    expect(await form(contactOf('emp_vdl'))).toEqual({
      state: 'DRAFT',
      answers: [{ question: 'works-safely', score: 4, text: 'Draagt altijd schoenen' }],
    });
    expect(await form(coordinator)).toEqual({ state: 'DRAFT', answers: [] });

    const incomplete = await placements.run(
      contactOf('emp_vdl'),
      'submitEvaluation',
      { id: midterm.id, revision: await seen(), role: 'EMPLOYER' },
      EVALUATION,
    );
    const open = answersOf('MIDTERM', 'EMPLOYER').filter(({ question }) => question !== 'works-safely');
    expect(codes(incomplete)).toEqual(open.map(({ question }) => ['FORM_INCOMPLETE', `answers.${question}`]));
    expect(incomplete.userErrors[0]?.message).toBe('Nog niet beantwoord: Is de leerling op tijd en aanwezig volgens afspraak?');
    const complete = {
      id: midterm.id,
      revision: await seen(),
      role: 'EMPLOYER',
      answers: answersOf('MIDTERM', 'EMPLOYER'),
      remark: 'Fijne collega',
    };
    const submitted = await placements.run(contactOf('emp_vdl'), 'submitEvaluation', complete, EVALUATION);
    expect(submitted).toMatchObject({ evaluation: { state: 'SCHEDULED', pendingRoles: ['STUDENT', 'SCHOOL'] }, userErrors: [] });
    expect((await placements.events()).at(-1)).toMatchObject({
      type: 'EvaluationChanged',
      data: { evaluationId: midterm.id, pendingRoles: ['STUDENT', 'SCHOOL'] },
    });
    expect((await form(coordinator)).answers).toHaveLength(answersOf('MIDTERM', 'EMPLOYER').length);

    const again = await placements.run(contactOf('emp_vdl'), 'submitEvaluation', { ...complete, revision: await seen() }, EVALUATION);
    expect(codes(again)).toEqual([['FORM_SUBMITTED', 'role']]);
  });

  it('refuses answers that its form does not have, and texts with a national number', async () => {
    const save = async (answers: object[]) =>
      codes(
        await placements.run(
          student('stu_17'),
          'saveEvaluationDraft',
          { id: midterm.id, revision: await seen(), role: 'STUDENT', answers },
          EVALUATION,
        ),
      );
    expect(await save([{ question: 'works-safely', score: 3 }])).toEqual([['UNKNOWN_QUESTION', 'answers.0.question']]);
    expect(await save([{ question: 'workplace-fits', score: 9 }])).toEqual([['INVALID_INPUT', 'answers.0.score']]);
    expect(await save([{ question: 'workplace-fits', text: 'mijn bsn is 111222333' }])).toEqual([['NATIONAL_NUMBER', 'answers.0.text']]);
  });

  it('has one conclusion, written when the forms are there or with the reason why not', async () => {
    const conclude = async (rest: object) =>
      placements.run(guide, 'concludeEvaluation', { id: midterm.id, revision: await seen(), outcome: 'ON_TRACK', ...rest }, CONCLUDED);
    expect(codes(await conclude({}))).toEqual([['FORMS_MISSING', 'missingFormsReason']]);
    expect(codes(await conclude({ outcome: 'GO', missingFormsReason: 'ziek' }))).toEqual([['INVALID_INPUT', 'outcome']]);
    for (const [who, role] of [
      [student('stu_17'), 'STUDENT'],
      [guide, 'SCHOOL'],
    ] as const) {
      const input = { id: midterm.id, revision: await seen(), role, answers: answersOf('MIDTERM', role) };
      expect((await placements.run(who, 'submitEvaluation', input, EVALUATION)).userErrors).toEqual([]);
    }
    const { state } = (await evaluationsOf(placements, placementId)).MIDTERM;
    expect(state).toBe('AWAITING_CONCLUSION');
    const concluded = await conclude({ text: 'We gaan zo door' });
    expect(concluded.evaluation).toMatchObject({
      state: 'COMPLETED',
      conclusion: { outcome: 'ON_TRACK', text: 'We gaan zo door', missingFormsReason: null },
    });
    expect((await placements.events()).at(-1)).toMatchObject({
      type: 'EvaluationCompleted',
      data: { evaluationId: midterm.id, pendingRoles: [] },
    });
    expect(codes(await conclude({}))).toEqual([['ILLEGAL_STATE', 'id']]);
  });

  it('exists once for each moment', async () => {
    const wanted = (moment: string, dueOn: string) => ({ idempotencyKey: key(), placementId, moment, dueOn });
    expect(codes(await placements.run(coordinator, 'planEvaluation', wanted('FINAL', '2027-04-01'), EVALUATION))).toEqual([
      ['EVALUATION_EXISTS', 'moment'],
    ]);
    expect(codes(await placements.run(coordinator, 'planEvaluation', wanted('GO_NO_GO', '2027-06-01'), EVALUATION))).toEqual([
      ['OUTSIDE_PLACEMENT', 'dueOn'],
    ]);
    const input = wanted('GO_NO_GO', '2027-03-12');
    const added = await placements.run(coordinator, 'planEvaluation', input, EVALUATION);
    expect(added.userErrors).toEqual([]);
    expect((await placements.run(coordinator, 'planEvaluation', input, EVALUATION)).evaluation).toEqual(added.evaluation);
    expect(codes(await placements.run(otherCoordinator, 'planEvaluation', wanted('WEEK_THREE', '2027-02-19'), EVALUATION))).toEqual([
      ['NOT_FOUND', 'placementId'],
    ]);
    expect(codes(await placements.run(otherGuide, 'planEvaluation', wanted('WEEK_THREE', '2027-02-19'), EVALUATION))).toEqual([
      ['FORBIDDEN', 'placementId'],
    ]);
  });

  it('is moved by the school, inside the internship', async () => {
    const { FINAL } = await evaluationsOf(placements, placementId);
    const move = async (dueOn: string) =>
      placements.run(coordinator, 'moveEvaluation', { id: FINAL.id, revision: FINAL.revision, dueOn }, 'evaluation { dueOn }');
    expect(codes(await move('2027-05-08'))).toEqual([['OUTSIDE_PLACEMENT', 'dueOn']]);
    expect((await move('2027-04-20')).evaluation).toEqual({ dueOn: '2027-04-20' });
    expect((await placements.events()).at(-1)).toMatchObject({ type: 'EvaluationChanged', data: { dueOn: '2027-04-20' } });
  });

  it('is filled in by each party for itself only', async () => {
    const { START } = await evaluationsOf(placements, placementId);
    const save = async (who: Viewer, role: string) =>
      codes(await placements.run(who, 'saveEvaluationDraft', { id: START.id, revision: 99, role, answers: [] }, 'evaluation { id }'));
    const STALE = [['REVISION_CONFLICT', 'revision']];
    expect(await save(student('stu_17'), 'EMPLOYER')).toEqual([['FORBIDDEN', 'role']]);
    expect(await save(student('stu_17'), 'STUDENT')).toEqual(STALE);
    expect(await save(student('stu_15'), 'STUDENT')).toEqual([['NOT_FOUND', 'id']]);
    expect(await save(contactOf('emp_vdl'), 'STUDENT')).toEqual([['FORBIDDEN', 'role']]);
    expect(await save(contactOf('emp_vdl'), 'EMPLOYER')).toEqual(STALE);
    expect(await save(contactOf('emp_other'), 'EMPLOYER')).toEqual([['NOT_FOUND', 'id']]);
    expect(await save(systemOf('emp_vdl', 'evaluations:read', 'evaluations:write'), 'EMPLOYER')).toEqual(STALE);
    expect(await save(systemOf('emp_vdl', 'evaluations:read'), 'EMPLOYER')).toEqual([['FORBIDDEN', 'role']]);
    expect(await save(systemOf('emp_vdl', 'trainees:read'), 'EMPLOYER')).toEqual([['NOT_FOUND', 'id']]);
    expect(await save(guide, 'SCHOOL')).toEqual(STALE);
    expect(await save(otherGuide, 'SCHOOL')).toEqual([['FORBIDDEN', 'role']]);
    expect(await save(coordinator, 'SCHOOL')).toEqual(STALE);
    expect(await save(otherCoordinator, 'SCHOOL')).toEqual([['NOT_FOUND', 'id']]);
  });

  it('shows a company its own form and nothing of the pupil or the school', async () => {
    const ask = async (who: Viewer) => {
      const { data, errors } = await placements.query(
        who,
        `{ evaluation(id: "${midterm.id}") { state employerForm { answers { score } } studentForm { answers { score } } schoolForm { answers { score } } conclusion { text } placement { id } trainee { id } } }`,
      );
      const shown = Object.entries(data.evaluation as Record<string, unknown>)
        .filter(([, value]) => value !== null)
        .map(([name]) => name);
      return [shown.join(' '), errors?.every((error) => error.extensions.code === 'FORBIDDEN') ?? true];
    };
    expect(await ask(contactOf('emp_vdl'))).toEqual(['state employerForm trainee', true]);
    expect(await ask(systemOf('emp_vdl', 'evaluations:read', 'trainees:read'))).toEqual(['state employerForm trainee', true]);
    expect(await ask(systemOf('emp_vdl', 'evaluations:read'))).toEqual(['state employerForm', true]);
    expect(await ask(student('stu_17'))).toEqual(['state studentForm conclusion placement', true]);
    expect(await ask(guardianOf('stu_17'))).toEqual(['state conclusion placement', true]);
    expect(await ask(coordinator)).toEqual(['state employerForm studentForm schoolForm conclusion placement', true]);
    expect(await ask(servicePoint)).toEqual(['state placement', true]);
    expect(await ask(director)).toEqual(['state placement', true]);
    expect(await ask(otherGuide)).toEqual(['state placement', true]);
  });

  it('asks its questions in the language of the caller', async () => {
    const ask = async (who: Viewer) =>
      (await placements.query(who, `{ evaluation(id: "${midterm.id}") { employerForm { questions { code text kind required } } } }`)).data
        .evaluation.employerForm.questions;
    expect(await ask(contactOf('emp_vdl'))).toContainEqual({
      code: 'works-safely',
      text: 'Werkt de leerling veilig?',
      kind: 'SCORE',
      required: true,
    });
    expect(await ask(english(contactOf('emp_vdl')))).toContainEqual({
      code: 'works-safely',
      text: 'Does the pupil work safely?',
      kind: 'SCORE',
      required: true,
    });
  });

  it('is listed by what has to be done', async () => {
    const ask = async (who: Viewer, filter: string) => {
      const { data } = await placements.query(who, `{ evaluations(filter: { ${filter} }) { totalCount nodes { moment } } }`);
      return data.evaluations.nodes.map((row: { moment: string }) => row.moment);
    };
    expect(await ask(contactOf('emp_vdl'), 'pendingRole: EMPLOYER, dueUntil: "2027-03-31"')).toEqual(['START', 'GO_NO_GO']);
    expect(await ask(coordinator, 'schoolLocation: "loc_a", state: [COMPLETED]')).toEqual(['MIDTERM']);
    expect(await ask(servicePoint, 'employer: "emp_vdl", pendingRole: STUDENT')).toEqual(['START', 'GO_NO_GO', 'FINAL']);
    expect(await ask(otherCoordinator, 'employer: "emp_vdl"')).toEqual([]);
    expect(await ask(contactOf('emp_other'), 'employer: "emp_vdl"')).toEqual([]);
  });

  it('costs the same to list with placement and trainee, however many there are', async () => {
    const cost = (first: number) =>
      placements.countCommands(() =>
        placements.query(
          contactOf('emp_vdl'),
          `{ evaluations(first: ${first}) { nodes { id trainee { id kind } employerForm { state } } } }`,
        ),
      );
    // The insert tells who read the conclusions and forms: one, however many there are.
    expect(await cost(1)).toEqual({ find: 2, insert: 1 });
    expect(await cost(4)).toEqual({ find: 2, insert: 1 });
  });
});
