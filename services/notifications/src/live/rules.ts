import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { RecipientRole } from '../rule/rules.ts';

/**
 * Under which topics a change is told, and which topics a viewer follows. What is told under a topic is visible to all who follow it:
 * that something moved must not tell more than a look at the list would.
 */
export interface ChangedReminder {
  readonly role: RecipientRole;
  readonly subjectId: string;
  readonly studentId: string;
  readonly locationId: string;
  readonly employerId: string | null;
}

const EVERYTHING = 'all';
/** More grants than anybody has; the cursor goes through a header. */
const MOST_TOPICS = 150;

const inboxOf = (personId: string) => `inbox:${personId}`;
const inboxOfTask = (personId: string, taskId: string) => `inbox:${personId}/${taskId}`;
/** Outside the school's staff a party sees the reminders of its own role. */
const toRole = (id: string, role: RecipientRole) => `${id}/${role}`;

export const topicsOfNotification = ({ personId, subjectId }: { readonly personId: string; readonly subjectId: string }): string[] => [
  inboxOf(personId),
  inboxOfTask(personId, subjectId),
];

export function topicsOfReminder({ role, subjectId, studentId, locationId, employerId }: ChangedReminder): string[] {
  return [
    EVERYTHING,
    locationId,
    ...(role === 'STUDENT' ? [toRole(studentId, role)] : []),
    ...(role === 'EMPLOYER' && employerId !== null ? [toRole(employerId, role)] : []),
    ...(role === 'STUDENT' || role === 'EMPLOYER' || role === 'RECEIVING_PARTY' ? [toRole(subjectId, role)] : []),
  ];
}

/**
 * `personId` is whose inbox it is, null for systems. `reminders` is the policy's word: which reminders a viewer may see, as a filter; a topic is
 * such a filter for one of his grants, so that whoever may not see them any more doesn't follow them either.
 */
export function topicsOfViewer(viewer: Viewer, personId: string | null, reminders: (viewer: Viewer) => RowFilter | null): string[] {
  const topics = new Set(viewer.grants.flatMap((grant) => topicsOfFilter(reminders({ ...viewer, grants: [grant] }))));
  if (personId !== null && viewer.kind === 'PERSON') topics.add(inboxOf(personId));
  if (personId !== null && viewer.kind === 'LINK')
    for (const { scope } of viewer.grants) if (scope.kind === 'TASK') topics.add(inboxOfTask(personId, scope.id));
  return [...topics].toSorted().slice(0, MOST_TOPICS);
}

function topicsOfFilter(filter: RowFilter | null): string[] {
  if (!filter) return [];
  const { role, ...place } = filter;
  const ids = Object.values(place);
  if (ids.length === 0) return role === undefined ? [EVERYTHING] : [];
  return ids.flatMap((id) => (typeof id === 'string' ? [typeof role === 'string' ? `${id}/${role}` : id] : []));
}

/** What a topic holds: its number, and the ids of its last changes, the newest last. */
export interface Told {
  readonly number: number;
  readonly changes: readonly string[];
}

/** The changes after a number; `complete` is false when some of them aren't kept any more. */
export function changesAfter({ number, changes }: Told, after: number | undefined): { ids: readonly string[]; complete: boolean } {
  const missed = after === undefined ? Number.NaN : number - after;
  if (!(missed >= 0 && missed <= changes.length)) return { ids: changes, complete: false };
  return { ids: changes.slice(changes.length - missed), complete: true };
}
