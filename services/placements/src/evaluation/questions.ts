import type { Language } from '@servicepunt/shared/contracts/roles';
import type { EvaluationMoment } from './schedule.ts';

export type EvaluatorRole = 'EMPLOYER' | 'STUDENT' | 'SCHOOL';
export type QuestionKind = 'SCORE' | 'YES_NO' | 'TEXT';
export interface Question {
  readonly code: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly roles: readonly EvaluatorRole[];
  /** Absent: at every moment. */
  readonly moments?: readonly EvaluationMoment[];
  readonly text: Readonly<Record<Language, string>>;
}

const ALL: readonly EvaluatorRole[] = ['EMPLOYER', 'STUDENT', 'SCHOOL'];
const AT_WORK: readonly EvaluatorRole[] = ['EMPLOYER', 'STUDENT'];
const AFTER_START: readonly EvaluationMoment[] = ['WEEK_THREE', 'MIDTERM', 'GO_NO_GO', 'FINAL'];

/**
 * The core questions, owned by the Servicepunt. A version is never changed once evaluations were scheduled with it: a new wording is a new
 * version, and an evaluation keeps the version that it was scheduled with, so that answers stay comparable.
 */
export const QUESTION_VERSIONS: Readonly<Record<number, readonly Question[]>> = {
  1: [
    {
      code: 'arrives-on-time',
      kind: 'SCORE',
      required: true,
      roles: AT_WORK,
      text: { nl: 'Is de leerling op tijd en aanwezig volgens afspraak?', en: 'Is the pupil on time and present as agreed?' },
    },
    {
      code: 'follows-instructions',
      kind: 'SCORE',
      required: true,
      roles: AT_WORK,
      moments: AFTER_START,
      text: { nl: 'Voert de leerling opdrachten uit zoals is uitgelegd?', en: 'Does the pupil do tasks as they were explained?' },
    },
    {
      code: 'works-together',
      kind: 'SCORE',
      required: true,
      roles: AT_WORK,
      moments: AFTER_START,
      text: { nl: 'Werkt de leerling prettig samen met collega’s?', en: 'Does the pupil work well with colleagues?' },
    },
    {
      code: 'works-safely',
      kind: 'SCORE',
      required: true,
      roles: ['EMPLOYER'],
      text: { nl: 'Werkt de leerling veilig?', en: 'Does the pupil work safely?' },
    },
    {
      code: 'asks-for-help',
      kind: 'SCORE',
      required: true,
      roles: ALL,
      text: { nl: 'Vraagt de leerling om hulp als dat nodig is?', en: 'Does the pupil ask for help when needed?' },
    },
    {
      code: 'workplace-fits',
      kind: 'SCORE',
      required: true,
      roles: ['STUDENT'],
      text: { nl: 'Past deze werkplek bij jou?', en: 'Does this workplace suit you?' },
    },
    {
      code: 'guidance-is-good',
      kind: 'SCORE',
      required: true,
      roles: ['STUDENT', 'SCHOOL'],
      text: { nl: 'Is de begeleiding op de werkplek goed?', en: 'Is the guidance at the workplace good?' },
    },
    {
      code: 'goals-on-course',
      kind: 'SCORE',
      required: true,
      roles: ALL,
      moments: AFTER_START,
      text: { nl: 'Komen de leerdoelen dichterbij?', en: 'Are the learning goals coming closer?' },
    },
    {
      code: 'contract-intended',
      kind: 'YES_NO',
      required: true,
      roles: ['EMPLOYER'],
      moments: ['GO_NO_GO'],
      text: { nl: 'Wilt u de leerling na de stage een contract aanbieden?', en: 'Do you mean to offer the pupil a contract afterwards?' },
    },
    {
      code: 'wants-to-stay',
      kind: 'YES_NO',
      required: true,
      roles: ['STUDENT'],
      moments: ['GO_NO_GO', 'FINAL'],
      text: { nl: 'Wil je hier blijven werken?', en: 'Do you want to go on working here?' },
    },
    {
      code: 'another-trainee',
      kind: 'YES_NO',
      required: false,
      roles: ['EMPLOYER'],
      moments: ['FINAL'],
      text: { nl: 'Wilt u vaker een leerling ontvangen?', en: 'Would you receive another pupil?' },
    },
    {
      code: 'goes-well',
      kind: 'TEXT',
      required: false,
      roles: ALL,
      text: { nl: 'Wat gaat goed?', en: 'What goes well?' },
    },
    {
      code: 'needs-attention',
      kind: 'TEXT',
      required: false,
      roles: ALL,
      text: { nl: 'Wat vraagt nog aandacht?', en: 'What still needs attention?' },
    },
  ],
};
export const CURRENT_QUESTION_VERSION = Math.max(...Object.keys(QUESTION_VERSIONS).map(Number));

/** The questions of one form: a version, a moment and who fills it in. */
export function questionsOf(version: number, moment: EvaluationMoment, role: EvaluatorRole): Question[] {
  return (QUESTION_VERSIONS[version] ?? []).filter(
    (question) => question.roles.includes(role) && (question.moments === undefined || question.moments.includes(moment)),
  );
}
