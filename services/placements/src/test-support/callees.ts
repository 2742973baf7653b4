import { CALLS, type CallInput, type CallName, type CallOutput } from '@servicepunt/shared/contracts/calls';
import { derivedId } from '@servicepunt/shared/ids';
import { ServiceUnavailable, type Call } from '@servicepunt/shared/service-client';

type Pupil = NonNullable<CallOutput<'students.studentForPlacement'>['student']>;

export interface FakeOffer {
  employerId: string;
  siteId: string;
  places: number;
  startsOn: string;
  endsOn: string;
  open: boolean;
  held: Map<string, { confirmed: boolean }>;
}

/** What the other services know, for a test to read and change. */
export interface World {
  pupils: Map<string, Pupil>;
  /** Staff by `role location`, the Servicepunt under `SERVICE_POINT`. */
  staff: Map<string, string[]>;
  /** Pupils whose consent stands. */
  consents: Set<string>;
  disclosures: CallInput<'students.recordDisclosure'>[];
  offers: Map<string, FakeOffer>;
  employers: Map<string, { siteIds: string[]; supervisorIds: string[]; contactIds: string[]; active: boolean }>;
  /** Every call in order; the ones named here fail as if the service were down. */
  calls: CallName[];
  down: Set<CallName>;
  call: Call;
}

/** A birth date as the table of calls tells it. */
export function birthdays(birthDate: string) {
  const turns = (years: number) => Temporal.PlainDate.from(birthDate).add({ years }).toString();
  return { turns14On: turns(14), turns16On: turns(16), turns18On: turns(18), turns23On: turns(23) };
}

export function pupil(studentId: string, birthDate: string, rest: Partial<Pupil> = {}): Pupil {
  return {
    studentId,
    locationId: 'loc_a',
    holidayRegion: 'ZUID',
    profile: 'FURTHER_EDUCATION',
    ...birthdays(birthDate),
    guardianIds: ['grd_1'],
    supervisorId: 'stf_guide',
    leftOn: null,
    ...rest,
  };
}

/** The other services, standing in for themselves: every question and answer is checked against the table of calls, so that no fake can lie about the shape. */
export function fakeWorld(): World {
  const world: World = {
    pupils: new Map(),
    staff: new Map([
      ['COORDINATOR loc_a', ['stf_coordinator']],
      ['SCHOOL_SUPERVISOR loc_a', ['stf_guide', 'stf_other_guide']],
      ['SERVICE_POINT', ['stf_servicepoint']],
    ]),
    consents: new Set(),
    disclosures: [],
    offers: new Map(),
    employers: new Map(),
    calls: [],
    down: new Set(),
    call: (name, input) => {
      world.calls.push(name);
      const definition = CALLS[name];
      if (world.down.has(name)) return Promise.reject(new ServiceUnavailable(definition.owner, new Error('down')));
      const parsed: unknown = definition.input.parse(input);
      const answer = (ANSWERS as Partial<Record<CallName, (world: World, input: never) => unknown>>)[name];
      if (!answer) throw new Error(`The fake world answers no ${name}`);
      return Promise.resolve(definition.output.parse(answer(world, parsed as never)) as CallOutput<typeof name>);
    },
  };
  return world;
}

type Answers = { [N in CallName]?: (world: World, input: CallInput<N>) => CallOutput<N> };
const ANSWERS: Answers = {
  'students.studentForPlacement': ({ pupils }, { studentId }) => ({ student: pupils.get(studentId) ?? null }),
  'students.staffOf': ({ staff }, { locationId, role }) => ({
    staffMemberIds: staff.get(locationId === null ? role : `${role} ${locationId}`) ?? [],
  }),
  'students.recordDisclosure': (world, input) => {
    if (!world.pupils.has(input.studentId)) return { recorded: false, reason: 'UNKNOWN_STUDENT' };
    if (input.legalBasis === 'CONSENT' && !world.consents.has(input.studentId)) return { recorded: false, reason: 'NO_CONSENT' };
    world.disclosures.push(input);
    return { recorded: true, disclosureId: derivedId('dis', input.subjectId, input.legalBasis) };
  },
  'employers.reserveOfferPlace': ({ offers }, { offerId, placementId, startsOn, endsOn }) => {
    const offer = offers.get(offerId);
    if (!offer) return { reserved: false, reason: 'UNKNOWN_OFFER' };
    const own = offer.held.get(placementId);
    if (!offer.open && !own) return { reserved: false, reason: 'OFFER_CLOSED' };
    if (startsOn < offer.startsOn || endsOn > offer.endsOn) return { reserved: false, reason: 'OUTSIDE_PERIOD' };
    if (!own && offer.held.size >= offer.places) return { reserved: false, reason: 'OFFER_FULL' };
    offer.held.set(placementId, own ?? { confirmed: false });
    return { reserved: true, employerId: offer.employerId, siteId: offer.siteId, placesLeft: offer.places - offer.held.size };
  },
  'employers.confirmOfferPlace': ({ offers }, { offerId, placementId }) => {
    const held = offers.get(offerId)?.held.get(placementId);
    if (!held) return { confirmed: false };
    held.confirmed = true;
    return { confirmed: true };
  },
  'employers.releaseOfferPlace': ({ offers }, { offerId, placementId }) => {
    offers.get(offerId)?.held.delete(placementId);
    return { released: true };
  },
  'employers.checkWorkplace': ({ employers }, { employerId, siteId, workplaceSupervisorId }) => {
    const employer = employers.get(employerId);
    if (!employer) return { problem: 'UNKNOWN_EMPLOYER' };
    if (siteId !== null && !employer.siteIds.includes(siteId)) return { problem: 'UNKNOWN_SITE' };
    if (workplaceSupervisorId !== null && !employer.supervisorIds.includes(workplaceSupervisorId))
      return { problem: 'UNKNOWN_WORKPLACE_SUPERVISOR' };
    return { problem: employer.active ? null : 'INACTIVE' };
  },
  'employers.contactsOf': ({ employers }, { employerId, workplaceSupervisorId }) => {
    const employer = employers.get(employerId);
    const contactIds = employer?.contactIds ?? [];
    const supervisorIds = (employer?.supervisorIds ?? []).filter((id) => id === workplaceSupervisorId);
    return { personIds: [...supervisorIds, ...contactIds], contactIds };
  },
};
