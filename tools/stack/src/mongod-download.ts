import { resolve } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core';
import { downloadFolder } from './mongod.ts';

const folder = downloadFolder(resolve(import.meta.dirname, '../../..'));
console.log(`Downloading mongod from mongodb.com to ${folder} …`);
try {
  console.log(
    `Done: ${await MongoBinary.getPath({ downloadDir: folder })}. "npm start" uses it on a new data folder, "npm run test:mongod" always.`,
  );
} catch (error) {
  console.error(
    `mongod could not be downloaded: ${error instanceof Error ? error.message : String(error)}\nEverything works without it, on the embedded document store.`,
  );
  process.exitCode = 1;
}
