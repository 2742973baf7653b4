import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { checkRevision } from '@servicepunt/shared/writes';
import { changeSeen } from '../../changing.ts';
import { refuseAll } from '../../placement/actions/checks.ts';
import type { SaveEvaluationDraftInput, SubmitEvaluationInput } from '../../schema.generated.ts';
import { SCORE_RULE, wordsOfEvaluationState } from '../messages.ts';
import { evaluationPolicy } from '../policy.ts';
import type { EvaluatorRole } from '../questions.ts';
import { answerProblems, missingAnswers, type Answer, type Form } from '../rules.ts';
import { evaluationEvent, FORM_OF, type EvaluationRow, type EvaluationStore } from '../store.ts';

/** Marks that the form which links led to is done: from now on they show the result. */
export type FinishTask = (taskId: string, role: 'EMPLOYER' | 'STUDENT') => Promise<void>;

/** The forms of an evaluation: saved half-way as often as one likes, submitted once. */
export function createForms(deps: { store: EvaluationStore; finishTask: FinishTask }) {
  const { store, finishTask } = deps;

  /** The evaluation whose form the viewer may fill in now. */
  async function toFillIn(context: Context, input: { id: string; revision: number; role: EvaluatorRole }): Promise<EvaluationRow> {
    const row = await store.find(input.id);
    const { viewer } = context;
    const may = row !== null && evaluationPolicy.may(`fillIn${input.role}`, viewer, row);
    if (!row || !(may || evaluationPolicy.sees(viewer, row))) return refuse('NOT_FOUND', 'id');
    if (!may) return refuse('FORBIDDEN', 'role');
    if (!row.roles.includes(input.role)) refuse('NOT_FOUND', 'role');
    if (row[FORM_OF[input.role]]?.state === 'SUBMITTED') refuse('FORM_SUBMITTED', 'role', {}, { evaluation: row });
    if (row.state !== 'SCHEDULED') refuse('ILLEGAL_STATE', 'id', { state: wordsOfEvaluationState(row.state) });
    checkRevision(row, input.revision, 'evaluation');
    return row;
  }

  function formOf(context: Context, answers: readonly Answer[], remark: string | null, submitted: boolean): Form {
    const now = context.clock.now();
    return {
      state: submitted ? 'SUBMITTED' : 'DRAFT',
      answers: answers.map(({ question, score, text }) => ({ question, score, text })),
      remark,
      savedAt: now,
      submittedAt: submitted ? now : null,
      by: context.viewer.onBehalfOf ?? context.viewer.id,
    };
  }

  function refuseWrongAnswers(row: EvaluationRow, role: EvaluatorRole, answers: readonly Answer[]): void {
    refuseAll(
      answerProblems(row, role, answers).map((problem) =>
        problem.code === 'INVALID_INPUT' ? { ...problem, params: { rule: SCORE_RULE } } : problem,
      ),
    );
  }

  return {
    async saveEvaluationDraft(context: Context, input: SaveEvaluationDraftInput): Promise<{ evaluation: EvaluationRow }> {
      const row = await toFillIn(context, input);
      const answers = normal(input.answers);
      refuseWrongAnswers(row, input.role, answers);
      const form = formOf(context, answers, input.remark || null, false);
      return { evaluation: await changeSeen(store.model, context, row, 'evaluation', { fields: { [FORM_OF[input.role]]: form } }) };
    },

    async submitEvaluation(context: Context, input: SubmitEvaluationInput): Promise<{ evaluation: EvaluationRow }> {
      const row = await toFillIn(context, input);
      const { role } = input;
      const draft = row[FORM_OF[role]];
      const answers = input.answers ? normal(input.answers) : (draft?.answers ?? []);
      refuseWrongAnswers(row, role, answers);
      refuseAll(
        // Programs find the question by its code, people read its words.
        missingAnswers(row, role, answers).map(({ code, text }) => ({
          code: 'FORM_INCOMPLETE',
          field: `answers.${code}`,
          params: { question: text },
        })),
      );
      const remark = input.remark === undefined ? (draft?.remark ?? null) : input.remark || null;
      const pendingRoles = row.pendingRoles.filter((pending) => pending !== role);
      const evaluation = await changeSeen(store.model, context, row, 'evaluation', {
        fields: {
          [FORM_OF[role]]: formOf(context, answers, remark, true),
          pendingRoles,
          state: pendingRoles.length === 0 ? 'AWAITING_CONCLUSION' : 'SCHEDULED',
        },
        events: [{ type: 'EvaluationChanged', data: evaluationEvent({ ...row, pendingRoles }) }],
      });
      if (role !== 'SCHOOL') await finishTask(row._id, role);
      return { evaluation };
    },
  };
}

const normal = (answers: NonNullable<SubmitEvaluationInput['answers']>): Answer[] =>
  answers.map(({ question, score, text }) => ({ question, score: score ?? null, text: text || null }));
