import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { flag, port, readConfig, serviceSettings, serviceUrl } from './config.ts';

const settings = z.object({ PORT: port(4000), AUTO_INDEX: flag(true), STUDENTS_URL: serviceUrl, SECRET: z.string().min(20) });

describe('settings', () => {
  it('tell every problem at once, by name, and never the value', () => {
    expect(() => readConfig(settings, { PORT: 'many', SECRET: 'hunter2', STUDENTS_URL: 'ftp://x' })).toThrow(
      /PORT[\s\S]*STUDENTS_URL[\s\S]*SECRET/,
    );
    expect(() => readConfig(settings, { SECRET: 'hunter2' })).not.toThrow(/hunter2/);
  });
  it('say of a number that it has to be one', () => {
    const timing = z.object({ TIMEOUT_MS: z.coerce.number().int() });
    expect(() => readConfig(timing, { TIMEOUT_MS: 'soon' })).toThrow(/TIMEOUT_MS: must be a number$/m);
  });
  it('take their defaults where a variable is absent or empty, and are frozen', () => {
    const config = readConfig(settings, { PORT: '', STUDENTS_URL: 'http://students:4001', SECRET: 'x'.repeat(20) });
    expect(config).toMatchObject({ PORT: 4000, AUTO_INDEX: true });
    expect(Object.isFrozen(config)).toBe(true);
  });
  it('take the several hosts of a replica set, and want the database named', () => {
    const store = z.object({ MONGODB_URL: serviceSettings.MONGODB_URL });
    const MONGODB_URL = 'mongodb://me:pw@db-0:27017,db-1:27017/students?replicaSet=rs';
    expect(readConfig(store, { MONGODB_URL })).toEqual({ MONGODB_URL });
    expect(() => readConfig(store, { MONGODB_URL: 'mongodb://db-0:27017/' })).toThrow(
      /MONGODB_URL: must be a mongodb:\/\/ URL that names the database/,
    );
  });
});
