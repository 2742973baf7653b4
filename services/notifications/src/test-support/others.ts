import { CALLS, type CallInput, type CallName, type CallOutput } from '@servicepunt/shared/contracts/calls';
import { EVENTS, type EvaluationEvent, type EventPayloads, type EventType, type HandoverEvent } from '@servicepunt/shared/contracts/events';
import type { ServiceName } from '@servicepunt/shared/contracts/roles';
import { ServiceUnavailable, type Call, type PulledEvent, type PullEvents } from '@servicepunt/shared/service-client';
import type { Clock } from '@servicepunt/shared/clock';

type Person = CallOutput<'students.people'>['people'][number];
type Answer = CallOutput<'placements.reminderSubject'>;

/** The other services as the worker meets them: what they answer is checked against the call table, and each can be down. */
export interface Others {
  readonly call: Call;
  readonly pullEvents: PullEvents;
  readonly people: Map<string, Person>;
  /** Staff of a role at a location (`loc_1`), or of the Servicepunt (`''`). */
  readonly staff: Map<string, string[]>;
  readonly down: Set<ServiceName>;
  /** Links that were issued, in order. */
  readonly links: { taskId: string; personId: string; role: string; token: string }[];
  /** What the owner answers for a subject and role; who isn't set isn't needed. */
  answer(subjectId: string, role: string, answer: Partial<Answer> | null): void;
  /** Every question to the owner of a subject. */
  readonly asked: { subjectId: string; role: string }[];
  addPerson(id: string, changes?: Partial<Person>): Person;
  /** Tells an event to the worker, as its producer would. */
  tell<T extends EventType>(type: T, data: EventPayloads[T], revision: number): PulledEvent;
  readonly events: PulledEvent[];
}

export function createOthers(clock: Clock): Others {
  const people = new Map<string, Person>();
  const staff = new Map<string, string[]>();
  const down = new Set<ServiceName>();
  const answers = new Map<string, Partial<Answer> | null>();
  const links: Others['links'] = [];
  const asked: Others['asked'] = [];
  const events: PulledEvent[] = [];

  const answerOf = ({ subjectId, role }: { subjectId: string; role: string }): Answer => {
    asked.push({ subjectId, role });
    const answer = answers.get(`${subjectId} ${role}`) ?? answers.get(`${subjectId} *`);
    const none = { needed: false, reason: 'UNKNOWN', recipientIds: [], fallbackIds: [], studentId: null, facts: {} };
    return answer ? { ...none, needed: true, reason: null, studentId: 'stu_1', ...answer } : none;
  };
  const handlers: { [N in CallName]?: (input: CallInput<N>) => CallOutput<N> } = {
    'students.people': ({ ids }) => ({ people: ids.flatMap((id) => people.get(id) ?? []) }),
    'employers.people': ({ ids }) => ({ people: ids.flatMap((id) => people.get(id) ?? []) }),
    'placements.people': ({ ids }) => ({ people: ids.flatMap((id) => people.get(id) ?? []) }),
    'students.staffOf': ({ locationId, role }) => ({ staffMemberIds: staff.get(`${role} ${locationId ?? ''}`) ?? [] }),
    'placements.reminderSubject': answerOf,
    'students.reminderSubject': answerOf,
    'employers.reminderSubject': answerOf,
    'placements.issueLink': ({ taskId, personId, role }) => {
      const token = `token-${links.length + 1}`;
      links.push({ taskId, personId, role, token });
      return { token, expiresAt: new Date(clock.now().getTime() + 86_400_000).toISOString() };
    },
  };

  return {
    people,
    staff,
    down,
    links,
    asked,
    events,
    answer: (subjectId, role, answer) => void answers.set(`${subjectId} ${role}`, answer),
    addPerson(id, changes = {}) {
      const person = {
        id,
        givenName: `Given-${id}`,
        familyName: `Family-${id}`,
        email: `${id}@mail.example`,
        language: 'nl' as const,
        active: true,
        ...changes,
      };
      people.set(id, person);
      return person;
    },
    call: (async (name: CallName, input: never) => {
      const definition = CALLS[name];
      if (down.has(definition.owner)) throw new ServiceUnavailable(definition.owner, new Error('down in this test'));
      const handler = handlers[name] as ((given: unknown) => unknown) | undefined;
      if (!handler) throw new Error(`${name} is not answered in this test`);
      return definition.output.parse(handler(definition.input.parse(input)));
    }) as Call,
    async pullEvents(producer, after, limit) {
      if (down.has(producer)) throw new ServiceUnavailable(producer, new Error('down in this test'));
      const of = ({ type }: PulledEvent) => (type in EVENTS ? EVENTS[type as EventType].producer : 'placements');
      return events.filter((entry) => of(entry) === producer && entry.number > after).slice(0, limit);
    },
    tell(type, data, revision) {
      const number = events.length + 1;
      const entry = { number, id: `evt_${number}`, type, at: clock.now().toISOString(), revision, actor: 'stf_1', data };
      events.push(entry);
      return entry;
    },
  };
}

export const evaluationEvent = (changes: Partial<EvaluationEvent> = {}): EvaluationEvent => ({
  evaluationId: 'evl_1',
  placementId: 'plc_1',
  studentId: 'stu_1',
  locationId: 'loc_1',
  employerId: 'emp_1',
  holidayRegion: 'ZUID',
  moment: 'MIDTERM',
  dueOn: '2026-11-26',
  pendingRoles: ['EMPLOYER', 'STUDENT', 'SCHOOL'],
  ...changes,
});
export const handoverEvent = (changes: Partial<HandoverEvent> = {}): HandoverEvent => ({
  handoverId: 'who_1',
  studentId: 'stu_1',
  locationId: 'loc_1',
  holidayRegion: 'ZUID',
  target: 'MBO',
  conversationAt: null,
  deadline: '2027-04-01',
  ball: 'SCHOOL',
  state: 'PREPARING',
  ...changes,
});
export const reviewEvent = (studentId = 'stu_1'): EventPayloads['ConsentReviewDue'] => ({
  studentId,
  locationId: 'loc_1',
  holidayRegion: 'ZUID',
});
export const idleEvent = (goesOn: string, personId = 'con_1'): EventPayloads['EmployerContactIdle'] => ({
  personId,
  employerId: 'emp_1',
  companyGroupId: null,
  goesOn,
});
