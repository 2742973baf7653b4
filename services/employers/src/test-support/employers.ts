import type { ApiScope, Viewer } from '@servicepunt/shared/contracts/roles';
import type { Call } from '@servicepunt/shared/service-client';
import { grant, startTestSubgraph, viewer, type Answer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { defineEmployers } from '../app.ts';

export const servicePoint: Viewer = { ...viewer(grant('SERVICE_POINT')), id: 'stf_servicepoint' };
export const coordinator: Viewer = { ...viewer(grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_a' })), id: 'stf_coordinator' };
export const supervisor: Viewer = { ...viewer(grant('SCHOOL_SUPERVISOR', { kind: 'LOCATION', id: 'loc_b' })), id: 'stf_supervisor' };
/** Those who have no business with employers' records; the link of an employer's evaluation reaches that evaluation only. */
export const outsiders: readonly Viewer[] = [
  viewer(grant('STUDENT', { kind: 'STUDENT', id: 'stu_a' })),
  viewer(grant('GUARDIAN', { kind: 'STUDENT', id: 'stu_a' })),
  viewer(grant('RECEIVING_PARTY', { kind: 'TASK', id: 'who_a' })),
  viewer(grant('EMPLOYER_CONTACT', { kind: 'TASK', id: 'evl_a' })),
  viewer(grant('PRIVACY_OFFICER')),
  viewer(grant('OPERATOR')),
  viewer(),
];
export const contactOf = (...employerIds: readonly string[]): Viewer => ({
  ...viewer(...employerIds.map((id) => grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id }))),
  id: 'con_contact',
});
export const systemOf = (employerId: string, ...apiScopes: readonly ApiScope[]): Viewer => ({
  ...viewer(grant('EMPLOYER_SYSTEM', { kind: 'EMPLOYER', id: employerId }, apiScopes)),
  kind: 'SYSTEM',
  id: 'key_system',
});
export const english = (who: Viewer): Viewer => ({ ...who, language: 'en' });

/** Its relay moves events only when a test asks (`eventsOf`), so that commands which a test counts are those of its requests. */
export async function startEmployers(now?: string, callees?: Call): Promise<TestSubgraph> {
  const subgraph = await startTestSubgraph({
    name: 'employers',
    define: defineEmployers,
    ...(now === undefined ? {} : { now }),
    ...(callees ? { callees } : {}),
  });
  await subgraph.relay.stop();
  return subgraph;
}

export const site = {
  establishmentNumber: '000012345678',
  name: 'Hal 4',
  street: 'Dillenburgstraat',
  houseNumber: '27a',
  postcode: '5652 am',
  city: 'Eindhoven',
  labourMarketRegion: 'Zuidoost-Brabant',
};
export const importRow = {
  kvkNumber: '17014545',
  name: 'VDL Bus Modules',
  groupName: 'VDL Groep',
  establishmentNumber: '000012345678',
  siteName: 'Hal 4',
  street: 'Dillenburgstraat',
  houseNumber: '27a',
  postcode: '5652AM',
  city: 'Eindhoven',
  labourMarketRegion: 'Zuidoost-Brabant',
};

/** Runs a mutation of one input and gives its payload; an error of the request itself fails the test. */
export async function run(subgraph: TestSubgraph, who: Viewer, mutation: string, input: object, fields: string) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const answer = await subgraph.query(
    who,
    `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} userErrors { code field message } } }`,
    { input },
  );
  if (answer.data?.[mutation] === null || answer.data?.[mutation] === undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data[mutation] as Answer['data'];
}

let keys = 0;
/** A company with one site, as the Servicepunt registers it. */
export async function registered(subgraph: TestSubgraph, input: object = {}) {
  keys += 1;
  const payload = await run(
    subgraph,
    servicePoint,
    'registerEmployer',
    { idempotencyKey: `key-${keys}`, kvkNumber: String(20_000_000 + keys), name: `Bedrijf ${keys}`, site, ...input },
    'employer { id revision state kvkNumber sites { id } }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.employer as { id: string; revision: number; state: string; kvkNumber: string; sites: { id: string }[] };
}

/** Everything that the service told, oldest first. */
export async function eventsOf(subgraph: TestSubgraph): Promise<{ type: string; actor: string; data: Record<string, unknown> }[]> {
  await subgraph.relay.drain();
  const rows = await subgraph.connection.collection('events').find().sort({ _id: 1 }).toArray();
  return rows.map((row) => ({ type: String(row['type']), actor: String(row['actor']), data: row['data'] as Record<string, unknown> }));
}
