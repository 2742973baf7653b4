import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readCsv } from '@servicepunt/import/csv';
import { decode, detectEncoding, type Source } from '@servicepunt/import/encoding';
import { fileSource } from '@servicepunt/import/file-source';
import type { COLUMNS, Kind, Values } from '@servicepunt/import/headers';
import { importFile } from '@servicepunt/import/import-file';
import { openRows } from '@servicepunt/import/rows';
import { containsNationalNumber } from '@servicepunt/shared/contracts/free-text';
import { checkWorkingTimes, scheduleFaults } from '../../../services/placements/src/working-time/rules.ts';
import { DATA_FOLDER, generateLarge } from './generate.ts';
import { HANDOVER_STATES } from './world/handovers.ts';
import { createFiles, FILE_NAMES, pupilFileName } from './world/files.ts';
import { PLACEMENT_STATES } from './world/placements.ts';
import { LOCATIONS } from './world/places.ts';
import { REFERENCE_DAY } from './world/schools.ts';

async function read<K extends Kind>(kind: K, name: string): Promise<Values<(typeof COLUMNS)[K]>[]> {
  const { rows } = await openRows(kind, await fileSource(join(DATA_FOLDER, name)));
  const all = await Array.fromAsync(rows);
  return all.map((row) => {
    if ('reason' in row) throw new Error(`${name}, line ${row.line}, ${row.heading}: ${row.reason}`);
    return row.values;
  });
}
const counted = <T>(values: readonly T[]) =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
const ageOn = (birthDate: string, day: string) => Temporal.PlainDate.from(birthDate).until(day, { largestUnit: 'years' }).years;

describe('the files of the sample', () => {
  it('are what the generator writes, byte for byte', async () => {
    const files = createFiles();
    expect((await readdir(DATA_FOLDER)).toSorted()).toEqual([...files.keys()].toSorted());
    for (const [name, content] of files) expect([name, (await readFile(join(DATA_FOLDER, name))).equals(content)]).toEqual([name, true]);
  });

  it('hold nothing that may be a citizen service number, in whatever column', async () => {
    for (const name of createFiles().keys()) {
      const source: Source = await fileSource(join(DATA_FOLDER, name));
      for await (const row of readCsv(decode(source, await detectEncoding(source)))) {
        if (!('cells' in row)) throw new Error(`${name}: ${row.reason}`);
        expect(row.cells.filter((cell) => containsNationalNumber(cell))).toEqual([]);
      }
    }
  });

  it.each(Object.entries(FILE_NAMES) as [Kind, string][])('pass the import without a refusal: %s', async (kind, name) => {
    const events: unknown[] = [];
    const summary = await importFile({
      kind,
      file: await fileSource(join(DATA_FOLDER, name)),
      send: null,
      report: (event) => event.type !== 'progress' && events.push(event),
    });
    expect(events).toEqual([]);
    expect(summary).toMatchObject({ refused: 0, problem: null });
  });

  it.each(LOCATIONS.map(({ locationCode }) => locationCode))('pass the import without a refusal: pupils of %s', async (locationCode) => {
    const events: unknown[] = [];
    const file = await fileSource(join(DATA_FOLDER, pupilFileName(locationCode)));
    expect(
      await importFile({
        kind: 'students',
        file,
        locationCode,
        send: null,
        report: (event) => event.type !== 'progress' && events.push(event),
      }),
    ).toMatchObject({ rows: 40, refused: 0 });
    expect(events).toEqual([]);
  });

  it('hold only addresses that lead nowhere and telephone numbers that nobody has', async () => {
    const people = [...(await read('staff', FILE_NAMES.staff)), ...(await read('contacts', FILE_NAMES.contacts))];
    for (const { email, phone } of people) {
      expect(email).toMatch(/\.example$/);
      expect(phone).toMatch(/^\+31600\d{6}$/);
    }
  });
});

describe('the world of the sample', () => {
  let pupils: Values<(typeof COLUMNS)['students']>[];
  let placements: Values<(typeof COLUMNS)['placements']>[];
  beforeAll(async () => {
    pupils = (await Promise.all(LOCATIONS.map(({ locationCode }) => read('students', pupilFileName(locationCode))))).flat();
    placements = await read('placements', FILE_NAMES.placements);
  });
  const keyOf = (row: { locationCode: string | null; schoolPupilNumber: string }) => `${row.locationCode} ${row.schoolPupilNumber}`;

  it('has six locations in all three holiday regions, each with a director, coordinators and four supervisors', async () => {
    const locations = await read('locations', FILE_NAMES.locations);
    expect(locations).toHaveLength(6);
    expect(new Set(locations.map(({ holidayRegion }) => holidayRegion))).toEqual(new Set(['NOORD', 'MIDDEN', 'ZUID']));
    const staff = await read('staff', FILE_NAMES.staff);
    for (const { locationCode } of locations) {
      const roles = counted(staff.filter((member) => member.locationCode === locationCode).map(({ role }) => role));
      expect(roles).toEqual({ DIRECTOR: 1, COORDINATOR: expect.any(Number), SCHOOL_SUPERVISOR: 4 });
      expect([1, 2]).toContain(roles['COORDINATOR']);
    }
    expect(counted(staff.filter((member) => member.locationCode === null).map(({ role }) => role))).toEqual({
      SERVICE_POINT: 3,
      PRIVACY_OFFICER: 1,
      OPERATOR: 1,
    });
    expect(staff.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([
        'servicepunt@servicepunt.example',
        'coordinator.05ko00@servicepunt.example',
        'supervisor1.05ko00@servicepunt.example',
      ]),
    );
  });

  it('has 240 pupils from 12 to 20 years old, those under 18 with a guardian, each subject once', () => {
    expect(pupils).toHaveLength(240);
    const ages = pupils.map(({ birthDate }) => ageOn(birthDate, REFERENCE_DAY));
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([12, 20]);
    expect(pupils.filter((pupil) => ageOn(pupil.birthDate, REFERENCE_DAY) < 18 && pupil.guardian1FamilyName === null)).toEqual([]);
    const subjects = pupils.flatMap((pupil) => [pupil.subject, pupil.guardian1Subject]).filter((subject) => subject !== null);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('has a group of 17 companies with 78 workplace supervisors and one contact, and 40 other employers with people of their own', async () => {
    const sites = await read('employers', FILE_NAMES.employers);
    const contacts = await read('contacts', FILE_NAMES.contacts);
    const group = new Set(sites.filter(({ groupName }) => groupName === 'VDL Groep').map(({ kvkNumber }) => kvkNumber));
    expect(group.size).toBe(17);
    expect(new Set(sites.map(({ kvkNumber }) => kvkNumber)).size).toBe(57);
    const inGroup = contacts.filter((contact) => contact.groupName !== null || group.has(contact.kvkNumber ?? ''));
    expect(counted(inGroup.map(({ kind }) => kind))).toEqual({ CONTACT: 1, WORKPLACE_SUPERVISOR: 78 });
    expect(inGroup.find(({ kind }) => kind === 'CONTACT')).toMatchObject({
      groupName: 'VDL Groep',
      kvkNumber: null,
      subject: 'stage@vdl.example',
    });
    for (const company of new Set(sites.map(({ kvkNumber }) => kvkNumber))) {
      const kinds = contacts.filter(({ kvkNumber }) => kvkNumber === company).map(({ kind }) => kind);
      expect(kinds).toContain('WORKPLACE_SUPERVISOR');
      expect(kinds.includes('CONTACT')).toBe(!group.has(company));
    }
  });

  it('has about 60 offers; several of the group are open from December to July with places that no placement holds', async () => {
    const offers = await read('offers', FILE_NAMES.offers);
    expect(offers).toHaveLength(60);
    const held = counted(placements.map(({ offerNumber }) => offerNumber));
    expect(offers.filter((offer) => (held[offer.offerNumber] ?? 0) >= offer.places)).toEqual([]);
    const open = offers.filter((offer) => offer.kvkNumber < '00000200' && offer.startsOn <= '2026-12-01' && offer.endsOn >= '2027-07-01');
    expect(open.length).toBeGreaterThanOrEqual(5);
    expect(Object.keys(held).length).toBeGreaterThan(10);
  });

  it('has 150 placements in all states', () => {
    expect(placements).toHaveLength(150);
    expect(counted(placements.map(({ state }) => state))).toEqual(PLACEMENT_STATES);
  });

  it('has placements whose dates fit their states on the reference day', () => {
    const wrong = placements.filter(({ state, startsOn, endsOn }) => {
      if (state === 'RUNNING') return startsOn > REFERENCE_DAY || endsOn < '2027-01-15';
      if (state === 'AGREED' || state === 'PROPOSED' || state === 'PLANNED' || state === 'DECLINED') return startsOn <= '2027-01-01';
      return state !== 'CANCELLED' && endsOn >= REFERENCE_DAY;
    });
    expect(wrong).toEqual([]);
  });

  it('has placements of pupils who exist, one at a time, after their enrolment and before they left', () => {
    const known = new Map(pupils.map((pupil) => [keyOf(pupil), pupil]));
    for (const [key, own] of Map.groupBy(placements, keyOf)) {
      const pupil = known.get(key);
      expect(pupil).toBeDefined();
      const sorted = own.toSorted((left, right) => left.startsOn.localeCompare(right.startsOn));
      expect(sorted.filter((placement, index) => placement.startsOn <= (sorted[index - 1]?.endsOn ?? ''))).toEqual([]);
      expect(own.filter(({ startsOn, endsOn }) => startsOn < (pupil?.enrolledOn ?? '') || endsOn >= (pupil?.leftOn ?? '9999'))).toEqual([]);
    }
  });

  it('has working times that the law allows, at the age and profile of the pupil', () => {
    const known = new Map(pupils.map((pupil) => [keyOf(pupil), pupil]));
    const wrong = placements.flatMap((placement) => {
      const pupil = known.get(keyOf(placement));
      const birthday = (years: number) =>
        Temporal.PlainDate.from(pupil?.birthDate ?? '')
          .add({ years })
          .toString();
      const birthdays = { turns14On: birthday(14), turns16On: birthday(16), turns18On: birthday(18) };
      const { startsOn, endsOn, workingTimes } = placement;
      return [
        ...scheduleFaults(workingTimes, { startsOn, endsOn }),
        ...checkWorkingTimes({ birthdays, profile: pupil?.outflowProfile ?? 'UNKNOWN', schedule: { startsOn, endsOn, workingTimes } }),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('has placements at sites that exist, with a workplace supervisor of that site, except in school', async () => {
    const sites = new Set((await read('employers', FILE_NAMES.employers)).map((site) => `${site.kvkNumber} ${site.establishmentNumber}`));
    const workplaces = new Map(
      (await read('contacts', FILE_NAMES.contacts)).map((contact) => [
        contact.personNumber,
        `${contact.kvkNumber} ${contact.establishmentNumber}`,
      ]),
    );
    for (const { kind, kvkNumber, establishmentNumber, workplaceSupervisorNumber } of placements) {
      expect(kvkNumber === null).toBe(kind === 'INTERNAL');
      if (kvkNumber === null) continue;
      expect(sites).toContain(`${kvkNumber} ${establishmentNumber}`);
      expect(workplaces.get(workplaceSupervisorNumber ?? '')).toBe(`${kvkNumber} ${establishmentNumber}`);
    }
  });

  it('has trainees of several schools at the company whose HR system has a key', () => {
    const schools = new Set(
      placements
        .filter(({ kvkNumber, state }) => kvkNumber === '00000101' && (state === 'RUNNING' || state === 'AGREED'))
        .map(({ locationCode }) => locationCode),
    );
    expect(schools.size).toBeGreaterThanOrEqual(2);
  });

  it('has 24 handovers to all targets and in all states, one per pupil, confirmed where the pupil left', async () => {
    const handovers = await read('handovers', FILE_NAMES.handovers);
    expect(counted(handovers.map(({ state }) => state))).toEqual(HANDOVER_STATES);
    expect(new Set(handovers.map(({ target }) => target))).toEqual(new Set(['MBO', 'EMPLOYER', 'DAY_ACTIVITY', 'MUNICIPALITY']));
    expect(new Set(handovers.map(keyOf)).size).toBe(24);
    const left = new Set(pupils.filter(({ leftOn }) => leftOn !== null).map(keyOf));
    expect(new Set(handovers.filter(({ state }) => state === 'CONFIRMED').map(keyOf))).toEqual(left);
    expect(
      handovers.filter(
        ({ state, conversationAt }) =>
          (conversationAt === null) !== (state === 'PREPARING' || state === 'INFORMED' || state === 'CANCELLED'),
      ),
    ).toEqual([]);
  });
});

describe('a large pupil file', () => {
  it('has as many pupils as asked for, passes the import, and is the same each time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sample-data-'));
    try {
      const [one, two] = [join(folder, 'one.csv'), join(folder, 'two.csv')];
      await generateLarge(2_345, one);
      await generateLarge(2_345, two);
      const hash = async (path: string) =>
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex');
      expect(await hash(one)).toBe(await hash(two));
      expect(
        await importFile({ kind: 'students', file: await fileSource(one), locationCode: '05KO00', send: null, report: () => {} }),
      ).toMatchObject({ rows: 2_345, refused: 0, problem: null });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
