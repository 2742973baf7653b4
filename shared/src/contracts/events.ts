import { SERVICES, type ServiceName } from './roles.ts';

/**
 * The table of events: who tells, what it carries (ids, dates and codes only, never a name or a text), who listens.
 * A subscriber ignores types that it doesn't know; a field is never removed or given another meaning.
 */
export interface EventPayloads {
  StudentRegistered: { studentId: string; locationId: string };
  StudentChanged: { studentId: string; locationId: string };
  /** The pupil leaves the school; aftercare starts. `destination` is a HandoverTarget or null. */
  StudentLeft: { studentId: string; locationId: string; leftOn: string; destination: string | null };
  ConsentWithdrawn: { studentId: string; consentId: string };
  /** From this day the pupil's own word counts, and a guardian's consents wait for it. `holidayRegion` decides which school holidays count. */
  ConsentReviewDue: { studentId: string; locationId: string; holidayRegion: string };
  StaffMemberChanged: { staffMemberId: string };
  /** Somebody wrote down why he has to see what is restricted about a pupil; open to him alone until `expiresAt`. */
  RestrictedAccessOpened: { restrictedAccessId: string; studentId: string; expiresAt: string };
  /** Somebody read restricted fields (`Student.shortStay`) of these pupils' records. */
  StudentRecordsRead: ReadEvent;
  /** Everything about a pupil was handed out, to whoever asked for it by right. */
  StudentRecordExported: { recordExportId: string; studentId: string };
  DisclosureRecorded: { disclosureId: string; studentId: string; placementId: string | null };

  EmployerRegistered: { employerId: string };
  EmployerChanged: { employerId: string };
  CompanyGroupRegistered: { companyGroupId: string };
  /** A contact or workplace supervisor was added, changed or made inactive; one of employer and group is null. */
  EmployerPersonAdded: EmployerPersonEvent;
  EmployerPersonChanged: EmployerPersonEvent;
  /** Nothing was heard of a contact for long: he goes on this day, unless something is heard before. */
  EmployerContactIdle: EmployerPersonEvent & { goesOn: string };
  /** A contact has gone: what was here of him alone goes too. */
  EmployerContactRemoved: EmployerPersonEvent;
  EmployerApproached: { approachId: string; employerId: string };
  ContactBudgetChanged: { employerId: string };
  ApiKeyCreated: { apiKeyId: string; employerId: string };
  ApiKeyRevoked: { apiKeyId: string; employerId: string };
  OfferPublished: { offerId: string; employerId: string };
  OfferChanged: { offerId: string; employerId: string };
  OfferPlaceReserved: { offerId: string; employerId: string; placementId: string };
  OfferPlaceReleased: { offerId: string; employerId: string; placementId: string };

  /** Somebody read restricted fields (`WarmHandover.items`) about these pupils. */
  PlacementRecordsRead: ReadEvent;
  /** A pupil's data have to go, from everywhere; `personIds` are the pupil and the guardians who were known for this pupil alone; `reason` is an ErasureReason. */
  StudentErased: { erasureId: string; studentId: string; personIds: string[]; reason?: string };
  PlacementsErased: ErasedEvent;
  NotificationsErased: ErasedEvent;
  PlacementPlanned: PlacementEvent;
  PlacementAgreed: PlacementEvent;
  PlacementChanged: PlacementEvent;
  PlacementEnded: PlacementEvent & { reason: string };
  EvaluationScheduled: EvaluationEvent;
  /** Due day or the roles that still have to fill in their form changed. */
  EvaluationChanged: EvaluationEvent;
  EvaluationCompleted: EvaluationEvent;
  EvaluationCancelled: EvaluationEvent;
  HandoverPlanned: HandoverEvent;
  /** Conversation, deadline or the party that has the ball changed. */
  HandoverChanged: HandoverEvent;
  HandoverConfirmed: HandoverEvent;
  HandoverCancelled: HandoverEvent;
  AftercareOpened: { aftercareCaseId: string; studentId: string; locationId: string; checkDates: string[] };

  ReminderSent: { reminderId: string; subjectId: string; deliveryIds: string[] };
  /** A mail went out to a person; employers count it in the load of a company's people. */
  DeliverySent: {
    deliveryId: string;
    personId: string;
    /** The company of its first reminder; `employerIds` names all of them, and is absent in what an older release told. */
    employerId: string | null;
    employerIds?: string[];
    channel: string;
    reminderIds: string[];
  };
  DeliveryFailed: { deliveryId: string; reminderId: string | null; code: string };
}
export interface EmployerPersonEvent {
  personId: string;
  employerId: string | null;
  companyGroupId: string | null;
}
/** What a service removed: numbers of documents per collection. */
export interface ErasedEvent {
  erasureId: string;
  studentId: string;
  erased: { collection: string; documents: number }[];
  compacted: boolean;
}
export interface ReadEvent {
  subjectIds: string[];
  fields: string[];
  requestId: string;
}
export interface PlacementEvent {
  placementId: string;
  studentId: string;
  locationId: string;
  employerId: string | null;
  startsOn: string;
  endsOn: string;
}
export interface EvaluationEvent {
  evaluationId: string;
  placementId: string;
  studentId: string;
  locationId: string;
  employerId: string | null;
  /** NOORD, MIDDEN or ZUID: decides which school holidays count. */
  holidayRegion: string;
  moment: string;
  dueOn: string;
  /** EMPLOYER, STUDENT, SCHOOL: those whose form isn't submitted yet. */
  pendingRoles: string[];
}
export interface HandoverEvent {
  handoverId: string;
  studentId: string;
  locationId: string;
  holidayRegion: string;
  target: string;
  /** Instant of the planned conversation, null while none is planned. */
  conversationAt: string | null;
  deadline: string;
  /** SCHOOL or RECEIVING_PARTY: who has to do the next step. */
  ball: string;
  state: string;
}

export type EventType = keyof EventPayloads;

export const EVENTS = {
  StudentRegistered: { producer: 'students', subscribers: [] },
  StudentChanged: { producer: 'students', subscribers: ['placements'] },
  StudentLeft: { producer: 'students', subscribers: ['placements'] },
  ConsentWithdrawn: { producer: 'students', subscribers: ['placements'] },
  ConsentReviewDue: { producer: 'students', subscribers: ['notifications'] },
  StaffMemberChanged: { producer: 'students', subscribers: [] },
  RestrictedAccessOpened: { producer: 'students', subscribers: [] },
  StudentErased: { producer: 'students', subscribers: ['students', 'placements', 'notifications'] },
  PlacementsErased: { producer: 'placements', subscribers: ['students'] },
  NotificationsErased: { producer: 'notifications', subscribers: ['students'] },
  StudentRecordsRead: { producer: 'students', subscribers: [] },
  StudentRecordExported: { producer: 'students', subscribers: [] },
  DisclosureRecorded: { producer: 'students', subscribers: [] },
  EmployerRegistered: { producer: 'employers', subscribers: [] },
  EmployerChanged: { producer: 'employers', subscribers: [] },
  CompanyGroupRegistered: { producer: 'employers', subscribers: [] },
  EmployerPersonAdded: { producer: 'employers', subscribers: [] },
  EmployerPersonChanged: { producer: 'employers', subscribers: [] },
  EmployerContactIdle: { producer: 'employers', subscribers: ['notifications'] },
  EmployerContactRemoved: { producer: 'employers', subscribers: ['notifications'] },
  EmployerApproached: { producer: 'employers', subscribers: [] },
  ContactBudgetChanged: { producer: 'employers', subscribers: [] },
  ApiKeyCreated: { producer: 'employers', subscribers: [] },
  ApiKeyRevoked: { producer: 'employers', subscribers: [] },
  OfferPublished: { producer: 'employers', subscribers: [] },
  OfferChanged: { producer: 'employers', subscribers: [] },
  OfferPlaceReserved: { producer: 'employers', subscribers: [] },
  OfferPlaceReleased: { producer: 'employers', subscribers: [] },
  PlacementRecordsRead: { producer: 'placements', subscribers: [] },
  PlacementPlanned: { producer: 'placements', subscribers: ['employers'] },
  PlacementAgreed: { producer: 'placements', subscribers: ['employers'] },
  PlacementChanged: { producer: 'placements', subscribers: ['employers'] },
  PlacementEnded: { producer: 'placements', subscribers: ['employers'] },
  EvaluationScheduled: { producer: 'placements', subscribers: ['notifications'] },
  EvaluationChanged: { producer: 'placements', subscribers: ['notifications'] },
  EvaluationCompleted: { producer: 'placements', subscribers: ['notifications'] },
  EvaluationCancelled: { producer: 'placements', subscribers: ['notifications'] },
  HandoverPlanned: { producer: 'placements', subscribers: ['notifications'] },
  HandoverChanged: { producer: 'placements', subscribers: ['notifications'] },
  HandoverConfirmed: { producer: 'placements', subscribers: ['notifications'] },
  HandoverCancelled: { producer: 'placements', subscribers: ['notifications'] },
  AftercareOpened: { producer: 'placements', subscribers: [] },
  ReminderSent: { producer: 'notifications', subscribers: [] },
  DeliverySent: { producer: 'notifications', subscribers: ['employers'] },
  DeliveryFailed: { producer: 'notifications', subscribers: [] },
} as const satisfies Record<EventType, { producer: ServiceName; subscribers: readonly ServiceName[] }>;

/** Who takes every event of every service, its own included, into the audit trail. */
export const AUDIT_COLLECTOR: ServiceName = 'students';

/** The services whose events `subscriber` handles or collects, in a fixed order. */
export function producersFor(subscriber: ServiceName): ServiceName[] {
  const producers = new Set<ServiceName>(subscriber === AUDIT_COLLECTOR ? SERVICES : []);
  for (const { producer, subscribers } of Object.values(EVENTS)) {
    if ((subscribers as readonly ServiceName[]).includes(subscriber)) producers.add(producer);
  }
  return [...producers].toSorted();
}

/** The services that want to hear of anything `producer` tells. */
export function subscribersOf(producer: ServiceName): ServiceName[] {
  const found = new Set<ServiceName>([AUDIT_COLLECTOR]);
  for (const event of Object.values(EVENTS)) if (event.producer === producer) for (const name of event.subscribers) found.add(name);
  return [...found].toSorted();
}
