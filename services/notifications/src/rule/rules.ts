/** When somebody is reminded of something: the rules of the Servicepunt, as data. */

export const SUBJECT_TYPES = ['EVALUATION', 'HANDOVER', 'CONSENT_REVIEW', 'IDLE_CONTACT'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];
export const RECIPIENT_ROLES = ['EMPLOYER', 'STUDENT', 'SCHOOL', 'RECEIVING_PARTY', 'COORDINATOR', 'SERVICE_POINT'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];
export const REMINDER_KINDS = ['WARN', 'CHASE', 'ESCALATE', 'MANUAL'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
/** `LEGAL_DEADLINE` ignores quiet hours, pauses and the digest. */
export const REMINDER_CLASSES = ['NORMAL', 'LEGAL_DEADLINE'] as const;
export type ReminderClass = (typeof REMINDER_CLASSES)[number];

/**
 * The day from which a rule counts: an evaluation's due day, a handover's conversation or (while none is planned) its deadline, the day from which
 * a pupil decides on his consents, or the day on which an idle contact goes.
 */
export type Basis = 'DUE_DAY' | 'CONVERSATION' | 'DEADLINE' | 'OWN_WORD' | 'GOES_ON';
/** Whose days off a reminder keeps clear of: schools have their holidays, everybody has the public ones. */
export type DaysOff = 'SCHOOL' | 'PUBLIC';

export interface ReminderRule {
  readonly id: string;
  readonly subject: SubjectType;
  readonly basis: Basis;
  readonly role: RecipientRole;
  readonly kind: Exclude<ReminderKind, 'MANUAL'>;
  readonly class: ReminderClass;
  /**
   * `daysBefore`: calendar days before the basis. `steps`: places in a chain that begins on the basis and takes `STEP_DAYS` per step,
   * each step on a working day, so that days off never let two chases fall on one day. Step 0 is the basis itself.
   */
  readonly timing: { readonly daysBefore: readonly number[] } | { readonly steps: readonly number[] };
  readonly daysOff: DaysOff;
  /** Only while the role itself still has something to do: its form is open, or it has the ball. */
  readonly onlyWhilePending: boolean;
}

export const STEP_DAYS = 3;
export const CHASES = 4;
const CHASE_STEPS = { steps: Array.from({ length: CHASES }, (_unused, index) => index + 1) };

/** Where nobody of a role can be reached: first whom the owner of the subject names, then these roles, in this order. */
export const FALLBACK_ROLES = ['COORDINATOR', 'SERVICE_POINT'] as const satisfies readonly RecipientRole[];

const DAYS_OFF: Readonly<Record<RecipientRole, DaysOff>> = {
  EMPLOYER: 'PUBLIC',
  STUDENT: 'SCHOOL',
  SCHOOL: 'SCHOOL',
  RECEIVING_PARTY: 'PUBLIC',
  COORDINATOR: 'SCHOOL',
  // Told after the coordinator: on the same calendar the order can't turn round.
  SERVICE_POINT: 'SCHOOL',
};

const EVALUATION_ROLES = ['EMPLOYER', 'STUDENT', 'SCHOOL'] as const;
const HANDOVER_SIDES = ['SCHOOL', 'RECEIVING_PARTY'] as const;
const name = (role: RecipientRole) => role.toLowerCase().replaceAll('_', '-');

/** After the last chase the coordinator, then the Servicepunt. */
const escalations = (subject: SubjectType, basis: Basis, reminderClass: ReminderClass, suffix = ''): ReminderRule[] =>
  (['COORDINATOR', 'SERVICE_POINT'] as const).map((role, index) => ({
    id: `${subject.toLowerCase()}.escalate${suffix}.${name(role)}`,
    subject,
    basis,
    role,
    kind: 'ESCALATE',
    class: reminderClass,
    timing: { steps: [CHASES + 1 + index] },
    daysOff: DAYS_OFF[role],
    onlyWhilePending: false,
  }));

const evaluationRules = EVALUATION_ROLES.flatMap((role): ReminderRule[] => {
  const common = {
    subject: 'EVALUATION',
    basis: 'DUE_DAY',
    role,
    class: 'NORMAL',
    daysOff: DAYS_OFF[role],
    onlyWhilePending: true,
  } as const;
  return [
    { ...common, id: `evaluation.warn.${name(role)}`, kind: 'WARN', timing: { daysBefore: [7, 1] } },
    { ...common, id: `evaluation.chase.${name(role)}`, kind: 'CHASE', timing: CHASE_STEPS },
  ];
});

const handoverRules = HANDOVER_SIDES.flatMap((role): ReminderRule[] => {
  const common = { subject: 'HANDOVER', role, daysOff: DAYS_OFF[role] } as const;
  return [
    {
      ...common,
      id: `handover.warn.${name(role)}`,
      basis: 'CONVERSATION',
      kind: 'WARN',
      class: 'NORMAL',
      timing: { daysBefore: [28, 14, 7, 1] },
      onlyWhilePending: false,
    },
    {
      ...common,
      id: `handover.chase.${name(role)}`,
      basis: 'CONVERSATION',
      kind: 'CHASE',
      class: 'NORMAL',
      timing: CHASE_STEPS,
      onlyWhilePending: true,
    },
    {
      ...common,
      id: `handover.warn-deadline.${name(role)}`,
      basis: 'DEADLINE',
      kind: 'WARN',
      class: 'NORMAL',
      timing: { daysBefore: [28, 14, 7] },
      onlyWhilePending: false,
    },
    // The deadline itself comes from the law: registration before 1 April, a handover before the summer holiday (DOMAIN section 6).
    {
      ...common,
      id: `handover.last-call.${name(role)}`,
      basis: 'DEADLINE',
      kind: 'WARN',
      class: 'LEGAL_DEADLINE',
      timing: { daysBefore: [1] },
      onlyWhilePending: false,
    },
    {
      ...common,
      id: `handover.chase-deadline.${name(role)}`,
      basis: 'DEADLINE',
      kind: 'CHASE',
      class: 'LEGAL_DEADLINE',
      timing: CHASE_STEPS,
      onlyWhilePending: true,
    },
  ];
});

const ofReview = {
  subject: 'CONSENT_REVIEW',
  basis: 'OWN_WORD',
  role: 'STUDENT',
  class: 'NORMAL',
  daysOff: DAYS_OFF.STUDENT,
  onlyWhilePending: true,
} as const;
/** Asked, and a week later once more. Nobody is chased for a consent, and nobody is told that a pupil gave none: silence is an answer too (chosen). */
const reviewRules: readonly ReminderRule[] = [
  { ...ofReview, id: 'consent-review.ask.student', kind: 'WARN', timing: { steps: [0] } },
  { ...ofReview, id: 'consent-review.ask-again.student', kind: 'CHASE', timing: { steps: [2] } },
];

/** Once, a week before, and whatever he chose about mails: it says what becomes of his data (DOMAIN section 7). */
const idleRules: readonly ReminderRule[] = [
  {
    id: 'idle-contact.warn.employer',
    subject: 'IDLE_CONTACT',
    basis: 'GOES_ON',
    role: 'EMPLOYER',
    kind: 'WARN',
    class: 'LEGAL_DEADLINE',
    timing: { daysBefore: [7] },
    daysOff: DAYS_OFF.EMPLOYER,
    onlyWhilePending: false,
  },
];

export const RULES: readonly ReminderRule[] = [
  ...evaluationRules,
  ...escalations('EVALUATION', 'DUE_DAY', 'NORMAL'),
  ...handoverRules,
  ...escalations('HANDOVER', 'CONVERSATION', 'NORMAL'),
  ...escalations('HANDOVER', 'DEADLINE', 'LEGAL_DEADLINE', '-deadline'),
  ...reviewRules,
  ...idleRules,
];

/** What a person sends by hand, outside the schedule: the same way to the same role. */
export interface ManualRule {
  readonly id: string;
  readonly subject: SubjectType;
  readonly role: RecipientRole;
  readonly kind: 'MANUAL';
}
/** A person asks for a reminder now. */
export const manualRuleId = (subject: SubjectType, role: RecipientRole): string => `${subject.toLowerCase()}.now.${name(role)}`;
const manual =
  (subject: SubjectType) =>
  (role: RecipientRole): ManualRule => ({ id: manualRuleId(subject, role), subject, role, kind: 'MANUAL' });

/** Nobody is reminded of the same thing by hand within this time after he was, by whatever rule: a working day and a night to act (chosen). */
export const REMIND_AGAIN_AFTER_MS = 24 * 3_600_000;

/** Everything that a reminder may come from. */
export const ALL_RULES: readonly (ReminderRule | ManualRule)[] = [
  ...RULES,
  ...EVALUATION_ROLES.map(manual('EVALUATION')),
  ...HANDOVER_SIDES.map(manual('HANDOVER')),
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** A rule by its id; undefined for a manual one, or one that a later release dropped. */
export function ruleOf(id: string): ReminderRule | undefined {
  return byId.get(id);
}

const byRole = Map.groupBy(RULES, (rule) => rule.role);
export const rulesFor = (role: RecipientRole): readonly ReminderRule[] => byRole.get(role) ?? [];
