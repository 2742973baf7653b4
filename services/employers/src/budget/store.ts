import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { DEFAULT_LEVEL, type ApproachPurpose, type BudgetLevel } from './rules.ts';

export interface ApproachRow {
  _id: string;
  at: Date;
  /** The calendar day of `at`: what the windows count. */
  day: string;
  staffMemberId: string;
  locationId: string | null;
  purpose: ApproachPurpose;
  /** Fingerprint of the claim's input: the same key with another input is refused. */
  inputHash: string;
}
/** One employer's budget with the approaches of the last twelve months: a document of its own, so that a claim is one write. */
export interface ContactBudgetRow extends AggregateFields {
  employerId: string;
  level: BudgetLevel;
  /** The latest last. */
  approaches: ApproachRow[];
}

/** A budget as it's shown: also one that nobody has changed yet. */
export type BudgetView = Pick<ContactBudgetRow, 'employerId' | 'level' | 'approaches' | 'revision'>;

export const untouchedBudget = (employerId: string): BudgetView => ({ employerId, level: DEFAULT_LEVEL, approaches: [], revision: 0 });
export const useOf = (budget: BudgetView) => ({ level: budget.level, days: budget.approaches.map((approach) => approach.day) });

export function createBudgetStore(connection: Connection) {
  const schema = aggregateSchema<ContactBudgetRow>({
    employerId: { type: String, required: true },
    level: { type: String, required: true },
    approaches: [
      {
        _id: { type: String, required: true },
        at: { type: Date, required: true },
        day: { type: String, required: true },
        staffMemberId: { type: String, required: true },
        locationId: String,
        purpose: { type: String, required: true },
        inputHash: { type: String, required: true },
      },
    ],
  });
  // Serves the budget of an employer, and keeps it to one.
  schema.index({ employerId: 1 }, { unique: true });
  const model = connection.model<ContactBudgetRow>('ContactBudget', schema, 'contactBudgets');

  return {
    model,
    findOfEmployers: (employerIds: readonly string[]) =>
      model.find(ours({ employerId: { $in: [...employerIds] } })).lean<ContactBudgetRow[]>(),
  };
}
export type BudgetStore = ReturnType<typeof createBudgetStore>;
