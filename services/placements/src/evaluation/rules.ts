import { questionsOf, type EvaluatorRole, type Question, type QuestionKind } from './questions.ts';
import type { EvaluationMoment } from './schedule.ts';

export const EVALUATION_STATES = ['SCHEDULED', 'AWAITING_CONCLUSION', 'COMPLETED', 'CANCELLED'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];
export const OPEN_EVALUATIONS: readonly EvaluationState[] = ['SCHEDULED', 'AWAITING_CONCLUSION'];
export type EvaluationOutcome = 'ON_TRACK' | 'NEEDS_CHANGES' | 'STOP' | 'GO' | 'NO_GO';

export interface Answer {
  question: string;
  score: number | null;
  text: string | null;
}
export interface Form {
  state: 'DRAFT' | 'SUBMITTED';
  answers: Answer[];
  remark: string | null;
  savedAt: Date;
  submittedAt: Date | null;
  /** The person, or the person whom the link was sent to. */
  by: string;
}

/** Who fills in a form: the pupil and the school always, the company where there is one. */
export function evaluatorRoles(employerId: string | null): EvaluatorRole[] {
  return employerId === null ? ['STUDENT', 'SCHOOL'] : ['EMPLOYER', 'STUDENT', 'SCHOOL'];
}

const SCORES: Readonly<Record<QuestionKind, readonly number[]>> = { SCORE: [1, 2, 3, 4], YES_NO: [0, 1], TEXT: [] };

export type AnswerProblem = { readonly code: 'UNKNOWN_QUESTION' | 'INVALID_INPUT'; readonly field: string };
interface FormOf {
  readonly questionVersion: number;
  readonly moment: EvaluationMoment;
}

/** What is wrong with answers, complete or not: questions that the form doesn't have, a question twice, a score off the scale. */
export function answerProblems(evaluation: FormOf, role: EvaluatorRole, answers: readonly Answer[]): AnswerProblem[] {
  const questions = new Map(questionsOf(evaluation.questionVersion, evaluation.moment, role).map((question) => [question.code, question]));
  const seen = new Set<string>();
  return answers.flatMap((answer, index): AnswerProblem[] => {
    const question = questions.get(answer.question);
    if (!question || seen.has(answer.question)) return [{ code: 'UNKNOWN_QUESTION', field: `answers.${index}.question` }];
    seen.add(answer.question);
    const fits = answer.score === null || SCORES[question.kind].includes(answer.score);
    return fits ? [] : [{ code: 'INVALID_INPUT', field: `answers.${index}.score` }];
  });
}

/** The required questions that a form leaves open. */
export function missingAnswers(evaluation: FormOf, role: EvaluatorRole, answers: readonly Answer[]): Question[] {
  return questionsOf(evaluation.questionVersion, evaluation.moment, role).filter(({ code, kind, required }) => {
    const answer = answers.find((given) => given.question === code);
    const answered = kind === 'TEXT' ? (answer?.text ?? '') !== '' : typeof answer?.score === 'number';
    return required && !answered;
  });
}

/** GO and NO_GO answer one question, which only that evaluation asks. */
export function outcomeFits(moment: EvaluationMoment, outcome: EvaluationOutcome): boolean {
  return moment === 'GO_NO_GO' ? outcome === 'GO' || outcome === 'NO_GO' : outcome !== 'GO' && outcome !== 'NO_GO';
}
