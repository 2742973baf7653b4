import type { COLUMNS, Columns, Kind, Values } from './headers.ts';
import type { Lookup } from './lookup.ts';

/** A row as the bulk mutation takes it, with the words of the contract. */
export type Row = Readonly<Record<string, unknown>>;
/** Why a row can't be sent: a column of the table and a reason without the value. */
export class RowProblem {
  readonly column: string;
  readonly reason: string;
  constructor(column: string, reason: string) {
    this.column = column;
    this.reason = reason;
  }
}
export interface RowContext {
  /** The location whose pupils are imported; only for pupils. */
  readonly locationCode: string | undefined;
  readonly lookup: Lookup | undefined;
  /** Whether the file has a column at all: an absent one says nothing, an empty one says that there is nothing. */
  readonly has: (column: string) => boolean;
}

export interface KindDefinition<C extends Columns> {
  /** Mutation of the gateway that takes the rows. */
  readonly mutation: string;
  readonly inputType: string;
  /** What the file is about, for people. */
  readonly label: string;
  /** What makes two rows the same thing. */
  readonly naturalKey: (values: Values<C>) => readonly (string | null)[];
  /** Column that a duplicate is reported at. */
  readonly keyColumn: keyof C & string;
  /** Rules over several cells; the service has the rest. */
  readonly check?: (values: Values<C>, context: RowContext) => RowProblem | null;
  readonly row: (values: Values<C>, context: RowContext) => Row | Promise<Row | RowProblem>;
  /** Column of the table for a field of the row, where the two differ. */
  readonly columnOf?: Readonly<Record<string, keyof C & string>>;
  /** Batches under way at once. One where rows of different batches may change the same record (two sites of one company). */
  readonly inFlight: number;
  /** Rows of one batch, where less than 500: a placement or handover is followed by work in other services before the mutation answers. */
  readonly batchRows?: number;
}

const dates = (values: { startsOn: string; endsOn: string }): RowProblem | null =>
  values.endsOn < values.startsOn ? new RowProblem('endsOn', 'lies before the start') : null;

type StudentValues = Values<(typeof COLUMNS)['students']>;

function guardiansOf(values: StudentValues): Row[] {
  return ([1, 2] as const).flatMap((number) => {
    const familyName = values[`guardian${number}FamilyName`];
    if (familyName === null) return [];
    return [
      {
        givenName: values[`guardian${number}GivenName`],
        familyName,
        email: values[`guardian${number}Email`],
        phone: values[`guardian${number}Phone`],
        subject: values[`guardian${number}Subject`],
        relation: values[`guardian${number}Relation`],
      },
    ];
  });
}

function checkStudent(values: StudentValues, { locationCode }: RowContext): RowProblem | null {
  if (values.locationCode !== null && values.locationCode !== locationCode)
    return new RowProblem('locationCode', 'the pupil belongs to another location than the one that is imported');
  if (values.enrolledOn <= values.birthDate) return new RowProblem('enrolledOn', 'lies before the birth');
  if (values.leftOn !== null && values.leftOn < values.enrolledOn) return new RowProblem('leftOn', 'lies before the enrolment');
  for (const number of [1, 2] as const) {
    const filled = (['GivenName', 'Email', 'Phone', 'Subject', 'Relation'] as const).some(
      (part) => values[`guardian${number}${part}`] !== null,
    );
    if (filled && values[`guardian${number}FamilyName`] === null)
      return { column: `guardian${number}FamilyName`, reason: 'must be filled in for a guardian' };
    if (values[`guardian${number}FamilyName`] !== null && values[`guardian${number}GivenName`] === null)
      return { column: `guardian${number}GivenName`, reason: 'must be filled in for a guardian' };
  }
  return null;
}

type Definitions = { readonly [K in Kind]: KindDefinition<(typeof COLUMNS)[K]> };

export const KIND_DEFINITIONS: Definitions = {
  locations: {
    mutation: 'importSchoolLocations',
    inputType: 'ImportSchoolLocationsInput',
    label: 'school locations',
    naturalKey: (values) => [values.locationCode],
    keyColumn: 'locationCode',
    check: (values) =>
      values.locationCode.startsWith(values.brin) ? null : new RowProblem('locationCode', 'does not begin with the BRIN of the row'),
    row: (values) => ({ ...values }),
    inFlight: 1,
  },
  staff: {
    mutation: 'importStaff',
    inputType: 'ImportStaffInput',
    label: 'staff',
    // A person may stand in the file once per role and location: each row adds a grant.
    naturalKey: (values) => [values.staffNumber, values.role, values.locationCode],
    keyColumn: 'staffNumber',
    check: ({ role, locationCode }) => {
      const central = role === 'SERVICE_POINT' || role === 'PRIVACY_OFFICER' || role === 'OPERATOR';
      if (central && locationCode !== null) return new RowProblem('locationCode', 'must be empty: this role is not bound to a location');
      // A director without a location is the director of the board, whom only the board can bring in.
      return central || role === 'DIRECTOR' || locationCode !== null
        ? null
        : new RowProblem('locationCode', 'must be filled in for this role');
    },
    row: (values) => ({ ...values }),
    inFlight: 1,
  },
  students: {
    mutation: 'importStudents',
    inputType: 'ImportStudentsInput',
    label: 'pupils',
    naturalKey: (values) => [values.schoolPupilNumber],
    keyColumn: 'schoolPupilNumber',
    check: checkStudent,
    row: (values, { has }) => ({
      schoolPupilNumber: values.schoolPupilNumber,
      givenName: values.givenName,
      familyNamePrefix: values.familyNamePrefix,
      familyName: values.familyName,
      birthDate: values.birthDate,
      group: values.group,
      outflowProfile: values.outflowProfile,
      enrolledOn: values.enrolledOn,
      leftOn: values.leftOn,
      email: values.email,
      subject: values.subject,
      language: values.language,
      supervisorStaffNumber: values.supervisorStaffNumber,
      guardians: has('guardian1FamilyName') || has('guardian2FamilyName') ? guardiansOf(values) : null,
    }),
    inFlight: 3,
  },
  employers: {
    mutation: 'importEmployers',
    inputType: 'ImportEmployersInput',
    label: 'employers',
    naturalKey: (values) => [values.kvkNumber, values.establishmentNumber],
    keyColumn: 'establishmentNumber',
    row: (values) => ({ ...values }),
    inFlight: 1,
  },
  contacts: {
    mutation: 'importEmployerContacts',
    inputType: 'ImportEmployerContactsInput',
    label: 'contacts of employers',
    naturalKey: (values) => [values.personNumber],
    keyColumn: 'personNumber',
    check: (values) => {
      if ((values.kvkNumber === null) === (values.groupName === null))
        return new RowProblem('kvkNumber', 'either the KVK number or the group must be filled in, not both');
      if (values.kind === 'WORKPLACE_SUPERVISOR' && values.establishmentNumber === null)
        return new RowProblem('establishmentNumber', 'must be filled in for a workplace supervisor');
      return null;
    },
    row: (values) => ({ ...values }),
    inFlight: 3,
  },
  offers: {
    mutation: 'importOffers',
    inputType: 'ImportOffersInput',
    label: 'placement offers',
    naturalKey: (values) => [values.offerNumber],
    keyColumn: 'offerNumber',
    check: dates,
    row: (values) => ({ ...values }),
    inFlight: 3,
  },
  placements: {
    mutation: 'importPlacements',
    inputType: 'ImportPlacementsInput',
    label: 'placements',
    naturalKey: (values) => [values.placementNumber],
    keyColumn: 'placementNumber',
    check: dates,
    row: async (values, { lookup }) => {
      if (!lookup) throw new Error('Placements name records of other services: sending them takes a lookup.');
      const studentId = await lookup.studentId(values.locationCode, values.schoolPupilNumber);
      if (studentId === null) return new RowProblem('schoolPupilNumber', 'no such pupil at this location');
      const supervisorId = await lookup.staffMemberId(values.supervisorStaffNumber);
      if (supervisorId === null) return new RowProblem('supervisorStaffNumber', 'no such staff member');
      const site = values.kvkNumber === null ? null : await lookup.site(values.kvkNumber, values.establishmentNumber);
      if (values.kvkNumber !== null && site === null) return new RowProblem('establishmentNumber', 'no such site of an employer');
      const offerId = values.offerNumber === null || values.kvkNumber === null ? null : await lookup.offerId(values.offerNumber);
      if (values.offerNumber !== null && offerId === null) return new RowProblem('offerNumber', 'no such offer');
      const workplaceSupervisorId =
        values.workplaceSupervisorNumber === null || values.kvkNumber === null
          ? null
          : await lookup.workplaceSupervisorId(values.kvkNumber, values.workplaceSupervisorNumber);
      if (values.workplaceSupervisorNumber !== null && workplaceSupervisorId === null)
        return new RowProblem('workplaceSupervisorNumber', 'no such workplace supervisor at this employer');
      return {
        placementNumber: values.placementNumber,
        studentId,
        employerId: site?.employerId ?? null,
        siteId: site?.siteId ?? null,
        offerId,
        workplaceSupervisorId,
        supervisorId,
        kind: values.kind,
        rhythm: values.rhythm,
        localName: values.localName,
        startsOn: values.startsOn,
        endsOn: values.endsOn,
        workingTimes: values.workingTimes,
        goals: values.goals ?? [],
        state: values.state,
        completedMoments: values.completedMoments ?? [],
      };
    },
    columnOf: {
      studentId: 'schoolPupilNumber',
      employerId: 'kvkNumber',
      siteId: 'establishmentNumber',
      offerId: 'offerNumber',
      workplaceSupervisorId: 'workplaceSupervisorNumber',
      supervisorId: 'supervisorStaffNumber',
    },
    inFlight: 1,
    batchRows: 50,
  },
  handovers: {
    mutation: 'importHandovers',
    inputType: 'ImportHandoversInput',
    label: 'warm handovers',
    naturalKey: (values) => [values.handoverNumber],
    keyColumn: 'handoverNumber',
    row: async (values, { lookup }) => {
      if (!lookup) throw new Error('Handovers name pupils: sending them takes a lookup.');
      const studentId = await lookup.studentId(values.locationCode, values.schoolPupilNumber);
      if (studentId === null) return new RowProblem('schoolPupilNumber', 'no such pupil at this location');
      return {
        handoverNumber: values.handoverNumber,
        studentId,
        target: values.target,
        partner: {
          name: values.partnerName,
          contactGivenName: values.contactGivenName,
          contactFamilyName: values.contactFamilyName,
          contactEmail: values.contactEmail,
        },
        deadline: values.deadline,
        conversationAt: values.conversationAt,
        state: values.state,
      };
    },
    columnOf: {
      studentId: 'schoolPupilNumber',
      'partner.name': 'partnerName',
      'partner.contactGivenName': 'contactGivenName',
      'partner.contactFamilyName': 'contactFamilyName',
      'partner.contactEmail': 'contactEmail',
    },
    inFlight: 1,
    batchRows: 50,
  },
};
