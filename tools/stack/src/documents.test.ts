import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chooseDocuments, databaseUrl, refuseSwitch, rememberedStore } from './documents.ts';
import { downloadFolder } from './mongod.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function program(...path: string[]): string {
  const file = join(root, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

describe('the choice of a document store', () => {
  it('is MONGODB_URL before anything else', () => {
    program('bin', 'mongod');
    const choice = chooseDocuments({ MONGODB_URL: 'mongodb://db:27017/', PATH: join(root, 'bin'), root });
    expect(choice).toEqual({ kind: 'external', url: 'mongodb://db:27017/' });
  });

  it('is then MONGOD_BINARY, a mongod on PATH, a downloaded one, in this order', () => {
    const downloaded = program('.cache/mongod', 'mongod-x64-debian-8.2.6');
    expect(chooseDocuments({ PATH: '/nowhere', root })).toEqual({ kind: 'mongod', binary: downloaded });
    const onPath = program('bin', 'mongod');
    expect(chooseDocuments({ PATH: `/nowhere:${join(root, 'bin')}`, root })).toEqual({ kind: 'mongod', binary: onPath });
    const named = program('elsewhere', 'my-mongod');
    expect(chooseDocuments({ MONGOD_BINARY: named, PATH: join(root, 'bin'), root })).toEqual({ kind: 'mongod', binary: named });
  });

  it('is the embedded store where there is no MongoDB', () => {
    mkdirSync(downloadFolder(root), { recursive: true });
    expect(chooseDocuments({ PATH: '/nowhere', root })).toEqual({ kind: 'embedded' });
  });

  it('does not pass over a MONGOD_BINARY that cannot be run', () => {
    expect(() => chooseDocuments({ MONGOD_BINARY: join(root, 'missing'), PATH: '', root })).toThrow(/MONGOD_BINARY names .*missing/);
  });
});

describe('a data folder that belongs to one store', () => {
  const embedded = rememberedStore({ kind: 'embedded' });
  const mongod = rememberedStore({ kind: 'mongod', binary: '/usr/bin/mongod' });
  const external = rememberedStore({ kind: 'external', url: 'mongodb://me:secret@db:27017/demo?retryWrites=false' });

  it('goes on with the same store, and begins with any', () => {
    for (const store of [embedded, mongod, external]) {
      expect(() => refuseSwitch(undefined, store, '.data')).not.toThrow();
      expect(() => refuseSwitch(store, store, '.data')).not.toThrow();
    }
  });

  it('refuses another one and says how to get the data back', () => {
    expect(() => refuseSwitch(embedded, mongod, '.data')).toThrow(
      /belongs to the embedded document store.*would use a local mongod.*take mongod off PATH/,
    );
    expect(() => refuseSwitch(embedded, external, '.data')).toThrow(/unset MONGODB_URL/);
    expect(() => refuseSwitch(mongod, embedded, '.data')).toThrow(/MONGOD_BINARY/);
    expect(() => refuseSwitch(external, embedded, '.data')).toThrow(/set MONGODB_URL to mongodb:\/\/db:27017\/demo again/);
    expect(() => refuseSwitch(external, rememberedStore({ kind: 'external', url: 'mongodb://other/' }), '.data')).toThrow(
      /MongoDB at mongodb:\/\/other/,
    );
  });

  it('remembers no password', () => {
    expect(JSON.stringify(external)).not.toContain('secret');
  });
});

describe('the URL of one database', () => {
  it.each([
    ['mongodb://127.0.0.1:5/', 'mongodb://127.0.0.1:5/students'],
    ['mongodb://127.0.0.1:5', 'mongodb://127.0.0.1:5/students'],
    ['mongodb://a:1,b:2/?replicaSet=rs', 'mongodb://a:1,b:2/students?replicaSet=rs'],
    ['mongodb+srv://cluster.example/demo', 'mongodb+srv://cluster.example/demo_students'],
    ['mongodb://me:pw@a/demo?w=1', 'mongodb://me:pw@a/demo_students?w=1&authSource=demo'],
    ['mongodb://me:pw@a/demo?authSource=admin', 'mongodb://me:pw@a/demo_students?authSource=admin'],
  ])('%s becomes %s', (url, expected) => {
    expect(databaseUrl(url, 'students')).toBe(expected);
  });

  it('is refused for anything else, without telling it', () => {
    expect(() => databaseUrl('postgres://me:pw@a/', 'students')).toThrow(/^MONGODB_URL must look like/);
  });
});
