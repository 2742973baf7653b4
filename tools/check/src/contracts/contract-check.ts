import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { CALLS } from '@servicepunt/shared/contracts/calls';
import { EVENTS } from '@servicepunt/shared/contracts/events';
import { RELEASED, type CallSample, type EventSample, type JobSample } from './released.ts';
import { readShapes } from './shapes.ts';

type CallTable = Readonly<Record<string, { owner: string; callers: readonly string[]; input: z.ZodType; output: z.ZodType }>>;
type EventTable = Readonly<Record<string, { producer: string; subscribers: readonly string[] }>>;

/** Everything that is compared with the last release. */
export interface Contracts {
  readonly events: EventTable;
  /** Source of `contracts/events.ts`, whose types say what an event carries. */
  readonly eventTypes: string;
  readonly calls: CallTable;
  /** Sources of the files that declare `JobData` and `RingData`. */
  readonly jobTypes: string;
  readonly ringTypes: string;
}
export interface ReleasedSamples {
  readonly events: Readonly<Record<string, EventSample>>;
  readonly calls: Readonly<Record<string, CallSample>>;
  readonly jobs: Readonly<Record<string, JobSample>>;
}

export function currentContracts(root: string): Contracts {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  return {
    events: EVENTS,
    eventTypes: read('shared/src/contracts/events.ts'),
    calls: CALLS as unknown as CallTable,
    jobTypes: read('services/notifications/src/engine/scheduled.ts'),
    ringTypes: read('shared/src/events/doorbell.ts'),
  };
}

export function releasedSamples(root: string): ReleasedSamples {
  const read = (what: string) => {
    const file = join(root, RELEASED, `${what}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : {};
  };
  return { events: read('events'), calls: read('calls'), jobs: read('jobs') } as ReleasedSamples;
}

/**
 * While a release is rolled out, what the last one sends meets this one and the other way round: each sample has to be accepted as it is, and all that is
 * in it has to be sent on. Adding is always possible: an optional field, another type, another call.
 */
export function contractProblems(current: Contracts, released: ReleasedSamples): string[] {
  const eventShapes = readShapes(current.eventTypes);
  const payloads = eventShapes.fieldsOf('EventPayloads');
  const events = Object.entries(released.events).flatMap(([type, { data }]) => {
    const payload = payloads.get(type);
    if (!payload || !(type in current.events)) return [`event ${type} was taken away, and the last release tells it or listens to it`];
    return eventShapes.problems(data, payload.type, `event ${type}`);
  });
  const calls = Object.entries(released.calls).flatMap(([name, { input, output }]) => {
    const call = current.calls[name];
    if (!call) return [`call ${name} was taken away, and the last release makes it`];
    return [...notKept(call.input, input, `call ${name}, input`), ...notKept(call.output, output, `call ${name}, output`)];
  });
  const jobs = Object.entries(released.jobs).flatMap(([queue, { data }]) => {
    const [source, type] = queue.startsWith('events-') ? [current.ringTypes, 'RingData'] : [current.jobTypes, 'JobData'];
    return readShapes(source).interfaceProblems(data, type, `job in ${queue}`);
  });
  return [...events, ...calls, ...jobs];
}

/** What a schema refuses of a sample, or silently drops. */
function notKept(schema: z.ZodType, sample: unknown, what: string): string[] {
  const result = schema.safeParse(sample);
  if (!result.success)
    return result.error.issues.map(({ path, message }) => `${what}: ${path.map(String).join('.') || 'the whole'} is refused: ${message}`);
  return lostFields(sample, result.data).map((path) => `${what}: ${path} was taken away`);
}

function lostFields(sample: unknown, kept: unknown): string[] {
  if (isDeepStrictEqual(sample, kept) || typeof sample !== 'object' || sample === null) return [];
  const after = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
  return Object.entries(sample).flatMap(([name, value]) =>
    name in after ? lostFields(value, after[name]).map((path) => `${name}.${path}`) : [name],
  );
}
