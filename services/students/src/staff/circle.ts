import type { Role } from '@servicepunt/shared/contracts/roles';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { StaffMemberRow } from './store.ts';

/** What tells who of the staff has to do with a pupil. */
export interface PupilOfCircle {
  readonly _id: string;
  readonly schoolLocationId: string;
  readonly supervisorId: string | null;
  /** Staff who wrote down what the pupil or a guardian said on paper. */
  readonly recordedBy: readonly string[];
}

/** Who guides and coordinates at a location, or did: anybody of them may be named in a placement or handover. */
const MET: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR'];

/** The staff who have to do with any of these pupils, as a filter. */
export function circleFilter(pupils: readonly PupilOfCircle[]): RowFilter {
  const locationIds = [...new Set(pupils.map(({ schoolLocationId }) => schoolLocationId))];
  const named = pupils.flatMap(({ supervisorId, recordedBy }) => [...(supervisorId === null ? [] : [supervisorId]), ...recordedBy]);
  return {
    $or: [{ _id: { $in: [...new Set(named)] } }, { grants: { $elemMatch: { role: { $in: [...MET] }, locationId: { $in: locationIds } } } }],
  };
}

/** Of these pupils the ones with whom this person has to do. */
export function pupilsMetBy({ _id, grants }: Pick<StaffMemberRow, '_id' | 'grants'>, pupils: readonly PupilOfCircle[]): string[] {
  return pupils
    .filter(
      ({ schoolLocationId, supervisorId, recordedBy }) =>
        supervisorId === _id ||
        recordedBy.includes(_id) ||
        grants.some(({ role, locationId }) => MET.includes(role) && locationId === schoolLocationId),
    )
    .map((pupil) => pupil._id);
}
