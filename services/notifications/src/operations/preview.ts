import type { Language } from '@servicepunt/shared/contracts/roles';
import { badArgument, forbidden } from '@servicepunt/shared/errors';
import { hasRole } from '@servicepunt/shared/policy';
import type { Call } from '@servicepunt/shared/service-client';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { pupilInMail, type MessageFacts } from '../delivery/templates/message.ts';
import { renderMail, type RenderedMail } from '../delivery/templates/render.ts';
import { WITH_LINKS } from '../engine/prepare.ts';
import { factsFor } from '../engine/record.ts';
import { askOwner } from '../engine/recipients.ts';
import { subjectPolicy } from '../reminder/policy.ts';
import type { SubjectRow, SubjectStore } from '../reminder/subjects.ts';
import { ALL_RULES, type ManualRule, type RecipientRole, type ReminderRule } from '../rule/rules.ts';

/** Somebody of each role, as far as the words depend on it. */
const READERS: Readonly<Record<RecipientRole, string>> = {
  EMPLOYER: 'con_preview',
  STUDENT: 'stu_preview',
  SCHOOL: 'stf_preview',
  RECEIVING_PARTY: 'pct_preview',
  COORDINATOR: 'stf_preview',
  SERVICE_POINT: 'stf_preview',
};
const rules = new Map(ALL_RULES.map((rule) => [rule.id, rule]));
const SAMPLE_PUPIL = { givenName: 'Noor', familyName: 'Voorbeeld' };

/** The mail of a rule as it would go out: the words are the real ones, the link leads nowhere. */
export function createPreview(deps: { subjects: SubjectStore; call: Call; frontendUrl: string }) {
  async function pupilOf(subject: SubjectRow, context: Context): Promise<typeof SAMPLE_PUPIL> {
    if (subject.studentId === '') return SAMPLE_PUPIL;
    const { people } = await deps.call(
      'students.people',
      { ids: [subject.studentId] },
      { onBehalfOf: context.viewer, requestId: context.requestId },
    );
    return people[0] ?? SAMPLE_PUPIL;
  }

  async function realFacts(subject: SubjectRow, rule: ReminderRule | ManualRule, context: Context): Promise<MessageFacts> {
    const answer = await askOwner(
      deps.call,
      subject.type,
      { subjectId: subject._id, role: rule.role, onlyWhilePending: false },
      { onBehalfOf: context.viewer, requestId: context.requestId },
    );
    return factsFor(subject, answer);
  }

  return async function preview(
    context: Context,
    input: { rule: string; language: Language; subjectId: string | null },
  ): Promise<RenderedMail | null> {
    const rule = rules.get(input.rule);
    if (!rule) throw badArgument('rule', 'is not a rule: take the id that a reminder shows, such as evaluation.warn.employer');
    let facts = sampleFacts(rule, context.clock.today());
    let pupil = SAMPLE_PUPIL;
    if (input.subjectId !== null) {
      const visible = subjectPolicy.rows(context.viewer);
      // Operators see made-up pupils only.
      if (!visible && !hasRole(context.viewer, ['COORDINATOR', 'SERVICE_POINT'])) throw forbidden();
      const subject = visible && (await deps.subjects.find(input.subjectId, visible));
      if (!subject || subject.type !== rule.subject) return null;
      [facts, pupil] = await Promise.all([realFacts(subject, rule, context), pupilOf(subject, context)]);
    }
    const isStaff = READERS[rule.role].startsWith('stf_');
    const isLink = !isStaff && WITH_LINKS.includes(rule.subject);
    return renderMail(
      [
        {
          subjectType: rule.subject,
          kind: rule.kind,
          role: rule.role,
          facts,
          pupil: rule.role === 'STUDENT' ? null : pupilInMail(pupil, isStaff),
          url: `${deps.frontendUrl}/${isLink ? 'link#preview' : 'preview'}`,
          isLink,
        },
      ],
      { language: input.language, personId: READERS[rule.role], name: null, today: context.clock.today() },
      `${deps.frontendUrl}/preferences`,
    );
  };
}

/** A day that fits the rule: to come for a warning and for what a person sends before the day, past for a chase. */
function sampleFacts(rule: ReminderRule | ManualRule, today: string): MessageFacts {
  const day = Temporal.PlainDate.from(today)
    .add({ days: rule.kind === 'WARN' || rule.kind === 'MANUAL' ? 7 : -3 })
    .toString();
  return {
    moment: 'MIDTERM',
    dueOn: day,
    conversationAt: rule.kind === 'MANUAL' || rule.basis === 'CONVERSATION' ? `${day}T12:00:00Z` : null,
    deadline: day,
  };
}
