import cliProgress from 'cli-progress';
import mongoose from 'mongoose';
import { databaseSettings, fieldKeys } from './config.ts';
import type { EncryptedService } from './contracts/restricted-fields.ts';
import { UnreadableField } from './encryption.ts';
import { rotateKeys, type RotationProgress } from './rotate-keys.ts';
import { settingsOrExit } from './settings.ts';

/** What the key rotation of a service reads. */
export const rotationSettings = databaseSettings.extend({ FIELD_KEYS: fieldKeys });

/** What the rotation job of a service does. Exit code 1 when something is left: running it again goes on from there. */
export async function runRotationJob({ process, name }: { process: NodeJS.Process; name: EncryptedService }): Promise<void> {
  const { MONGODB_URL, FIELD_KEYS } = settingsOrExit(rotationSettings, process);
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  const connection = mongoose.createConnection(MONGODB_URL, { autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 5_000 });
  try {
    await connection.asPromise();
    const { changed, left } = await rotateKeys(connection, name, FIELD_KEYS, showProgress(process.stderr));
    tell(`${name}: ${changed} documents written under the key ${FIELD_KEYS.current}, ${left} left`);
    if (left > 0) {
      process.stderr.write('Some were written by others again and again: run this once more.\n');
      process.exitCode = 1;
    } else if (FIELD_KEYS.keys.size > 1)
      tell('Once no process writes with the older key, run this again; when it writes nothing, that key can go.');
  } catch (error) {
    process.stderr.write(
      `The rotation of ${name} stopped: ${error instanceof UnreadableField ? error.code : error instanceof Error ? error.name : 'unknown error'}. Check MONGODB_URL and FIELD_KEYS (every key that is in use must be there) and run this again; it goes on from where it was.\n`,
    );
    process.exitCode = 1;
  } finally {
    await connection.close();
  }
}

/** A bar on a terminal; a line per type elsewhere. */
function showProgress(stream: NodeJS.WriteStream): RotationProgress {
  if (!stream.isTTY) {
    return {
      begin: (type, total, done) => stream.write(`${type}: ${done} of ${total} seen already\n`),
      advance: () => undefined,
      end: () => undefined,
    };
  }
  let bar: cliProgress.SingleBar | null = null;
  return {
    begin(type, total, done) {
      bar = new cliProgress.SingleBar(
        { format: `${type} {bar} {percentage}% | {value} of {total}`, stream },
        cliProgress.Presets.shades_classic,
      );
      bar.start(total, done);
    },
    advance: (documents) => bar?.increment(documents),
    end: () => bar?.stop(),
  };
}
