import { GatewayRefusal, GatewayUnavailable, type Gateway } from './gateway.ts';

/** Finds the ids of records by the numbers that a file knows them by. What was found is remembered. */
export interface Lookup {
  studentId(locationCode: string, schoolPupilNumber: string): Promise<string | null>;
  staffMemberId(staffNumber: string): Promise<string | null>;
  /** A company's site; without an establishment number its only site, else none. */
  site(kvkNumber: string, establishmentNumber: string | null): Promise<{ employerId: string; siteId: string | null } | null>;
  offerId(offerNumber: string): Promise<string | null>;
  workplaceSupervisorId(employerId: string, personNumber: string): Promise<string | null>;
  /** Numbers of all pupils who are at a location now. */
  pupilNumbers(locationCode: string): AsyncGenerator<string>;
}
export function createLookup(_gateway: Gateway): Lookup {
  throw new GatewayRefusal('', String(GatewayUnavailable));
}
