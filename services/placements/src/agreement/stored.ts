import { Schema } from 'mongoose';
import { workingTimeSchema } from '../working-time/stored.ts';

const part = (definition: Record<string, unknown>) => new Schema(definition as never, { _id: false });
const contact = () => part({ name: { type: String, required: true }, email: String, phone: String });
const signature = () =>
  part({
    party: { type: String, required: true },
    signedAt: { type: Date, required: true },
    signerId: { type: String, required: true },
    onPaper: { type: Boolean, required: true },
  });
const evaluationDate = () => part({ moment: { type: String, required: true }, dueOn: { type: String, required: true } });

/** The agreement inside its placement: with one document, the last signature and the new state are one write. */
export const agreementSchema = () =>
  part({
    version: { type: Number, required: true },
    state: { type: String, required: true },
    parties: { type: [String], required: true },
    signatures: { type: [signature()], required: true },
    startsOn: { type: String, required: true },
    endsOn: { type: String, required: true },
    workingTimes: { type: [workingTimeSchema()], required: true },
    schoolName: { type: String, required: true },
    schoolSupervisor: { type: contact(), required: true },
    workplaceSupervisor: { type: contact(), default: null },
    evaluationDates: { type: [evaluationDate()], required: true },
    groundsForEarlyEnd: { type: [String], required: true },
    inForceSince: { type: Date, default: null },
  });

export const amendmentSchema = () =>
  part({
    amendsVersion: { type: Number, required: true },
    state: { type: String, required: true },
    reason: { type: String, default: null },
    startsOn: { type: String, default: null },
    endsOn: { type: String, default: null },
    workingTimes: { type: [workingTimeSchema()], default: null },
    supervisorId: { type: String, default: null },
    schoolSupervisor: { type: contact(), default: null },
    workplaceSupervisorId: { type: String, default: null },
    workplaceSupervisor: { type: contact(), default: null },
    evaluationDates: { type: [evaluationDate()], default: null },
    signatories: { type: [part({ party: { type: String, required: true }, signerId: { type: String, default: null } })], required: true },
    signatures: { type: [signature()], required: true },
    inForceSince: { type: Date, default: null },
  });
