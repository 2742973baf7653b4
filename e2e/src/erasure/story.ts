import { until } from '@servicepunt/shared/test-support/subgraph';
import type { Canaries } from '../matrix/canaries.ts';
import type { Client } from '../matrix/world/client.ts';
import { day } from '../matrix/world/days.ts';
import type { Ground } from '../matrix/world/ground.ts';
import { openStories } from '../matrix/world/opening.ts';
import type { Store } from '../matrix/world/store.ts';
import type { RunningStack } from '../support/stack.ts';

export interface Pupil {
  readonly client: Client;
  readonly canaries: Canaries;
  readonly ground: Ground;
  readonly store: Store;
  /** Ids of the pupil and of everything that is about him. */
  readonly ids: {
    readonly student: string;
    readonly placement: string;
    readonly handover: string;
    readonly evaluations: readonly string[];
  };
}

/** A pupil with everything that the system can hold of one, beside others who stay: a canary in each of his texts. */
export async function liveThrough(stack: RunningStack): Promise<Pupil> {
  const { canaries, client, store, ground, placing, handing, coordinator } = await openStories(stack);
  const studentId = ground.pupils.seventeen;
  const changeStudent = async (mutation: string, input: object) =>
    client.act(
      coordinator,
      mutation,
      { id: studentId, revision: await placing.revisionOf('student', studentId), ...input },
      'student { id }',
    );

  await changeStudent('recordShortStay', { shortStay: { setting: 'YOUTH_CARE', startsOn: day(-90), expectedEndOn: day(90) } });
  await changeStudent('recordDevelopmentPlan', { establishedOn: day(-200), lastReviewedOn: day(-100), nextReviewDue: day(100) });
  await client.act(
    ground.as('servicePointWithReason'),
    'openRestrictedAccess',
    { idempotencyKey: placing.idempotencyKey(), studentId, reason: canaries.word('seventeen RestrictedAccess.reason') },
    'restrictedAccess { id }',
  );
  for (const story of ['seventeen', 'eighteen'] as const) await placing.consent(story, 'PLACEMENT');
  const placed = await placing.plan('seventeen', 'A', [1, 2]);
  const others = await placing.plan('eighteen', 'A', [1, 2]);
  const evaluations = await placing.agree('seventeen', placed);
  const othersEvaluations = await placing.agree('eighteen', others);
  await placing.amend('seventeen', placed);
  const handover = await handing.handOver('seventeen', 'HELD');

  const remind = async (subjectId: string) => {
    await until(async () => {
      const { reminders } = await client.ask(coordinator, 'query ($id: ID!) { reminders(filter: { subjectId: $id }) { totalCount } }', {
        id: subjectId,
      });
      return reminders.totalCount > 0;
    }, 'reminders to be planned');
    await client.act(coordinator, 'remindNow', { idempotencyKey: placing.idempotencyKey(), subjectId, early: true }, 'reminders { id }');
  };
  for (const id of [evaluations.MIDTERM, handover.id, othersEvaluations.MIDTERM]) await remind(id);
  await until(
    async () => {
      const rows = await store.rows('notifications', 'dlv');
      const mails = rows.filter(({ channel, status }) => channel === 'MAIL' && status === 'SENT');
      return mails.length >= 6 && rows.every(({ status }) => ['SENT', 'SKIPPED', 'FAILED'].includes(String(status)));
    },
    'the messages to go out',
    30_000,
  );
  const roles = [
    ['EMPLOYER', ground.as('contact')],
    ['STUDENT', ground.as('pupil seventeen')],
    ['SCHOOL', ground.as('guide')],
  ] as const;
  for (const [role, who] of roles) await placing.fillIn(evaluations.START, who, role, 'submit', 'seventeen Evaluation');
  await placing.conclude(evaluations.START, 'seventeen Evaluation', false);
  await changeStudent('recordOutflow', { leftOn: day(-400), destination: 'MBO' });
  await recordAftercare();

  async function recordAftercare(): Promise<void> {
    type Case = { id: string; revision: number; checks: { dueOn: string }[] };
    let open: Case | null = null;
    await until(async () => {
      const { student } = await client.ask(
        coordinator,
        'query ($id: ID!) { student(id: $id) { aftercareCase { id revision checks { dueOn } } } }',
        { id: studentId },
      );
      open = student.aftercareCase as Case | null;
      return open !== null;
    }, 'the aftercare to open');
    const { id, revision, checks } = open as unknown as Case;
    const note = canaries.word('seventeen AftercareCase.checks.note');
    const found = { checkedOn: day(0), stillAtDestination: true, situation: 'EDUCATION', basicQualification: false, note };
    await client.act(coordinator, 'recordOutcomeCheck', { id, revision, dueOn: checks[0]?.dueOn, ...found }, 'aftercareCase { id }');
  }
  return {
    client,
    canaries,
    ground,
    store,
    ids: { student: studentId, placement: placed.id, handover: handover.id, evaluations: Object.values(evaluations) },
  };
}
