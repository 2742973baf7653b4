import { refuse } from '@servicepunt/shared/errors';
import { ours } from '@servicepunt/shared/mongo';
import { forRecord } from '@servicepunt/shared/record-export';
import type { Call } from '@servicepunt/shared/service-client';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { create, idOfCreate } from '@servicepunt/shared/writes';
import type { AuditStore } from '../audit/store.ts';
import type { ConsentStore } from '../consent/store.ts';
import type { DisclosureStore } from '../disclosure/store.ts';
import type { GuardianRow, GuardianStore } from '../guardian/store.ts';
import type { RestrictedAccessStore } from '../restricted-access/store.ts';
import type { ExportStudentRecordInput } from '../schema.generated.ts';
import type { SchoolStore } from '../school/store.ts';
import { studentPolicy } from '../student/policy.ts';
import type { StudentRow, StudentStore } from '../student/store.ts';
import type { RecordExportRow, RecordExportStore } from './store.ts';

/** Counts changes of the document's form that a program which reads it has to know. */
export const RECORD_FORMAT = { format: 'servicepunt-lob/student-record', version: 1 } as const;
/** More than a pupil ever gathers; the newest, if he does. */
const MOST_LINES = 20_000;

export interface RecordExport {
  readonly id: string;
  readonly at: Date;
  readonly document: string;
}

/** The record of one pupil from all services. */
export function createRecordExportActions(deps: {
  readonly recordExports: RecordExportStore;
  readonly students: StudentStore;
  readonly guardians: GuardianStore;
  readonly consents: ConsentStore;
  readonly disclosures: DisclosureStore;
  readonly restrictedAccesses: RestrictedAccessStore;
  readonly schools: Pick<SchoolStore, 'findByIds'>;
  readonly audit: AuditStore;
  readonly call: Call;
}) {
  /** What a guardian's record says about this pupil: who it is and by which right. His own address, and other children, are his. */
  const guardianOf = ({ _id, givenName, familyName, children }: GuardianRow, studentId: string) => ({
    _id,
    givenName,
    familyName,
    children: children.filter((link) => link.studentId === studentId),
  });

  async function ownRecord(student: StudentRow, family: readonly GuardianRow[], own: ReadonlySet<string>) {
    const of = ours({ studentId: student._id });
    const [[location], consents, disclosures, restrictedAccesses, trail] = await Promise.all([
      deps.schools.findByIds([student.schoolLocationId], {}),
      deps.consents.model.find(of).sort({ _id: 1 }).lean(),
      deps.disclosures.model.find(of).sort({ at: 1, _id: 1 }).lean(),
      deps.restrictedAccesses.model.find(of).sort({ _id: 1 }).lean(),
      deps.audit.model
        .find(ours({ subjects: student._id }), { at: 1, action: 1, actor: 1, service: 1, fields: 1 })
        .sort({ at: -1, _id: -1 })
        .limit(MOST_LINES)
        .lean(),
    ]);
    const guardians = family.map((guardian) => guardianOf(guardian, student._id));
    const schoolLocation = location ? { id: location._id, name: location.name, municipality: location.municipality } : null;
    return forRecord({ student, schoolLocation, guardians, consents, disclosures, restrictedAccesses, auditTrail: trail }, own);
  }

  return {
    async exportStudentRecord(context: Context, input: ExportStudentRecordInput): Promise<{ export: RecordExport }> {
      const [student] = await deps.students.findByIds([input.studentId], studentPolicy.rows(context.viewer));
      if (!student) return refuse('NOT_FOUND', 'studentId');
      const studentId = student._id;
      const _id = idOfCreate('exp', context, 'exportStudentRecord', input.idempotencyKey);
      const family = await deps.guardians.findOfStudents([studentId], {});
      const guardianIds = family.map((guardian) => guardian._id);
      const options = { onBehalfOf: context.viewer, requestId: context.requestId, deadline: context.deadline };
      const placements = await deps.call('placements.studentRecord', { studentId, guardianIds }, options);
      const { placementIds, employerIds } = placements;
      const [employers, notifications] = await Promise.all([
        deps.call('employers.studentRecord', { placementIds, employerIds }, options),
        deps.call('notifications.studentRecord', { studentId, guardianIds }, options),
      ]);
      const at = context.clock.now();
      // In the trail before the answer leaves; if it can't be written down, nothing leaves.
      const { row } = await create<RecordExportRow>(
        deps.recordExports.model,
        context,
        { _id, studentId, startedById: context.viewer.id, at },
        () => [{ type: 'StudentRecordExported', data: { recordExportId: _id, studentId } }],
        { input },
      );
      const document = {
        ...RECORD_FORMAT,
        exportId: row._id,
        madeAt: at.toISOString(),
        students: await ownRecord(student, family, new Set([studentId, ...guardianIds])),
        placements: placements.record,
        employers: employers.record,
        notifications: notifications.record,
      };
      return { export: { id: row._id, at, document: JSON.stringify(document, null, 2) } };
    },
  };
}
export type RecordExportActions = ReturnType<typeof createRecordExportActions>;
