import type { Messages, Wording } from '@servicepunt/shared/errors';
import type { EvaluationState } from './rules.ts';

export const evaluationMessages = {
  EVALUATION_EXISTS: { nl: 'Voor dit moment is er al een evaluatie.', en: 'There is an evaluation for this moment.' },
  OUTSIDE_PLACEMENT: {
    nl: 'Deze dag valt buiten de stage (van {from} tot en met {until}).',
    en: 'This day lies outside the internship (from {from} until {until}).',
  },
  FORM_SUBMITTED: { nl: 'Dit formulier is al ingediend.', en: 'This form was submitted.' },
  FORM_INCOMPLETE: { nl: 'Nog niet beantwoord: {question}', en: 'Not answered yet: {question}' },
  UNKNOWN_QUESTION: {
    nl: 'Dit formulier heeft deze vraag niet, of maar één keer.',
    en: 'The form has no such question, or has it only once.',
  },
  FORMS_MISSING: {
    nl: 'Er ontbreken nog formulieren. Wacht erop of schrijf op waarom ze ontbreken.',
    en: 'Forms are missing. Wait for them, or write down why they are missing.',
  },
} as const satisfies Messages;

const STATE_WORDS: Readonly<Record<EvaluationState, Wording>> = {
  SCHEDULED: { nl: 'gepland', en: 'scheduled' },
  AWAITING_CONCLUSION: { nl: 'wacht op de conclusie', en: 'awaiting the conclusion' },
  COMPLETED: { nl: 'afgerond', en: 'completed' },
  CANCELLED: { nl: 'vervallen', en: 'cancelled' },
};
export const wordsOfEvaluationState = (state: EvaluationState): Wording => STATE_WORDS[state];

export const SCORE_RULE: Wording = { nl: '1 tot 4, of 0 en 1 bij ja of nee', en: '1 to 4, or 0 and 1 for no and yes' };
