import mongoose, { type Connection } from 'mongoose';
import { clockAt } from '@servicepunt/shared/clock';
import { newId } from '@servicepunt/shared/ids';
import { ours } from '@servicepunt/shared/mongo';
import { change, create } from '@servicepunt/shared/writes';
import { cancelled, createOwnerStore, personOf, rolesOf, scheduled } from './owner/store.ts';
import type { Stage } from './stage.ts';

/** A day on which reminders fall due at 09:00 in the Netherlands. */
export interface PlayedDay {
  readonly name: string;
  readonly dueAt: Date;
  /** What is due on the day after. */
  readonly dueOn: string;
  /** When the owner told of it: too late for the reminder a week before. */
  readonly toldAt: string;
}
/** The first school day after the change to winter time, and one right after the change to summer time. */
export const DAYS: readonly PlayedDay[] = [
  {
    name: 'October',
    dueAt: new Date('2026-10-26T08:00:00Z'),
    dueOn: '2026-10-27',
    toldAt: '2026-10-21T10:00:00Z',
  },
  {
    name: 'March',
    dueAt: new Date('2027-03-30T07:00:00Z'),
    dueOn: '2027-03-31',
    toldAt: '2027-03-24T10:00:00Z',
  },
];

export interface Subject {
  readonly id: string;
  readonly day: PlayedDay;
  /** Whether it was cancelled before anything of it had gone out. */
  cancelled: boolean;
}

export interface World {
  readonly subjects: Subject[];
  readonly notifications: Connection;
  readonly owner: Connection;
  /** The owner plans subjects that bring `reminders` reminders on this day. */
  plan(day: PlayedDay, reminders: number): Promise<Subject[]>;
  cancel(subjects: readonly Subject[]): Promise<void>;
  /** Closes subjects after everything of them has gone out. */
  finish(subjects: readonly Subject[]): Promise<void>;
  close(): Promise<void>;
}

/** Each third subject is a handover, which reminds two sides. */
const remindersOf = (id: string) => rolesOf(id).length;
export const peopleOf = (subject: Subject): string[] => rolesOf(subject.id).map((role) => personOf(subject.id, role));

export async function createWorld(stage: Stage): Promise<World> {
  const open = async (database: string) => {
    const connection = mongoose.createConnection();
    connection.on('error', () => undefined);
    await connection.openUri(`${stage.mongo.url}/${database}`, { autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 1_000 });
    return connection;
  };
  const owner = await open('placements');
  const notifications = await open('notifications');
  const model = createOwnerStore(owner);
  const subjects: Subject[] = [];
  let count = 0;
  const actor = (at: string) => ({
    viewer: { kind: 'PERSON' as const, id: 'stf_proof', language: 'nl' as const, grants: [] },
    clock: clockAt(() => new Date(at)),
    newId,
  });

  const closeOne = (subject: Subject) =>
    untilDone(async () => {
      const row = await model.findById(subject.id).lean();
      if (row?.open)
        await change(model, actor(stage.now().toISOString()), row, { $set: { open: false } }, [cancelled(subject.id, row.dueOn)]);
    });

  return {
    subjects,
    notifications,
    owner,
    async plan(day, reminders) {
      const planned: Subject[] = [];
      for (let made = 0; made < reminders;) {
        count += 1;
        const id = count % 3 === 0 && reminders - made > 1 ? `who_${count}` : `evl_${count}`;
        made += remindersOf(id);
        planned.push({ id, day, cancelled: false });
      }
      // The owner's write may meet a store that is just away: its client repeats it, as people do. It is idempotent by its id.
      await inPieces(planned, 25, (subject) =>
        untilDone(() =>
          create(
            model,
            actor(day.toldAt),
            { _id: subject.id, type: subject.id.startsWith('who_') ? 'HANDOVER' : 'EVALUATION', dueOn: day.dueOn, open: true },
            () => [scheduled(subject.id, day.dueOn)],
            { input: subject.id },
          ),
        ),
      );
      subjects.push(...planned);
      return planned;
    },
    async cancel(some) {
      for (const subject of some) subject.cancelled = true;
      await inPieces(some, 25, closeOne);
    },
    finish: (some) => inPieces(some, 25, closeOne),
    async close() {
      await Promise.allSettled([owner.close(), notifications.close()]);
    },
  };
}

async function inPieces<Item>(items: readonly Item[], size: number, work: (item: Item) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += size) await Promise.all(items.slice(from, from + size).map(work));
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Repeats what a store that is away refuses. */
export async function untilDone<Result>(work: () => Promise<Result>, withinMs = 90_000): Promise<Result> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(200);
    }
  }
}

/** Waits until something is true; false when it didn't become true in time. */
export async function eventually(condition: () => Promise<boolean> | boolean, withinMs: number, everyMs = 15): Promise<boolean> {
  const end = Date.now() + withinMs;
  for (;;) {
    if (await Promise.resolve(condition()).catch(() => false)) return true;
    if (Date.now() > end) return false;
    await pause(everyMs);
  }
}

/** Counts in the notifications' database, for those who wait for a state. */
export const countIn = (world: World, collection: string, filter: object) =>
  world.notifications.collection(collection).countDocuments(ours(filter) as never);
