import type { Language } from '@servicepunt/shared/contracts/roles';
import type { EvaluationForm } from '../schema.generated.ts';
import { questionsOf, type EvaluatorRole } from './questions.ts';
import { FORM_OF, type EvaluationRow } from './store.ts';

/** A form as it's shown: its questions in the viewer's language, and its answers unless they are somebody else's draft. */
export function formView(row: EvaluationRow, role: EvaluatorRole, shown: { language: Language; drafts: boolean }): EvaluationForm | null {
  if (!row.roles.includes(role)) return null;
  const form = row[FORM_OF[role]];
  const readable = form !== null && (form.state === 'SUBMITTED' || shown.drafts);
  return {
    role,
    state: form?.state ?? 'NOT_STARTED',
    questions: questionsOf(row.questionVersion, row.moment, role).map(({ code, kind, required, text }) => ({
      code,
      kind,
      required,
      text: text[shown.language],
    })),
    answers: readable ? form.answers : [],
    remark: readable ? form.remark : null,
    savedAt: form?.savedAt ?? null,
    submittedAt: form?.submittedAt ?? null,
  };
}
