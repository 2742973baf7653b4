import type { Grant, Language, Viewer } from '@servicepunt/shared/contracts/roles';
import { viewIsOpen, type ChildLink } from '../guardian/rules.ts';
import { grantsInForce, type GrantEntry } from '../staff/rules.ts';

/** A caller whom the gateway knows; a service isn't one. */
export type SignedIn = Viewer & { readonly kind: Exclude<Viewer['kind'], 'SERVICE'> };

interface OwnRecord {
  readonly _id: string;
  readonly language: Language;
}
/** The records of ours that belong to one account. */
export interface OwnRecords {
  readonly staff: (OwnRecord & { readonly grants: readonly GrantEntry[] }) | null;
  readonly students: readonly OwnRecord[];
  readonly guardians: readonly (OwnRecord & { readonly children: readonly ChildLink[] })[];
}

/**
 * The viewer behind an account, with the grants of all of its records; null where there is no record.
 * He acts as staff before pupil before guardian. A guardian's view of a pupil closes on the 18th birthday unless a legal representation stands;
 * a pupil whose record is gone (no birth date) gives no view.
 */
export function viewerOf(
  { staff, students, guardians }: OwnRecords,
  birthDates: ReadonlyMap<string, string>,
  today: string,
): Viewer | null {
  const self = staff ?? students[0] ?? guardians[0];
  if (!self) return null;
  const grants: Grant[] = [
    ...grantsInForce(staff?.grants ?? []).map(({ role, locationId }) => ({
      role,
      scope: locationId === null ? ({ kind: 'ALL' } as const) : ({ kind: 'LOCATION', id: locationId } as const),
    })),
    ...students.map(({ _id }) => ({ role: 'STUDENT', scope: { kind: 'STUDENT', id: _id } }) as const),
    ...guardians.flatMap(({ children }) =>
      children.flatMap((link) => {
        const birthDate = birthDates.get(link.studentId);
        const open = birthDate !== undefined && viewIsOpen(link, birthDate, today);
        return open ? [{ role: 'GUARDIAN', scope: { kind: 'STUDENT', id: link.studentId } } as const] : [];
      }),
    ),
  ];
  const unique = new Map(grants.map((grant) => [JSON.stringify(grant), grant]));
  return { kind: 'PERSON', id: self._id, language: self.language, grants: [...unique.values()] };
}
