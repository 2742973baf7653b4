import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { operationPolicy, partsOf, type EntityPolicy } from '@servicepunt/shared/policy';
import { isEmployersPerson } from '../delivery/rules.ts';
import type { Notification } from '../schema.generated.ts';
import type { NotificationRow } from './store.ts';

/** Whose inbox it is: a link acts for the person whom it was sent to. Null for systems and services, which have none. */
export function personOf(viewer: Viewer): string | null {
  if (viewer.kind === 'PERSON') return viewer.id;
  return viewer.kind === 'LINK' ? (viewer.onBehalfOf ?? null) : null;
}

const fields: Readonly<Record<Exclude<keyof Notification, '__typename'>, 'row'>> = {
  id: 'row',
  title: 'row',
  text: 'row',
  kind: 'row',
  subjectType: 'row',
  evaluation: 'row',
  handover: 'row',
  placement: 'row',
  student: 'row',
  createdAt: 'row',
  readAt: 'row',
};

/** A company knows its trainee; the pupil and the internship behind him have no id for it (DOMAIN section 7). */
const NOT_FOR_COMPANIES: readonly string[] = ['placement', 'student'];

/** Nobody but the person himself; a link within its own task. No grant of any role reaches another one's inbox. */
export const notificationPolicy: EntityPolicy<NotificationRow, 'read'> = {
  kind: 'entity',
  type: 'Notification',
  fields,
  rows(viewer) {
    const personId = personOf(viewer);
    if (personId === null) return null;
    return viewer.kind === 'LINK' ? { personId, subjectId: { $in: tasksOf(viewer) } } : { personId };
  },
  sees: (viewer, row) => row.personId === personOf(viewer) && (viewer.kind !== 'LINK' || tasksOf(viewer).includes(row.subjectId)),
  maySee: (viewer, row, field) =>
    field in fields && notificationPolicy.sees(viewer, row) && !(isEmployersPerson(row.personId) && NOT_FOR_COMPANIES.includes(field)),
  may: (_action, viewer, row) => notificationPolicy.sees(viewer, row),
};
const tasksOf = (viewer: Viewer) => viewer.grants.flatMap(({ scope }) => (scope.kind === 'TASK' ? [scope.id] : []));

export const inboxParts = partsOf('NotificationPreferences');

export const inboxOperations = operationPolicy({
  Query: { notification: 'signedIn', notifications: 'signedIn', unreadCount: 'signedIn', notificationPreferences: 'signedIn' },
  Mutation: { markNotificationRead: 'signedIn', changeNotificationPreferences: 'signedIn' },
});
