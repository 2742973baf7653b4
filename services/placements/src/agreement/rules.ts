import type { EvaluationDate } from '../evaluation/schedule.ts';
import type { Commitment, WorkingTime } from '../working-time/schedule.ts';

export type AgreementParty = 'STUDENT' | 'GUARDIAN' | 'SCHOOL' | 'COMPANY';
export type AgreementState = 'TO_BE_SIGNED' | 'IN_FORCE';

export interface AgreementContact {
  name: string;
  email: string | null;
  phone: string | null;
}
export interface Signature {
  party: AgreementParty;
  signedAt: Date;
  /** Who signed or, on paper, who recorded it. */
  signerId: string;
  onPaper: boolean;
}
export interface Agreement extends Commitment {
  version: number;
  state: AgreementState;
  parties: AgreementParty[];
  signatures: Signature[];
  startsOn: string;
  endsOn: string;
  workingTimes: WorkingTime[];
  schoolName: string;
  schoolSupervisor: AgreementContact;
  workplaceSupervisor: AgreementContact | null;
  evaluationDates: EvaluationDate[];
  groundsForEarlyEnd: string[];
  inForceSince: Date | null;
}
export interface Amendment {
  amendsVersion: number;
  state: AgreementState;
  reason: string | null;
  startsOn: string | null;
  endsOn: string | null;
  workingTimes: WorkingTime[] | null;
  supervisorId: string | null;
  schoolSupervisor: AgreementContact | null;
  workplaceSupervisorId: string | null;
  workplaceSupervisor: AgreementContact | null;
  evaluationDates: EvaluationDate[] | null;
  /** The signatories of the version that it amends; `signerId` is null where that party signed on paper. */
  signatories: { party: AgreementParty; signerId: string | null }[];
  signatures: Signature[];
  inForceSince: Date | null;
}

/** Who signs: the pupil, a guardian when the pupil is a minor on the first day, the school, and the company where there is one. */
export function partiesOf(placement: { minorOnStart: boolean; employerId: string | null }): AgreementParty[] {
  return [
    'STUDENT',
    ...(placement.minorOnStart ? (['GUARDIAN'] as const) : []),
    'SCHOOL',
    ...(placement.employerId === null ? [] : (['COMPANY'] as const)),
  ];
}

/** The parties whose signature is missing. */
export function missingParties(parties: readonly AgreementParty[], signatures: readonly Signature[]): AgreementParty[] {
  return parties.filter((party) => !signatures.some((signature) => signature.party === party));
}

/** An amendment is signed by the signatories of the version that it amends, also where it replaces one of them. */
export function signatoriesOf(agreement: Agreement): Amendment['signatories'] {
  return agreement.signatures.map(({ party, signerId, onPaper }) => ({ party, signerId: onPaper ? null : signerId }));
}

export type SigningProblem = 'NOT_A_SIGNATORY' | 'ALREADY_SIGNED';

/** Whether a signature for `party` by `signerId` counts on an amendment. What was signed on paper before is signed on paper again. */
export function amendmentSigningProblem(
  amendment: Amendment,
  signature: { party: AgreementParty; signerId: string; onPaper: boolean },
): SigningProblem | null {
  const signatory = amendment.signatories.find((candidate) => candidate.party === signature.party);
  if (!signatory) return 'NOT_A_SIGNATORY';
  if (amendment.signatures.some((given) => given.party === signature.party)) return 'ALREADY_SIGNED';
  return signature.onPaper || signatory.signerId === signature.signerId ? null : 'NOT_A_SIGNATORY';
}

/** The agreement as it reads with an amendment in force. Its signatories stay: they sign the next amendment too. */
export function amended(agreement: Agreement, amendment: Amendment, at: Date): Agreement {
  return {
    ...agreement,
    version: agreement.version + 1,
    signatures: [...amendment.signatures],
    startsOn: amendment.startsOn ?? agreement.startsOn,
    endsOn: amendment.endsOn ?? agreement.endsOn,
    workingTimes: amendment.workingTimes ?? agreement.workingTimes,
    schoolSupervisor: amendment.schoolSupervisor ?? agreement.schoolSupervisor,
    workplaceSupervisor: amendment.workplaceSupervisor ?? agreement.workplaceSupervisor,
    evaluationDates: amendment.evaluationDates ?? agreement.evaluationDates,
    inForceSince: at,
  };
}

/** What an agreement usually names; a school may write its own. */
export const USUAL_GROUNDS_FOR_EARLY_END: readonly string[] = [
  'De leerling, de school en het bedrijf vinden samen dat de leerdoelen hier niet te halen zijn.',
  'De veiligheid van de leerling of van anderen is in gevaar.',
  'Een partij houdt zich na overleg niet aan de afspraken.',
];
