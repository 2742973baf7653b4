import { fullFamilyName } from '../student/rules.ts';

/** What placements tells of a trainee; the decision is made on this answer, never on a copy. */
export interface TraineeRepresentation {
  readonly id: string;
  readonly studentKey?: string | null;
  readonly disclosureBasis?: string | null;
  readonly agreementInForce?: boolean | null;
}

/** A trainee has the unique part of its placement's id. */
export const placementIdOf = (traineeId: string): string => traineeId.replace(/^trn_/, 'plc_');

/** The pupil whose name is asked for: none without a disclosure that stands (DOMAIN section 7). */
export function statedStudent({ studentKey, disclosureBasis }: TraineeRepresentation): string | null {
  return studentKey && disclosureBasis ? studentKey : null;
}

/** The family name is shown once an agreement is in force. */
export function shownFamilyName(
  { agreementInForce }: TraineeRepresentation,
  student: { familyNamePrefix: string | null; familyName: string },
): string | null {
  return agreementInForce === true ? fullFamilyName(student) : null;
}

export interface EmergencyContact {
  readonly name: string;
  readonly relation: string | null;
  readonly phone: string;
}

/** The first guardian who can be called. */
export function emergencyContactOf(
  guardians: readonly {
    readonly guardian: { readonly givenName: string; readonly familyName: string; readonly phone: string | null };
    readonly link: { readonly relation: string | null };
  }[],
): EmergencyContact | null {
  for (const { guardian, link } of guardians) {
    if (guardian.phone !== null)
      return { name: `${guardian.givenName} ${guardian.familyName}`, relation: link.relation, phone: guardian.phone };
  }
  return null;
}
