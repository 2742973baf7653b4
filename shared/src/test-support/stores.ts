import { randomBytes } from 'node:crypto';
import { databaseUrl } from '../../../tools/stack/src/documents.ts';

/** A database of the run's document store that no other test uses; `databaseName` helps a person to recognise it. */
export function testMongoUrl(databaseName: string): string {
  // A counter would begin again in each test file: jest gives every file its own modules, in the same process.
  const unique = randomBytes(6).toString('hex');
  return databaseUrl(provided('TEST_MONGODB', 'document store'), `${databaseName}_${process.env['TEST_RUN']}_${unique}`);
}

/** The run's Redis. Everybody shares it: give queues a name or prefix that only your test uses. */
export function testRedisUrl(): string {
  return provided('TEST_REDIS', 'Redis');
}

function provided(name: string, what: string): string {
  const url = process.env[`${name}_URL`];
  if (url === undefined)
    throw new Error(
      `This test needs the run's ${what}: ${process.env[`${name}_MISSING`] ?? 'the run was started without shared/src/test-support/global-setup.ts'}`,
    );
  return url;
}
