import { describe, expect, it } from '@jest/globals';
import { COLUMNS, isNationalNumberHeading, KINDS, mapHeaders, type Columns } from './headers.ts';
import { plain } from './words.ts';

const found = (columns: Columns, ...headings: string[]) => {
  const map = mapHeaders(columns, headings);
  return { ...map, places: Object.fromEntries([...map.places].map(([column, { index }]) => [column, index])) };
};
const required = ['Leerlingnummer', 'Roepnaam', 'Achternaam', 'Geboortedatum', 'Inschrijfdatum'];

describe('headings', () => {
  it('are found whatever their order, case, spaces, accents and punctuation', () => {
    const { places, missing } = found(
      COLUMNS.students,
      'GEBOORTEDATUM',
      ' achter naam',
      'roepnáám',
      'Leerling-nummer',
      'inschrijf_datum',
      'E mail',
    );
    expect(missing).toEqual([]);
    expect(places).toEqual({ birthDate: 0, familyName: 1, givenName: 2, schoolPupilNumber: 3, enrolledOn: 4, email: 5 });
  });

  it('that are missing are named by the spelling that we would write', () => {
    expect(found(COLUMNS.students, 'Leerlingnummer', 'Roepnaam').missing).toEqual(['Achternaam', 'Geboortedatum', 'Inschrijfdatum']);
  });

  it('with one meaning are told apart: the preferred spelling counts, the other is reported as unused', () => {
    const { places, unused } = found(COLUMNS.students, ...required, 'Voornamen');
    expect(places['givenName']).toBe(1);
    expect(unused).toEqual(['Voornamen']);
  });

  it('that stand there twice are reported', () => {
    expect(found(COLUMNS.students, ...required, 'roepnaam').twice).toEqual(['Roepnaam']);
  });

  it('that mean nothing are reported', () => {
    expect(found(COLUMNS.students, ...required, 'Kluisje', '').unused).toEqual(['Kluisje']);
  });

  it.each([
    'BSN',
    'bsn-nummer',
    'Burgerservicenummer',
    'Burger service nummer',
    'Sofinummer',
    'Sofi-nr',
    'Onderwijsnummer',
    'PGN',
    'PGN/BSN leerling',
    'Persoonsgebonden nummer',
    'BSN ouder 1',
  ])('of the citizen service number are recognised: %s', (heading) => {
    expect(isNationalNumberHeading(heading)).toBe(true);
    expect(found(COLUMNS.students, ...required, heading)).toMatchObject({ dropped: [heading], unused: [] });
  });

  it.each(KINDS)('of %s each have one meaning, and none of them names a national number', (kind) => {
    const spellings = Object.values<Columns[string]>(COLUMNS[kind]).flatMap((column) => column.headings.map(plain));
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([]);
    expect(spellings.filter(isNationalNumberHeading)).toEqual([]);
  });
});
