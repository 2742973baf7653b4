import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CALLS } from '@servicepunt/shared/contracts/calls';
import { EVENTS, subscribersOf } from '@servicepunt/shared/contracts/events';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { contractProblems, currentContracts, releasedSamples, type Contracts, type ReleasedSamples } from './contract-check.ts';

const root = join(__dirname, '../../../..');
const current = currentContracts(root);
const released = releasedSamples(root);

describe('the samples of the last release', () => {
  it('are accepted today', () => {
    expect(contractProblems(current, released)).toEqual([]);
  });

  it('are there for every event that was told, every call and every queue', () => {
    const known = Object.keys(EVENTS).filter((type) => !(type in released.events));
    // What came after that release has no sample yet.
    expect(known.length).toBeLessThan(Object.keys(EVENTS).length / 4);
    expect(Object.keys(CALLS).filter((name) => !(name in released.calls)).length).toBeLessThan(Object.keys(CALLS).length / 5);
    const heard = SERVICES.filter((name) => SERVICES.some((producer) => subscribersOf(producer).includes(name)));
    expect(Object.keys(released.jobs)).toEqual(expect.arrayContaining(heard.map((name) => `events-${name}`)));
  });
});

describe('a change that the last release would not survive is named', () => {
  const left = { type: 'StudentLeft', number: 1, id: 'evt_1', at: '2026-11-24T10:00:00.000Z', revision: 2, actor: 'stf_1' };
  const samples: ReleasedSamples = {
    events: { StudentLeft: { ...left, data: { studentId: 'stu_1', locationId: 'loc_1', leftOn: '2026-07-10', destination: null } } },
    calls: { 'students.people': { input: { ids: ['stf_1'] }, output: { people: [{ id: 'stf_1', email: null }] } } },
    jobs: {
      deliveries: { name: 'look', data: { id: 'dlv_1', revision: 1, counter: 1 } },
      'events-placements': { name: 'ring', data: { producer: 'students', number: 1 } },
    },
  };
  const contracts: Contracts = {
    events: { StudentLeft: { producer: 'students', subscribers: [] } },
    eventTypes:
      'export interface EventPayloads { StudentLeft: { studentId: string; locationId: string; leftOn: string; destination: string | null } }',
    calls: {
      'students.people': {
        owner: 'students',
        callers: [],
        input: z.object({ ids: z.array(z.string()) }),
        output: z.object({ people: z.array(z.object({ id: z.string(), email: z.string().nullable() })) }),
      },
    },
    jobTypes: 'export interface JobData { readonly id: string; readonly revision: number; readonly counter: number }',
    ringTypes: 'export interface RingData { readonly producer: string; readonly number: number }',
  };
  const people = contracts.calls['students.people'];
  if (!people) throw new Error('no call');
  const withPeople = (change: Partial<typeof people>) => ({ calls: { 'students.people': { ...people, ...change } } });
  const types = (from: string | RegExp, to: string) => ({ eventTypes: contracts.eventTypes.replace(from, to) });

  it('while nothing was changed, or an optional field, a type or a call was added', () => {
    expect(contractProblems(contracts, samples)).toEqual([]);
    const more = types('leftOn: string;', 'leftOn: string; note?: string;');
    expect(contractProblems({ ...contracts, ...more }, samples)).toEqual([]);
    const output = z.object({ people: z.array(z.object({ id: z.string(), email: z.string().nullable(), phone: z.string().optional() })) });
    expect(contractProblems({ ...contracts, ...withPeople({ output }) }, samples)).toEqual([]);
  });

  it.each<[string, Partial<Contracts>, string]>([
    ['a field of an event was taken away', types(' leftOn: string;', ''), 'event StudentLeft.leftOn was taken away'],
    [
      'a field of an event has another type',
      types('leftOn: string', 'leftOn: number'),
      'event StudentLeft.leftOn is string and now has to be number',
    ],
    [
      'a field may not be null any more',
      types('string | null', 'string'),
      'event StudentLeft.destination is null and now has to be string',
    ],
    [
      'an event demands a new field',
      types('leftOn: string;', 'leftOn: string; reason: string;'),
      "event StudentLeft.reason is demanded, and the last release doesn't send it: make it optional for a release",
    ],
    ['a type of event was taken away', { events: {} }, 'event StudentLeft was taken away, and the last release tells it or listens to it'],
    ['a call was taken away', { calls: {} }, 'call students.people was taken away, and the last release makes it'],
    [
      'a call demands a new input',
      withPeople({ input: z.object({ ids: z.array(z.string()), why: z.string() }) }),
      'call students.people, input: why is refused: Invalid input: expected string, received undefined',
    ],
    ['a call ignores an input', withPeople({ input: z.object({}) }), 'call students.people, input: ids was taken away'],
    [
      'an answer lacks a field',
      withPeople({ output: z.object({ people: z.array(z.object({ id: z.string() })) }) }),
      'call students.people, output: people.0.email was taken away',
    ],
    [
      'a job carries less',
      { jobTypes: contracts.jobTypes.replace('readonly counter: number', '') },
      'job in deliveries.counter was taken away',
    ],
    [
      'a job demands more',
      { ringTypes: contracts.ringTypes.replace('number: number', 'number: number; readonly at: string') },
      "job in events-placements.at is demanded, and the last release doesn't send it: make it optional for a release",
    ],
  ])('%s', (_name, change, message) => {
    expect(contractProblems({ ...contracts, ...change }, samples)).toEqual([message]);
  });
});
