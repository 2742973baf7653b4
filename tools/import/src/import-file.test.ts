import { describe, expect, it } from '@jest/globals';
import { GatewayRefusal, GatewayUnavailable } from './gateway.ts';
import { importFile, type ImportOptions } from './import-file.ts';
import type { Lookup } from './lookup.ts';
import { accepted, memorySource, pupilFile, recordingReport, recordingSend } from './test-support.ts';

const pupil = (number: string | number, over: Partial<Record<'given' | 'family' | 'born' | 'enrolled', string>> = {}) =>
  [number, over.given ?? 'Sanne', over.family ?? 'Bakker', over.born ?? '07-03-2011', over.enrolled ?? '1-8-2024'].join(';');
const many = (count: number) => pupilFile(...Array.from({ length: count }, (_, index) => pupil(1000 + index)));

function run(content: string, over: Partial<ImportOptions> = {}) {
  const sent = recordingSend();
  const reported = recordingReport();
  const summary = importFile({
    kind: 'students',
    file: memorySource(content),
    send: sent.send,
    report: reported.report,
    locationCode: '05KO00',
    ...over,
  });
  return { summary, ...sent, ...reported };
}
const lookupOf = (over: Partial<Lookup>): Lookup => ({
  studentId: async () => 'stu_1',
  staffMemberId: async () => 'stf_1',
  site: async () => ({ employerId: 'emp_1', siteId: 'sit_1' }),
  offerId: async () => 'ofr_1',
  workplaceSupervisorId: async () => 'wsp_1',
  // oxlint-disable-next-line no-empty-function
  async *pupilNumbers() {},
  ...over,
});

describe('importing pupils', () => {
  it('sends what the contract asks for, with dates and enums in its words', async () => {
    const content = [
      'Leerlingnummer;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Klas;Uitstroomprofiel;Inschrijfdatum;Uitschrijfdatum;E-mail;Inlognaam;Taal;Stagebegeleider;Ouder 1 voornaam;Ouder 1 achternaam;Ouder 1 e-mail;Ouder 1 telefoon;Ouder 1 relatie',
      '0042;Noor;van;Dijk;7-3-2011;3B;Arbeidsmarktgericht;01-08-2024;;noor@leerling.example;noor@leerling.example;nl;P-104;Ans;van Dijk;ans@ouder.example;06-00123456;moeder',
    ].join('\n');
    const { summary, batches } = run(content);
    expect(await summary).toEqual({
      kind: 'students',
      rows: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      refused: 0,
      problem: null,
      absent: null,
    });
    expect(batches).toEqual([
      {
        kind: 'students',
        locationCode: '05KO00',
        rows: [
          {
            schoolPupilNumber: '0042',
            givenName: 'Noor',
            familyNamePrefix: 'van',
            familyName: 'Dijk',
            birthDate: '2011-03-07',
            group: '3B',
            outflowProfile: 'LABOUR_MARKET',
            enrolledOn: '2024-08-01',
            leftOn: null,
            email: 'noor@leerling.example',
            subject: 'noor@leerling.example',
            language: 'nl',
            supervisorStaffNumber: 'P-104',
            guardians: [
              {
                givenName: 'Ans',
                familyName: 'van Dijk',
                email: 'ans@ouder.example',
                phone: '+31600123456',
                subject: null,
                relation: 'moeder',
              },
            ],
          },
        ],
      },
    ]);
  });

  it('says nothing about guardians and profile where the file has no such columns', async () => {
    const { summary, batches } = run(pupilFile(pupil(1)));
    await summary;
    expect(batches[0]?.rows[0]).toMatchObject({ guardians: null, outflowProfile: null });
    const empty = run(`${pupilFile(pupil(1)).trim()};\n`.replace('Inschrijfdatum', 'Inschrijfdatum;Ouder 1 achternaam'));
    await empty.summary;
    expect(empty.batches[0]?.rows[0]).toMatchObject({ guardians: [] });
  });

  it('sends at most 500 rows at once and every row once', async () => {
    const { summary, batches } = run(many(1_203));
    expect(await summary).toMatchObject({ rows: 1_203, created: 1_203, refused: 0 });
    expect(batches.map((batch) => batch.rows.length)).toEqual([500, 500, 203]);
    expect(new Set(batches.flatMap((batch) => batch.rows.map((row) => row['schoolPupilNumber']))).size).toBe(1_203);
  });

  it('keeps at most three batches under way, and reads no further meanwhile', async () => {
    let underWay = 0;
    let most = 0;
    const source = memorySource(many(20_000), 65_536);
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const summary = importFile({
      kind: 'students',
      file: source,
      locationCode: '05KO00',
      report: () => {},
      send: async (batch) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await gate;
        underWay -= 1;
        return accepted(batch);
      },
    });
    const pieces = Math.ceil(source.bytes / 65_536);
    for (let quiet = 0, seen = -1; quiet < 20; quiet = source.pulled === seen ? quiet + 1 : 0) {
      seen = source.pulled;
      await new Promise(setImmediate);
    }
    // The first read, over all pieces, finds the encoding; the second one stands still.
    expect(source.pulled).toBeLessThan(pieces + pieces / 2);
    release();
    expect(await summary).toMatchObject({ created: 20_000 });
    expect(most).toBe(3);
  });

  it('gives the same batches when it is repeated', async () => {
    const first = run(many(700));
    const second = run(many(700), {});
    await Promise.all([first.summary, second.summary]);
    expect(second.batches).toEqual(first.batches);
  });

  it('counts what the service says', async () => {
    const { summary } = run(many(3), { send: recordingSend(() => ({ created: 1, updated: 1, unchanged: 1, refused: [] })).send });
    expect(await summary).toMatchObject({ created: 1, updated: 1, unchanged: 1, refused: 0 });
  });

  it('refuses a row by line, heading and reason, never by value, and takes the others', async () => {
    const { summary, refusals, batches } = run(
      pupilFile(
        pupil(1),
        pupil(2, { born: '31-02-2011' }),
        pupil('a b c'),
        pupil(4, { family: '' }),
        pupil(5, { given: 'Ali 111222333' }),
        pupil(6, { enrolled: '01-08-2010' }),
        pupil(7),
      ),
    );
    expect(await summary).toMatchObject({ rows: 7, created: 2, refused: 5, problem: null });
    expect(batches[0]?.rows.map((row) => row['schoolPupilNumber'])).toEqual(['1', '7']);
    expect(refusals()).toEqual([
      '3 Geboortedatum: is no day of the calendar',
      '4 Leerlingnummer: must be at most 20 letters and digits',
      '5 Achternaam: must be filled in',
      '6 Roepnaam: holds a number that may be a citizen service number (9 digits that pass the eleven test; about 1 in 11 random ones do)',
      '7 Inschrijfdatum: lies before the birth',
    ]);
    for (const value of ['31-02-2011', 'a b c', '111222333', 'Ali', '01-08-2010', '2010-08-01', 'Bakker'])
      expect(refusals().join('\n')).not.toContain(value);
  });

  it('refuses a row whose cells are not as many as the headings', async () => {
    const { summary, refusals } = run(pupilFile(`${pupil(1)};`, `${pupil(2)};shifted`, '3;Sanne;Bakker'));
    expect(await summary).toMatchObject({ created: 1, refused: 2 });
    expect(refusals()).toEqual(['3 null: has 6 cells where the headings are 5', '4 null: has 3 cells where the headings are 5']);
  });

  it('refuses the second row with the same pupil number and says where the first one is', async () => {
    const { summary, refusals } = run(many(600) + pupil(1_000) + '\r\n' + pupil(1_599));
    expect(await summary).toMatchObject({ created: 600, refused: 2 });
    expect(refusals()).toEqual([
      '602 Leerlingnummer: stands in the file already, on line 2',
      '603 Leerlingnummer: stands in the file already, on line 601',
    ]);
  });

  it('tells the refusals of the service by line and heading of the file', async () => {
    const content = pupilFile(pupil(1), pupil(2, { born: 'gisteren' }), pupil(3), pupil(4))
      .replace('Geboortedatum', 'geb. datum')
      .replaceAll(/(\d{4})\r\n/g, '$1;x@y.example;Jo;Bos\r\n')
      .replace('Inschrijfdatum', 'Inschrijfdatum;Ouder 1 e-mail;Ouder 1 voornaam;Ouder 1 achternaam');
    const { summary, refusals } = run(content, {
      send: recordingSend((batch) => ({
        created: batch.rows.length - 2,
        updated: 0,
        unchanged: 0,
        refused: [
          { row: 1, column: 'birthDate', message: 'not a pupil of this school' },
          { row: 2, column: 'guardians.0.email', message: 'no address' },
        ],
      })).send,
    });
    expect(await summary).toMatchObject({ created: 1, refused: 3 });
    expect(refusals()).toEqual([
      '3 geb. datum: must be a date as DD-MM-YYYY',
      '4 geb. datum: not a pupil of this school',
      '5 Ouder 1 e-mail: no address',
    ]);
  });

  it('drops a column of national numbers with one warning and sends none of its cells', async () => {
    const content =
      'Leerlingnummer;BSN;Roepnaam;Achternaam;Geboortedatum;Inschrijfdatum;Onderwijsnummer;Kluisje\n1;111222333;Sanne;Bakker;07-03-2011;01-08-2024;123456782;12\n2;111222333;Sem;Bakker;07-03-2011;01-08-2024;123456782;13\n';
    const { summary, notes, batches } = run(content);
    expect(await summary).toMatchObject({ created: 2, refused: 0 });
    expect(notes()).toEqual([
      'Dropped: BSN, Onderwijsnummer. National numbers may not be stored; the column was not read.',
      'Not used: Kluisje.',
    ]);
    expect(JSON.stringify(batches)).not.toMatch(/111222333|123456782/);
  });

  it('refuses a file whose column of pupil numbers holds citizen service numbers', async () => {
    const { summary, batches } = run(
      pupilFile(...['111222333', '123456782', '111111110', '222222220', '333333330'].map((number) => pupil(number))),
    );
    expect(await summary).toMatchObject({ problem: expect.stringContaining('citizen service numbers'), created: 0 });
    expect(batches).toEqual([]);
  });

  it('ends with the missing headings and those that were found', async () => {
    const { summary } = run('Leerlingnummer;Naam\n1;Sanne\n');
    expect(await summary).toMatchObject({
      problem: 'These columns are missing: Roepnaam, Achternaam, Geboortedatum, Inschrijfdatum. Found: Leerlingnummer, Naam.',
      rows: 0,
    });
  });

  it('does not show the first row of a file without headings', async () => {
    const { summary } = run(`${pupil(1)}\n${pupil(2)}\n`);
    const { problem } = await summary;
    expect(problem).toContain('5 cells that do not look like headings');
    expect(problem).not.toMatch(/Sanne|Bakker|2011/);
  });

  it('refuses pupils of another location', async () => {
    const { summary, refusals } = run(
      'Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Inschrijfdatum;Vestigingscode\n1;A;B;07-03-2011;01-08-2024;05KO00\n2;A;B;07-03-2011;01-08-2024;05KO01\n',
    );
    expect(await summary).toMatchObject({ created: 1, refused: 1 });
    expect(refusals()).toEqual(['3 Vestigingscode: the pupil belongs to another location than the one that is imported']);
  });

  it('names the pupils who are at the school and not in the file, refused rows counted as present', async () => {
    const lookup = lookupOf({
      async *pupilNumbers(locationCode) {
        yield* locationCode === '05KO00' ? ['1', '2', '3', '4', '5'] : [];
      },
    });
    const { summary } = run(pupilFile(pupil(1), pupil(3, { enrolled: '01-08-2000' }), pupil(5, { born: 'gisteren' })), { lookup });
    expect((await summary).absent).toEqual(['2', '4']);
  });

  it('says so when nobody can tell who is absent, and keeps what went in', async () => {
    const lookup = lookupOf({
      pupilNumbers: async function* () {
        yield '9';
        throw new GatewayUnavailable('The gateway does not answer.');
      },
    });
    const { summary, notes } = run(pupilFile(pupil(1)), { lookup });
    expect(await summary).toMatchObject({ created: 1, problem: null, absent: null });
    expect(notes()).toEqual(['Which pupils are absent from the file could not be asked: The gateway does not answer.']);
  });

  it('only checks when there is nowhere to send to', async () => {
    const { summary, refusals } = run(pupilFile(pupil(1), pupil(1)), { send: null });
    expect(await summary).toMatchObject({ rows: 2, created: 0, refused: 1, problem: null, absent: null });
    expect(refusals()).toHaveLength(1);
  });

  it('keeps what went in when the gateway goes away half-way, and says why it ended', async () => {
    let calls = 0;
    const { summary } = run(many(5_000), {
      send: async (batch) => {
        calls += 1;
        if (calls > 3) throw new GatewayUnavailable('The gateway does not answer.');
        return accepted(batch);
      },
    });
    expect(await summary).toMatchObject({ created: 1_500, problem: 'The gateway does not answer.' });
    expect(calls).toBeLessThan(8);
  });

  it('ends at once when the token may not import', async () => {
    const { summary } = run(many(5_000), {
      send: () => Promise.reject(new GatewayRefusal('FORBIDDEN', 'This token may not import this.')),
    });
    expect(await summary).toMatchObject({ created: 0, problem: 'This token may not import this.' });
  });
});

describe('importing the other kinds', () => {
  it('takes a person once per role and location', async () => {
    const { summary, refusals } = run(
      'Personeelsnummer;Voornaam;Achternaam;E-mail;Rol;Vestigingscode\n1;A;B;a@b.example;Coördinator;05KO00\n1;A;B;a@b.example;Directeur;05KO00\n1;A;B;a@b.example;coordinator;05ko00\n2;A;B;a@b.example;Servicepunt;05KO00\n3;A;B;a@b.example;Coördinator;\n',
      { kind: 'staff' },
    );
    expect(await summary).toMatchObject({ created: 2, refused: 3 });
    expect(refusals()).toEqual([
      '4 Personeelsnummer: stands in the file already, on line 2',
      '5 Vestigingscode: must be empty: this role is not bound to a location',
      '6 Vestigingscode: must be filled in for this role',
    ]);
  });

  it('sends sites of one company one batch after the other, since they change the same record', async () => {
    let underWay = 0;
    let most = 0;
    const rows = Array.from({ length: 20 }, (_, index) => `00000001;Bedrijf;${String(index).padStart(12, '9')};Straat;1;5611AB;Eindhoven`);
    const { summary } = run(['KVK;Bedrijf;Vestigingsnummer;Straat;Huisnummer;Postcode;Plaats', ...rows].join('\n'), {
      kind: 'employers',
      batchRows: 2,
      send: async (batch) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise(setImmediate);
        underWay -= 1;
        return accepted(batch);
      },
    });
    expect(await summary).toMatchObject({ created: 20 });
    expect(most).toBe(1);
  });

  const placements =
    'Stagenummer;Vestigingscode;Leerlingnummer;KVK;Vestigingsnummer;Plaatsnummer;Praktijkopleider;Stagebegeleider;Soort stage;Ritme;Begindatum;Einddatum;Werktijden;Leerdoelen;Status;Afgeronde evaluaties\n' +
    'S-1;05KO00;0042;00000101;900000000101;A-1;C-1;P-1;Beroepsgerichte stage;Blok;01-12-2026;29-01-2027;ma 09:00-15:00 (30);Op tijd|Veilig;Gepland;\n';

  it('replaces the numbers in a placement by the ids of the records', async () => {
    const { summary, batches } = run(placements, { kind: 'placements', lookup: lookupOf({}) });
    expect(await summary).toMatchObject({ created: 1, refused: 0 });
    expect(batches[0]?.rows[0]).toMatchObject({
      placementNumber: 'S-1',
      studentId: 'stu_1',
      employerId: 'emp_1',
      siteId: 'sit_1',
      offerId: 'ofr_1',
      workplaceSupervisorId: 'wsp_1',
      supervisorId: 'stf_1',
      kind: 'VOCATIONAL',
      rhythm: 'BLOCK',
      goals: ['Op tijd', 'Veilig'],
      completedMoments: [],
    });
  });

  it.each([
    ['studentId', 'Leerlingnummer'],
    ['staffMemberId', 'Stagebegeleider'],
    ['site', 'Vestigingsnummer'],
    ['offerId', 'Plaatsnummer'],
    ['workplaceSupervisorId', 'Praktijkopleider'],
  ] as const)('refuses a placement whose record is unknown: %s', async (method, heading) => {
    const { summary, refusals, batches } = run(placements, { kind: 'placements', lookup: lookupOf({ [method]: async () => null }) });
    expect(await summary).toMatchObject({ created: 0, refused: 1, problem: null });
    expect(refusals()[0]).toContain(`2 ${heading}: no such`);
    expect(batches).toEqual([]);
  });

  it('turns the moment of a conversation into an instant', async () => {
    const { summary, batches } = run(
      'Overdrachtnummer;Vestigingscode;Leerlingnummer;Bestemming;Organisatie;Contact voornaam;Contact achternaam;Contact e-mail;Uiterste datum;Gesprek;Status\nO-1;05KO00;0042;mbo;Summa;Jo;Bos;jo@mbo.example;01-04-2027;12-01-2027 14:30;Gesprek gepland\n',
      { kind: 'handovers', lookup: lookupOf({}) },
    );
    expect(await summary).toMatchObject({ created: 1 });
    expect(batches[0]?.rows[0]).toMatchObject({
      target: 'MBO',
      deadline: '2027-04-01',
      conversationAt: '2027-01-12T13:30:00Z',
      partner: { name: 'Summa', contactEmail: 'jo@mbo.example' },
    });
  });
});
