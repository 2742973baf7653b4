import { COLUMNS } from '@servicepunt/import/headers';
import { OWN_FORMAT, writeCsv, type Format } from '../write-csv.ts';
import { createCompanies, createContacts, createOffers } from './companies.ts';
import { createHandovers, LEAVERS } from './handovers.ts';
import { createPlacements } from './placements.ts';
import { LOCATIONS } from './places.ts';
import { createPupils, createStaff, locationRows } from './schools.ts';

/** Administrations differ; what the six of ours export stands for what is met outside. */
const PUPIL_FORMATS: readonly Format[] = [
  { delimiter: ';', encoding: 'utf-8', bom: true, spelling: 0 },
  { delimiter: ',', encoding: 'utf-8', bom: false, spelling: 1 },
  { delimiter: ';', encoding: 'windows-1252', bom: false, spelling: 0 },
  { delimiter: ';', encoding: 'utf-16le', bom: true, spelling: 0 },
  { delimiter: ',', encoding: 'windows-1252', bom: false, spelling: 1 },
  { delimiter: ';', encoding: 'utf-8', bom: false, spelling: 1 },
];

export const pupilFileName = (locationCode: string): string => `leerlingen-${locationCode}.csv`;
export const FILE_NAMES = {
  locations: 'vestigingen.csv',
  staff: 'medewerkers.csv',
  employers: 'werkgevers.csv',
  contacts: 'contactpersonen.csv',
  offers: 'stageplaatsen.csv',
  placements: 'stages.csv',
  handovers: 'overdrachten.csv',
} as const;

/** All files of the sample by their names. The same on every machine, every time. */
export function createFiles(): Map<string, Buffer> {
  const staff = createStaff();
  const pupils = LOCATIONS.map((location, index) =>
    createPupils(location, staff.supervisors.get(location.locationCode) ?? [], leaversOf(index)),
  );
  const { companies, rows: employers } = createCompanies();
  const contacts = createContacts(companies);
  const { offers, rows: offerRows } = createOffers(companies);
  const placements = createPlacements(pupils.flat(), companies, offers);
  const handovers = createHandovers(pupils.flat());
  return new Map<string, Buffer>([
    [FILE_NAMES.locations, writeCsv(COLUMNS.locations, locationRows())],
    [FILE_NAMES.staff, writeCsv(COLUMNS.staff, staff.rows)],
    ...LOCATIONS.map(
      ({ locationCode }, index) =>
        [
          pupilFileName(locationCode),
          writeCsv(
            COLUMNS.students,
            (pupils[index] ?? []).map(({ cells }) => cells),
            PUPIL_FORMATS[index] ?? OWN_FORMAT,
          ),
        ] as const,
    ),
    [FILE_NAMES.employers, writeCsv(COLUMNS.employers, employers)],
    [FILE_NAMES.contacts, writeCsv(COLUMNS.contacts, contacts)],
    [FILE_NAMES.offers, writeCsv(COLUMNS.offers, offerRows)],
    [FILE_NAMES.placements, writeCsv(COLUMNS.placements, placements)],
    [FILE_NAMES.handovers, writeCsv(COLUMNS.handovers, handovers)],
  ]);
}

/** Eight leavers over six locations: the first two have two. */
const leaversOf = (index: number): number => Math.floor(LEAVERS / LOCATIONS.length) + (index < LEAVERS % LOCATIONS.length ? 1 : 0);
