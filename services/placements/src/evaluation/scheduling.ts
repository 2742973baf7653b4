import type { Clock } from '@servicepunt/shared/clock';
import { event, type NewEvent } from '@servicepunt/shared/events/outbox';
import { derivedId, type NewId } from '@servicepunt/shared/ids';
import { isDuplicateKey, ours, type AggregateFields } from '@servicepunt/shared/mongo';
import type { PlacementRow, PlacementStore } from '../placement/store.ts';
import { CURRENT_QUESTION_VERSION } from './questions.ts';
import { evaluatorRoles, OPEN_EVALUATIONS } from './rules.ts';
import { evaluationDates, type EvaluationDate } from './schedule.ts';
import { evaluationEvent, type EvaluationRow, type EvaluationStore } from './store.ts';

type NewRow = Omit<EvaluationRow, keyof AggregateFields> & { _id: string };

/** Two runs give an evaluation the same id, so that a repeat adds nothing. */
export const scheduledId = (placementId: string, moment: string): string => derivedId('evl', placementId, moment);

export function newEvaluation(id: string, placement: PlacementRow, date: EvaluationDate): NewRow {
  const roles = evaluatorRoles(placement.employerId);
  return {
    _id: id,
    placementId: placement._id,
    ...copiesOf(placement),
    studentId: placement.studentId,
    schoolLocationId: placement.schoolLocationId,
    holidayRegion: placement.holidayRegion,
    employerId: placement.employerId,
    moment: date.moment,
    dueOn: date.dueOn,
    state: 'SCHEDULED',
    roles,
    pendingRoles: roles,
    questionVersion: CURRENT_QUESTION_VERSION,
    employerForm: null,
    studentForm: null,
    schoolForm: null,
    conclusion: null,
  };
}

/** What an evaluation copies of its placement and changes with it. */
function copiesOf({ supervisorId, workplaceSupervisorId, disclosureStands }: PlacementRow) {
  return { supervisorId, workplaceSupervisorId, disclosureStands };
}

/** Done by the service itself, in follow-up of a change that somebody made. */
const ACTOR = 'placements';

/** Keeps the evaluations of a placement as its agreement and state want them. Each of these may run twice. */
export function createScheduling(deps: { store: EvaluationStore; placements: PlacementStore; clock: Clock; newId: NewId }) {
  const { store, placements, clock, newId } = deps;

  const withEvent = (row: NewRow, revision: number, entry: NewEvent) => {
    const now = clock.now();
    return { outbox: [event(entry, { at: now, revision, actor: ACTOR, newId })], outboxAt: now, updatedAt: now, revision, _id: row._id };
  };

  async function add(rows: readonly NewRow[], type: 'EvaluationScheduled' | 'EvaluationCompleted'): Promise<void> {
    if (rows.length === 0) return;
    const documents = rows.map((row) => ({
      ...row,
      ...withEvent(row, 1, { type, data: evaluationEvent(row) }),
      createdAt: clock.now(),
      inputHash: null,
    }));
    await store.model.insertMany(documents as never[], { ordered: false }).catch((error: unknown) => {
      // Another run was first.
      if (!isDuplicateKey(error)) throw error;
    });
  }

  async function change(
    row: EvaluationRow,
    fields: Partial<EvaluationRow>,
    type: 'EvaluationChanged' | 'EvaluationCancelled',
  ): Promise<void> {
    const { outbox, ...set } = withEvent(row, row.revision + 1, { type, data: evaluationEvent({ ...row, ...fields }) });
    const written = await store.model.updateOne(
      ours({ _id: row._id, revision: row.revision }) as never,
      { $set: { ...fields, ...set }, $push: { outbox: { $each: outbox } } } as never,
    );
    // Somebody saved a form at the same moment: the follow-up runs again with what stands now.
    if (written.modifiedCount === 0) throw new Error('An evaluation changed meanwhile');
  }

  return {
    /** Adds the evaluations that are missing and moves open ones to their day. */
    async schedule(placement: PlacementRow): Promise<void> {
      const dates = placement.agreement?.evaluationDates ?? evaluationDates(placement);
      const existing = new Map((await store.findOfPlacement(placement._id)).map((row) => [row.moment, row]));
      const missing = dates.filter((date) => !existing.has(date.moment));
      await placements.addEvaluations(
        placement._id,
        missing.map((date) => scheduledId(placement._id, date.moment)),
      );
      const over = new Set(placement.imported?.completedMoments ?? []);
      const rows = missing.map((date) => newEvaluation(scheduledId(placement._id, date.moment), placement, date));
      await add(
        rows.filter((row) => !over.has(row.moment)),
        'EvaluationScheduled',
      );
      await add(
        rows.filter((row) => over.has(row.moment)).map((row) => ({ ...row, state: 'COMPLETED', pendingRoles: [] })),
        'EvaluationCompleted',
      );
      for (const { moment, dueOn } of dates) {
        const row = existing.get(moment);
        if (row?.state === 'SCHEDULED' && row.dueOn !== dueOn) await change(row, { dueOn }, 'EvaluationChanged');
      }
    },

    /** Closes what is left; forms that were submitted stay as they are. */
    async close(placement: PlacementRow): Promise<void> {
      for (const row of await store.findOfPlacement(placement._id))
        if (OPEN_EVALUATIONS.includes(row.state)) await change(row, { state: 'CANCELLED', pendingRoles: [] }, 'EvaluationCancelled');
    },

    /** Brings the copies of the placement in step with it, as it stands now. */
    async sync(placementId: string): Promise<void> {
      const placement = await placements.find(placementId);
      if (placement) await store.note({ placementId }, copiesOf(placement));
    },
  };
}
export type Scheduling = ReturnType<typeof createScheduling>;
