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

/** An evaluation of an imported placement is over where that administration says so; what it leaves open is to be done. */
function scheduled(placement: PlacementRow, date: EvaluationDate): NewRow {
  const row = newEvaluation(scheduledId(placement._id, date.moment), placement, date);
  const isOver = placement.imported?.completedMoments.includes(date.moment) ?? false;
  return isOver ? { ...row, state: 'COMPLETED', pendingRoles: [] } : row;
}

/** What an evaluation copies of its placement and changes with it. */
function copiesOf({ supervisorId, pupilSupervisorId, workplaceSupervisorId, disclosureStands }: PlacementRow) {
  return { supervisorId, pupilSupervisorId: pupilSupervisorId ?? null, workplaceSupervisorId, disclosureStands };
}

const wantedDates = (placement: PlacementRow): EvaluationDate[] => placement.agreement?.evaluationDates ?? evaluationDates(placement);

/** Done by the service itself, in follow-up of a change that somebody made. */
const ACTOR = 'placements';

/** Keeps the evaluations of placements as their agreements and states want them. Each of these may run twice. */
export function createScheduling(deps: { store: EvaluationStore; placements: PlacementStore; clock: Clock; newId: NewId }) {
  const { store, placements, clock, newId } = deps;

  const outboxOf = (revision: number, entry: NewEvent) => [event(entry, { at: clock.now(), revision, actor: ACTOR, newId })];

  async function add(rows: readonly NewRow[]): Promise<void> {
    if (rows.length === 0) return;
    const now = clock.now();
    const documents = rows.map((row) => {
      const type = row.state === 'COMPLETED' ? 'EvaluationCompleted' : 'EvaluationScheduled';
      const outbox = outboxOf(1, { type, data: evaluationEvent(row) });
      return { ...row, revision: 1, createdAt: now, updatedAt: now, inputHash: null, outbox, outboxAt: now };
    });
    await store.model.insertMany(documents as never[], { ordered: false, lean: true }).catch((error: unknown) => {
      // Another run was first.
      if (!isDuplicateKey(error)) throw error;
    });
  }

  /** Changes rows as they were read. Where somebody saved a form meanwhile, the follow-up runs again with what stands then. */
  async function changeAll(
    changes: readonly { row: EvaluationRow; fields: Partial<EvaluationRow> }[],
    type: 'EvaluationChanged' | 'EvaluationCancelled',
  ): Promise<void> {
    if (changes.length === 0) return;
    const now = clock.now();
    const written = await store.model.bulkWrite(
      changes.map(({ row, fields }) => {
        const revision = row.revision + 1;
        const outbox = outboxOf(revision, { type, data: evaluationEvent({ ...row, ...fields }) });
        const update = { $set: { ...fields, revision, updatedAt: now, outboxAt: now }, $push: { outbox: { $each: outbox } } };
        return { updateOne: { filter: ours({ _id: row._id, revision: row.revision }), update } };
      }) as never,
      { ordered: false },
    );
    if (written.modifiedCount < changes.length) throw new Error('An evaluation changed meanwhile');
  }

  const existingOf = async (rows: readonly PlacementRow[]) =>
    Map.groupBy(await store.findOfPlacements(rows.map((row) => row._id)), (row) => row.placementId);

  /** Brings the copies in step with the placements as they stand now. */
  async function sync(placementIds: readonly string[]): Promise<void> {
    const rows = (await placements.findByIds(placementIds, {})).filter((row) => row.evaluationIds.length > 0);
    if (rows.length === 0) return;
    await store.model.bulkWrite(
      rows.map((row) => ({ updateMany: { filter: ours({ placementId: row._id }), update: { $set: copiesOf(row) } } })) as never,
      { ordered: false },
    );
  }

  return {
    sync,

    /** Adds the evaluations that are missing and moves open ones to their day. */
    async schedule(rows: readonly PlacementRow[]): Promise<void> {
      const existing = await existingOf(rows);
      const known = (placement: PlacementRow, moment: string) => existing.get(placement._id)?.find((row) => row.moment === moment);
      const missing = rows.flatMap((placement) =>
        wantedDates(placement)
          .filter((date) => !known(placement, date.moment))
          .map((date) => scheduled(placement, date)),
      );
      await placements.addEvaluations(missing.map((row) => ({ placementId: row.placementId, evaluationId: row._id })));
      await add(missing);
      const moved = rows.flatMap((placement) =>
        wantedDates(placement).flatMap(({ moment, dueOn }) => {
          const row = known(placement, moment);
          return row?.state === 'SCHEDULED' && row.dueOn !== dueOn ? [{ row, fields: { dueOn } }] : [];
        }),
      );
      await changeAll(moved, 'EvaluationChanged');
      // A consent may have been withdrawn, or a guide replaced, while they were added.
      await sync(rows.map((row) => row._id));
    },

    /** Closes what is left; forms that were submitted stay as they are. */
    async close(rows: readonly PlacementRow[]): Promise<void> {
      const open = [...(await existingOf(rows)).values()].flat().filter((row) => OPEN_EVALUATIONS.includes(row.state));
      await changeAll(
        open.map((row) => ({ row, fields: { state: 'CANCELLED', pendingRoles: [] } })),
        'EvaluationCancelled',
      );
    },
  };
}
export type Scheduling = ReturnType<typeof createScheduling>;
