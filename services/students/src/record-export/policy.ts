import { operationPolicy, partsOf } from '@servicepunt/shared/policy';

export const recordExportParts = partsOf('StudentRecordExport');
/** Whoever asks for his record gets it from the privacy officer. */
export const recordExportOperations = operationPolicy({ Mutation: { exportStudentRecord: ['PRIVACY_OFFICER'] } });
