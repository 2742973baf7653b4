import type { EventType, EventPayloads } from '@servicepunt/shared/contracts/events';
import type { ApiScope, Grant, Viewer } from '@servicepunt/shared/contracts/roles';
import type { RoomDeps } from '@servicepunt/shared/service';
import { grant, startTestSubgraph, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { definePlacements } from '../app.ts';
import { fakeWorld, pupil, type World } from './callees.ts';

/** The day on which these tests play unless they say otherwise: a Tuesday. */
export const TODAY = '2026-11-24';
/** A Monday far enough away for everything to be planned. */
export const START = '2027-02-01';
export const END = '2027-04-23';

const as = (id: string, ...grants: Grant[]): Viewer => ({ ...viewer(...grants), id });
const at = (id: string) => ({ kind: 'LOCATION', id }) as const;
export const servicePoint = as('stf_servicepoint', grant('SERVICE_POINT'));
export const coordinator = as('stf_coordinator', grant('COORDINATOR', at('loc_a')));
export const otherCoordinator = as('stf_elsewhere', grant('COORDINATOR', at('loc_b')));
export const guide = as('stf_guide', grant('SCHOOL_SUPERVISOR', at('loc_a')));
export const otherGuide = as('stf_other_guide', grant('SCHOOL_SUPERVISOR', at('loc_a')));
export const director = as('stf_director', grant('DIRECTOR', at('loc_a')));
export const student = (id: string) => as(id, grant('STUDENT', { kind: 'STUDENT', id }));
export const guardianOf = (id: string) => as('grd_1', grant('GUARDIAN', { kind: 'STUDENT', id }));
export const contactOf = (...employerIds: string[]) =>
  as('con_1', ...employerIds.map((id) => grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id })));
export const systemOf = (employerId: string, ...apiScopes: ApiScope[]): Viewer => ({
  ...as('key_1', grant('EMPLOYER_SYSTEM', { kind: 'EMPLOYER', id: employerId }, apiScopes)),
  kind: 'SYSTEM',
});
export const english = (who: Viewer): Viewer => ({ ...who, language: 'en' });

export interface Placements extends TestSubgraph {
  readonly world: World;
  /** Lets the service hear an event of students. */
  hear<T extends EventType>(type: T, data: EventPayloads[T], when?: string): Promise<void>;
  /** Does what changes left behind and is due, as the service does by itself every few seconds. */
  followUp(): Promise<void>;
  /** The log of events, after everything that waits was moved there. */
  events(): Promise<{ type: string; data: Record<string, unknown> }[]>;
  /** Runs a mutation of one input and gives its payload; an error of the request itself fails the test. */
  run(who: Viewer, mutation: string, input: object, fields: string): Promise<Payload>;
}
// oxlint-disable-next-line typescript/no-explicit-any -- payloads are as free as the documents that ask for them.
export type Payload = { userErrors: { code: string; field: string | null; message: string }[] } & Record<string, any>;

/** The service in a world of two pupils (17 and 15), one company with a site, a guide and a contact, and one offer of two places. */
export async function startPlacements(): Promise<Placements> {
  const world = fakeWorld();
  world.pupils.set('stu_17', pupil('stu_17', '2009-06-15'));
  world.pupils.set('stu_15', pupil('stu_15', '2011-09-20'));
  world.pupils.set('stu_18', pupil('stu_18', '2008-03-01', { guardianIds: [] }));
  world.pupils.set('stu_b', pupil('stu_b', '2009-06-15', { locationId: 'loc_b', supervisorId: 'stf_guide_b' }));
  for (const id of ['stu_17', 'stu_15', 'stu_18', 'stu_b']) world.consents.add(id);
  world.employers.set('emp_vdl', { siteIds: ['sit_1'], supervisorIds: ['wsp_1', 'wsp_2'], contactIds: ['con_1'], active: true });
  world.employers.set('emp_other', { siteIds: ['sit_9'], supervisorIds: ['wsp_9'], contactIds: ['con_9'], active: true });
  world.offers.set('ofr_1', {
    ...{ employerId: 'emp_vdl', siteId: 'sit_1', places: 2, startsOn: '2027-01-01', endsOn: '2027-07-01', open: true },
    held: new Map(),
  });
  let definition: ReturnType<typeof definePlacements> | null = null;
  const subgraph = await startTestSubgraph({
    name: 'placements',
    define: (deps: RoomDeps) => (definition = definePlacements(deps)),
    callees: world.call,
    now: `${TODAY}T10:00:00Z`,
  });
  return {
    ...subgraph,
    world,
    async hear(type, data, when = `${TODAY}T10:00:00Z`) {
      const handler = definition?.handlers?.[type] as ((told: object) => Promise<void>) | undefined;
      if (!handler) throw new Error(`Nobody listens to ${type}`);
      await handler({ type, number: 1, id: 'evt_1', at: new Date(when), revision: 1, actor: 'stf_1', data });
    },
    async followUp() {
      await definition?.followUpDue();
    },
    async events() {
      await subgraph.relay.drain();
      // Readings are events too, told whenever an answer shows what is restricted.
      const changes = { type: { $ne: 'PlacementRecordsRead' } };
      const rows = await subgraph.connection.collection('events').find(changes).sort({ _id: 1 }).toArray();
      return rows as unknown as { type: string; data: Record<string, unknown> }[];
    },
    async run(who, mutation, input, fields) {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
      const { data, errors } = await subgraph.query(
        who,
        `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} userErrors { code field message } } }`,
        { input },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data[mutation] as Payload;
    },
  };
}

let keys = 0;
export const key = (): string => `key ${(keys += 1)}`;

export const WEEKDAYS = [1, 2, 3, 4].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '16:00', breakMinutes: 30 }));

/** A block placement at the company that breaks no rule. */
export const plan = (rest: object = {}): Record<string, unknown> => ({
  idempotencyKey: key(),
  studentId: 'stu_17',
  employerId: 'emp_vdl',
  siteId: 'sit_1',
  workplaceSupervisorId: 'wsp_1',
  kind: 'VOCATIONAL',
  rhythm: 'BLOCK',
  localName: 'Blokstage techniek',
  startsOn: START,
  endsOn: END,
  workingTimes: WEEKDAYS,
  goals: ['Vragen stellen als iets niet duidelijk is'],
  workAdjustments: 'Eén opdracht tegelijk',
  ...rest,
});

export const terms = (rest: object = {}): Record<string, unknown> => ({
  schoolName: 'De Beemden',
  schoolSupervisor: { name: 'Marijke van Dongen', email: 'm.vandongen@beemden.example', phone: '+31402673000' },
  workplaceSupervisor: { name: 'Piet Bakker', email: null, phone: '+31402674000' },
  dangerousWorkExcluded: true,
  ...rest,
});

/** Plans a placement and gives its id and revision; anything refused fails the test. */
export async function planned(placements: Placements, rest: object = {}): Promise<{ id: string; revision: number }> {
  const { placement, userErrors } = await placements.run(coordinator, 'planPlacement', plan(rest), 'placement { id revision }');
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return placement;
}

/** Plans a placement and records its agreement, signed on paper by all. */
export async function agreed(placements: Placements, rest: object = {}, termsRest: object = {}): Promise<{ id: string; revision: number }> {
  const { id, revision } = await planned(placements, rest);
  const parties =
    (rest as { studentId?: string }).studentId === 'stu_18'
      ? ['STUDENT', 'SCHOOL', 'COMPANY']
      : ['STUDENT', 'GUARDIAN', 'SCHOOL', 'COMPANY'];
  const signatures = parties.map((party) => ({ party, signedOn: TODAY }));
  const input = { id, revision, terms: terms(termsRest), signatures };
  const { placement, userErrors } = await placements.run(coordinator, 'agreePlacement', input, 'placement { id revision }');
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return placement;
}
