import type { Clock } from '@servicepunt/shared/clock';
import { refuse } from '@servicepunt/shared/errors';
import type { Told } from '@servicepunt/shared/events/subscriber';
import { derivedId, type NewId } from '@servicepunt/shared/ids';
import type { Call } from '@servicepunt/shared/service-client';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create } from '@servicepunt/shared/writes';
import { changeSeen } from '../changing.ts';
import { HANDOVER_TARGETS } from '../handover/rules.ts';
import type { RecordOutcomeCheckInput } from '../schema.generated.ts';
import { aftercarePolicy } from './policy.ts';
import { aftercareEndsOn, asDestination, checksFor, type OutcomeCheck } from './rules.ts';
import type { AftercareRow, AftercareStore } from './store.ts';

/** What is done by the service itself, on hearing of an event. */
const SELF = { kind: 'SERVICE', id: 'placements', language: 'nl', grants: [] } as const;

export function createAftercareActions(deps: { store: AftercareStore; call: Call; clock: Clock; newId: NewId }) {
  const { store, call, clock, newId } = deps;
  const actor = { viewer: SELF, clock, newId };

  return {
    /** Opens the case of a pupil who left, or corrects it; hearing the same event again changes nothing. */
    async open({ data }: Pick<Told<'StudentLeft'>, 'data'>): Promise<void> {
      const id = derivedId('aft', data.studentId);
      const destination = asDestination(data.destination, HANDOVER_TARGETS);
      const known = await store.find(id);
      if (known && known.leftOn === data.leftOn && known.destination === destination && known.schoolLocationId === data.locationId) return;
      const { student } = await call('students.studentForPlacement', { studentId: data.studentId });
      const row = {
        _id: id,
        studentId: data.studentId,
        schoolLocationId: data.locationId,
        supervisorId: student?.supervisorId ?? known?.supervisorId ?? null,
        leftOn: data.leftOn,
        destination,
        endsOn: aftercareEndsOn(data.leftOn),
        turns23On: student?.turns23On ?? known?.turns23On ?? null,
        checks: checksFor(data.leftOn, known?.checks),
      };
      const opened = {
        type: 'AftercareOpened',
        data: {
          aftercareCaseId: id,
          studentId: row.studentId,
          locationId: row.schoolLocationId,
          checkDates: row.checks.map((check) => check.dueOn),
        },
      } as const;
      if (!known) await create<AftercareRow>(store.model, actor, row, () => [opened], { input: data.studentId });
      else {
        const { _id, ...fields } = row;
        // A check that is recorded at this moment: the event is heard again.
        if (!(await change(store.model, actor, known, { $set: fields }, [opened]))) throw new Error('An aftercare case changed meanwhile');
      }
    },

    hasCase: async (studentId: string): Promise<boolean> => (await store.find(derivedId('aft', studentId))) !== null,

    /** The guide of a case follows the pupil's own; what students doesn't know changes nothing. */
    followSupervisor: (studentId: string, supervisorId: string | null) => store.noteSupervisor(studentId, supervisorId),

    async recordOutcomeCheck(context: Context, input: RecordOutcomeCheckInput): Promise<{ aftercareCase: AftercareRow }> {
      const row = await store.find(input.id);
      const { viewer } = context;
      if (!row || !aftercarePolicy.sees(viewer, row)) return refuse('NOT_FOUND', 'id');
      if (!aftercarePolicy.may('record', viewer, row)) return refuse('FORBIDDEN', 'id');
      checkRevision(row, input.revision, 'aftercareCase');
      const today = context.clock.today();
      if (input.dueOn > today || !row.checks.some((check) => check.dueOn === input.dueOn)) refuse('CHECK_NOT_DUE', 'dueOn');
      if (input.checkedOn < input.dueOn || input.checkedOn > today) {
        const rule = { nl: 'van de dag van de controle tot en met vandaag', en: 'from the day of the check until today' };
        refuse('INVALID_INPUT', 'checkedOn', { rule });
      }
      const checks = row.checks.map((check): OutcomeCheck =>
        check.dueOn === input.dueOn
          ? {
              dueOn: input.dueOn,
              checkedOn: input.checkedOn,
              stillAtDestination: input.stillAtDestination,
              situation: input.situation,
              basicQualification: input.basicQualification ?? null,
              note: input.note || null,
            }
          : check,
      );
      return { aftercareCase: await changeSeen(store.model, context, row, 'aftercareCase', { fields: { checks } }) };
    },

    checksOf: (context: Context, row: AftercareRow): OutcomeCheck[] =>
      aftercarePolicy.may('readNotes', context.viewer, row) ? row.checks : row.checks.map((check) => ({ ...check, note: null })),
  };
}
export type AftercareActions = ReturnType<typeof createAftercareActions>;
