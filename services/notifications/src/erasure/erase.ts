import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import type { Connection } from '@servicepunt/shared/mongo';
import { deleteAll, type Erased, type Erasures } from '@servicepunt/shared/erasure';
import { SUBJECT_QUEUES } from '../engine/lanes.ts';
import type { QueueName, Queues } from '../engine/queues.ts';
import { jobIdOf } from '../engine/scheduled.ts';
import type { SubjectType } from '../rule/rules.ts';

interface Waiting {
  _id: string;
  enqueues: number;
  subjectType?: SubjectType;
}

/** Removes what is about a pupil, or for him and those who were here for him alone: jobs, reminders, messages with their bodies, choices. */
export async function erasePupil(
  connection: Connection,
  queues: Pick<Queues, 'remove'>,
  { studentId, personIds }: { studentId: string; personIds: readonly string[] },
): Promise<Erased[]> {
  const persons = { $in: [...personIds] };
  const aboutPupil = { studentId };
  const find = (collection: string, filter: object) =>
    connection
      .collection<Waiting>(collection)
      .find(filter, { projection: { enqueues: 1, subjectType: 1 } })
      .toArray();
  const remove = (queue: QueueName, rows: readonly Waiting[]) => queues.remove(queue, rows.map(jobIdOf));
  const reminders = await find('reminders', aboutPupil);
  for (const [queue, rows] of Map.groupBy(reminders, ({ subjectType }) => SUBJECT_QUEUES[subjectType ?? 'HANDOVER']))
    await remove(queue, rows);

  // Those who follow the school, or were told of him, keep their topics without what was his: then they are told to read anew.
  const told = { $in: [...reminders, ...(await find('notifications', aboutPupil))].map(({ _id }) => _id) };
  await connection.collection('liveTopics').updateMany({ changes: told }, { $pull: { changes: told } } as never);

  // A digest tells of others too: it loses this pupil's part, and its text, which names them all.
  const digests = { items: { $elemMatch: { studentId } }, personId: { $nin: [...personIds] } };
  const cut = await connection
    .collection('deliveries')
    .updateMany(digests, { $pull: { items: { studentId } }, $set: { body: null } } as never);
  await remove('deliveries', await find('deliveries', { $or: [{ personId: persons }, { items: { $size: 0 } }] }));
  const gone = await deleteAll(connection, 'deliveries', { $or: [{ personId: persons }, { items: { $size: 0 } }] });
  return [
    { collection: 'deliveries', documents: cut.modifiedCount + gone.documents },
    await deleteAll(connection, 'reminders', aboutPupil),
    await deleteAll(connection, 'notifications', { $or: [aboutPupil, { personId: persons }] }),
    await deleteAll(connection, 'subjects', aboutPupil),
    await deleteAll(connection, 'preferences', { _id: persons as never }),
    await deleteAll(connection, 'liveTopics', { $or: topicsOfErased(studentId, personIds) }),
  ];
}

/**
 * What was here for a person alone who has gone: his messages and choices. That he was sent something stays with the pupil whom it was about;
 * to which address doesn't.
 */
export async function forgetPerson(connection: Connection, personId: string): Promise<void> {
  await deleteAll(connection, 'notifications', { personId });
  await deleteAll(connection, 'preferences', { _id: personId as never });
  await connection.collection('deliveries').updateMany({ personId }, { $unset: { sentTo: 1, refusedAddress: 1 } } as never);
}

function topicsOfErased(studentId: string, personIds: readonly string[]): object[] {
  return [studentId, ...personIds.map((id) => `inbox:${id}`)].flatMap((topic) => [
    { _id: topic },
    // All that begin with it and a slash, which `0` follows.
    { _id: { $gte: `${topic}/`, $lt: `${topic}0` } },
  ]);
}

/** Leaves events aside that come late about a pupil who was erased: nothing about him begins anew. */
export function unlessErased(handlers: EventHandlers, erasures: Pick<Erasures, 'isErased'>): EventHandlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([type, handle]) => [
      type,
      async (told: { data: { studentId?: string } }) => {
        if (told.data.studentId !== undefined && (await erasures.isErased(told.data.studentId))) return;
        await (handle as (given: typeof told) => Promise<void>)(told);
      },
    ]),
  );
}
