import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import mongoose from 'mongoose';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { createLog } from '@servicepunt/shared/log';
import { workerConnection } from '@servicepunt/shared/redis';
import { databaseUrl } from '../../../tools/stack/src/documents.ts';
import type { RunningStack } from '../support/stack.ts';

/** Everything that a stack keeps, by place: `students.guardians`, `redis`, and each file of the data folder (`documents/data.sqlite`). */
export type Places = ReadonlyMap<string, string>;

/** What left by mail lies with its readers and is out of reach: the local mail catcher stands for their mailboxes. Keys hold no person. */
const ELSEWHERE = ['mails', 'keys'];

/** Reads all stores through their clients and, beside all clients, the files in which they keep it: freed pages and old log entries included. */
export async function readEverything(stack: RunningStack): Promise<Places> {
  const places = new Map<string, string>();
  for (const service of SERVICES) {
    const connection = await mongoose.createConnection(databaseUrl(stack.file.documents.url, service)).asPromise();
    for (const { name } of await connection.listCollections())
      places.set(`${service}.${name}`, JSON.stringify(await connection.collection(name).find().toArray()));
    await connection.close();
  }
  places.set('redis', await readRedis(stack.file.redisUrl));
  for (const folder of readdirSync(stack.folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    if (ELSEWHERE.includes(folder.name)) continue;
    for (const entry of readdirSync(join(stack.folder, folder.name), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      // Bytes as letters: what is text inside a binary file can be found in it.
      places.set(relative(stack.folder, file), readFileSync(file, 'latin1'));
    }
  }
  return places;
}

export const openRedis = (url: string) => workerConnection(url, createLog({ service: 'e2e', level: 'silent' }));

async function readRedis(url: string): Promise<string> {
  const redis = openRedis(url);
  try {
    const keys = await redis.keys('*');
    const values = await Promise.all(
      keys.map(async (key) => {
        switch (await redis.type(key)) {
          case 'string':
            return redis.get(key);
          case 'hash':
            return redis.hgetall(key);
          case 'list':
            return redis.lrange(key, '0', '-1');
          case 'set':
            return redis.smembers(key);
          case 'zset':
            return redis.zrange(key, '0', '-1');
          case 'stream':
            return redis.xrange(key, '-', '+');
          case 'none':
            return null;
          default:
            throw new Error(`${key} is of a kind that this scan can't read`);
        }
      }),
    );
    return JSON.stringify([keys, values]);
  } finally {
    redis.disconnect();
  }
}

/** Where a text stands, whatever its capitals. */
export function placesHolding(places: Places, text: string): string[] {
  const wanted = text.toLowerCase();
  return [...places].flatMap(([place, content]) => (content.toLowerCase().includes(wanted) ? [place] : [])).toSorted();
}
