import mongoose from 'mongoose';
import { clockAt, type Clock } from '@servicepunt/shared/clock';
import { buildIndexes } from '@servicepunt/shared/mongo';
import { testMongoUrl } from '@servicepunt/shared/test-support/stores';

/** A clock that a test sets by hand. */
export interface TestClock extends Clock {
  set(instant: string | Date): void;
  advance(milliseconds: number): void;
}
export function testClock(start: string): TestClock {
  let now = new Date(start);
  return {
    ...clockAt(() => now),
    set: (instant) => (now = new Date(instant)),
    advance: (milliseconds) => (now = new Date(now.getTime() + milliseconds)),
  };
}

/** A connection to a database of its own, with the indexes of the models that `models` makes on it. */
export async function openTestStore<Models>(
  name: string,
  models: (connection: mongoose.Connection) => Models,
): Promise<{ connection: mongoose.Connection; models: Models }> {
  const connection = await mongoose.createConnection(testMongoUrl(name), { autoIndex: false }).asPromise();
  const made = models(connection);
  await buildIndexes(connection);
  return { connection, models: made };
}
