import { join } from 'node:path';
import { fileSource } from '@servicepunt/import/file-source';
import { createGateway, repeated, type Gateway } from '@servicepunt/import/gateway';
import type { Kind } from '@servicepunt/import/headers';
import { importFile, type ImportEvent, type ImportSummary } from '@servicepunt/import/import-file';
import { createLookup } from '@servicepunt/import/lookup';
import { gatewaySender, persistent } from '@servicepunt/import/send';
import { DATA_FOLDER } from './generate.ts';
import { FILE_NAMES, pupilFileName } from './world/files.ts';
import { LOCATIONS } from './world/places.ts';
import { DOMAIN } from './world/schools.ts';

export interface LoadOptions {
  /** GraphQL endpoint of the gateway. */
  readonly endpoint: string;
  /** A token for the person whom the identity provider calls so. */
  readonly tokenFor: (subject: string) => Promise<string>;
  readonly report: (line: string) => void;
  /** Folder with the files; the one of this repository unless told otherwise. */
  readonly folder?: string;
}
export interface Loaded {
  /** Keys of HR systems that were made now; a repeat makes none, since a key is shown once. */
  readonly apiKeys: { readonly vdl?: string };
}

const SERVICE_POINT = `servicepunt@${DOMAIN}`;
const BOARD = `bestuur@${DOMAIN}`;
const coordinatorOf = (locationCode: string) => `coordinator.${locationCode.toLowerCase()}@${DOMAIN}`;
/** The company of the group whose HR system has a key. */
export const VDL_HR_KVK = '00000101';

/**
 * Brings the sample data in through the gateway, as people would: the board the staff, the Servicepunt what is central, each coordinator the pupils of the own location.
 * Repeating it changes nothing. Throws when anything is refused: the sample and the system don't fit each other then.
 */
export async function loadSampleData(options: LoadOptions): Promise<Loaded> {
  const folder = options.folder ?? DATA_FOLDER;
  const gateways: Gateway[] = [];
  const as = (subject: string) => {
    const gateway = createGateway({ endpoint: options.endpoint, token: () => options.tokenFor(subject) });
    gateways.push(gateway);
    return gateway;
  };
  const bringIn = async (gateway: Gateway, kind: Kind, name: string, locationCode?: string): Promise<void> => {
    const refusals: string[] = [];
    const summary = await importFile({
      kind,
      file: await fileSource(join(folder, name)),
      send: persistent(gatewaySender(gateway)),
      report: (event) => remember(event, refusals),
      // Nobody is absent from a sample: only what names records of others has to look them up.
      ...(locationCode === undefined ? { lookup: createLookup(gateway) } : { locationCode }),
    });
    if (summary.problem !== null || summary.refused > 0)
      throw new Error(
        `The sample data in ${name} was not taken: ${[summary.problem, ...refusals.slice(0, 10)].filter((line) => line !== null).join('; ')}`,
      );
    options.report(`${name}: ${outcome(summary)}`);
  };

  try {
    const servicePoint = as(SERVICE_POINT);
    await bringIn(servicePoint, 'locations', FILE_NAMES.locations);
    // The privacy officer among them is appointed by the board alone.
    await bringIn(as(BOARD), 'staff', FILE_NAMES.staff);
    for (const { locationCode } of LOCATIONS)
      await bringIn(as(coordinatorOf(locationCode)), 'students', pupilFileName(locationCode), locationCode);
    await bringIn(servicePoint, 'employers', FILE_NAMES.employers);
    await bringIn(servicePoint, 'contacts', FILE_NAMES.contacts);
    await bringIn(servicePoint, 'offers', FILE_NAMES.offers);
    await bringIn(servicePoint, 'placements', FILE_NAMES.placements);
    await bringIn(servicePoint, 'handovers', FILE_NAMES.handovers);
    const vdl = await createVdlKey(servicePoint);
    return { apiKeys: vdl === null ? {} : { vdl } };
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.close()));
  }
}

function remember(event: ImportEvent, refusals: string[]): void {
  if (event.type === 'refused') refusals.push(`line ${event.line}, ${event.column ?? 'row'}: ${event.reason}`);
}

function outcome({ created, updated, unchanged }: ImportSummary): string {
  return [created > 0 ? `${created} new` : '', updated > 0 ? `${updated} changed` : '', unchanged > 0 ? `${unchanged} known` : '']
    .filter((part) => part !== '')
    .join(', ');
}

const FIND_EMPLOYER = 'query FindEmployer($kvk: String!) { employers(filter: { kvkNumber: $kvk }, first: 1) { nodes { id } } }';
const CREATE_KEY = 'mutation CreateKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { key userErrors { code } } }';

/** A key for the HR system of one VDL company, or null where it was made before. */
async function createVdlKey(gateway: Gateway): Promise<string | null> {
  const { employers } = (await repeated(() => gateway.run(FIND_EMPLOYER, { kvk: VDL_HR_KVK }))) as {
    employers: { nodes: { id: string }[] };
  };
  const employerId = employers.nodes[0]?.id;
  if (employerId === undefined) throw new Error('The sample data does not hold the company whose HR system gets a key.');
  const input = {
    idempotencyKey: 'sample-data-vdl-hr',
    employerId,
    name: 'HR-systeem VDL',
    scopes: ['TRAINEES_READ', 'SCHEDULES_READ', 'EVALUATIONS_READ', 'EVALUATIONS_WRITE', 'OFFERS_WRITE'],
  };
  const { createApiKey } = (await repeated(() => gateway.run(CREATE_KEY, { input }))) as {
    createApiKey: { key: string | null; userErrors: { code: string }[] };
  };
  if (createApiKey.userErrors.length > 0)
    throw new Error(`No API key could be made for the sample: ${createApiKey.userErrors.map(({ code }) => code).join(', ')}`);
  return createApiKey.key;
}
