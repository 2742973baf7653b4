import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import type { Call } from '@servicepunt/shared/service-client';
import type { AftercareActions } from '../aftercare/actions.ts';
import type { EvaluationStore } from '../evaluation/store.ts';
import { OPEN_HANDOVERS } from '../handover/rules.ts';
import type { HandoverStore } from '../handover/store.ts';
import { OPEN_STATES } from '../placement/rules.ts';
import type { PlacementStore } from '../placement/store.ts';

/** What happens here when something happened with a pupil. Each may run twice, and from the beginning of the log. */
export function createHandlers(deps: {
  placements: PlacementStore;
  evaluations: EvaluationStore;
  handovers: HandoverStore;
  aftercare: AftercareActions;
  call: Call;
}): EventHandlers {
  const { placements, evaluations, handovers, aftercare, call } = deps;

  /** What rests on a consent closes at once, and only that; a disclosure on a consent that was given later stands. */
  async function closeWhatRestsOnConsent(studentId: string, at: Date): Promise<void> {
    const rows = await placements.findOfStudent(studentId, { 'disclosure.legalBasis': 'CONSENT', 'disclosure.at': { $lte: at } });
    const ids = rows.map((row) => row._id);
    if (ids.length > 0) {
      await placements.note(
        { _id: { $in: ids }, 'disclosure.legalBasis': 'CONSENT', 'disclosure.at': { $lte: at } },
        { disclosureStands: false },
      );
      await evaluations.note({ placementId: { $in: ids } }, { disclosureStands: false });
    }
    for (const row of await handovers.findOfStudent(studentId, { 'disclosures.legalBasis': 'CONSENT' })) {
      const consents = row.disclosures.filter((disclosure) => disclosure.legalBasis === 'CONSENT');
      if (consents.some((disclosure) => disclosure.at.getTime() > at.getTime())) continue;
      const onlyConsent = consents.length === row.disclosures.length;
      await handovers.note({ _id: row._id }, { consentWithdrawnAt: at, ...(onlyConsent ? { disclosureStands: false } : {}) });
    }
  }

  /**
   * The guide of what is open, and of the aftercare, follows the pupil's own supervisor, unless another one was named. What is over keeps
   * the name of who guided it then; who may read it is the pupil's supervisor of now.
   */
  async function followSupervisor(studentId: string): Promise<void> {
    const [rows, handoverRows, hasCase] = await Promise.all([
      placements.findOfStudent(studentId, {}),
      handovers.findOfStudent(studentId, {}),
      aftercare.hasCase(studentId),
    ]);
    if (rows.length === 0 && handoverRows.length === 0 && !hasCase) return;
    const { student } = await call('students.studentForPlacement', { studentId });
    if (!student) return;
    const { supervisorId } = student;
    if (hasCase) await aftercare.followSupervisor(studentId, supervisorId);
    const ids = rows.filter((row) => row.supervisorFollows && OPEN_STATES.includes(row.state)).map((row) => row._id);
    const handoverIds = handoverRows.filter((row) => row.supervisorFollows && OPEN_HANDOVERS.includes(row.state)).map((row) => row._id);
    if (ids.length > 0) {
      await placements.note({ _id: { $in: ids } }, { supervisorId });
      await evaluations.note({ placementId: { $in: ids } }, { supervisorId });
    }
    if (handoverIds.length > 0) await handovers.note({ _id: { $in: handoverIds } }, { supervisorId });
    const ofOthers = { studentId, pupilSupervisorId: { $ne: supervisorId } };
    await placements.note(ofOthers, { pupilSupervisorId: supervisorId });
    await evaluations.note(ofOthers, { pupilSupervisorId: supervisorId });
    await handovers.note(ofOthers, { pupilSupervisorId: supervisorId });
  }

  return {
    StudentLeft: (told) => aftercare.open(told),
    ConsentWithdrawn: ({ data, at }) => closeWhatRestsOnConsent(data.studentId, at),
    StudentChanged: ({ data }) => followSupervisor(data.studentId),
  };
}
