import { plain } from '@servicepunt/import/words';
import type { Random } from './random.ts';

/** All letters exist in Windows-1252, since some of the files are written in it. */
const GIVEN_NAMES = [
  'Aaliyah',
  'Abel',
  'Adam',
  'Amira',
  'Anouk',
  'Ayoub',
  'Bart',
  'Bilal',
  'Björn',
  'Boaz',
  'Bram',
  'Britt',
  'Chaïm',
  'Chantal',
  'Charlotte',
  'Daan',
  'Damian',
  'Daphne',
  'Demi',
  'Dewi',
  'Dylan',
  'Elif',
  'Eline',
  'Emine',
  'Esmée',
  'Eva',
  'Fabiënne',
  'Fatima',
  'Fenna',
  'Finn',
  'Floor',
  'Gijs',
  'Hamza',
  'Hidde',
  'Ilse',
  'Imani',
  'Indy',
  'Iris',
  'Isa',
  'Jayden',
  'Jelle',
  'Jesse',
  'Jip',
  'Joëlle',
  'Joost',
  'Jurre',
  'Kaan',
  'Kacper',
  'Kevin',
  'Kim',
  'Koen',
  'Lars',
  'Leila',
  'Levi',
  'Lieke',
  'Loïs',
  'Lotte',
  'Luca',
  'Maarten',
  'Maud',
  'Mehmet',
  'Merel',
  'Mohamed',
  'Naomi',
  'Nienke',
  'Noa',
  'Noël',
  'Noor',
  'Oskar',
  'Owen',
  'Pim',
  'Puck',
  'Quinten',
  'Rachida',
  'Ravi',
  'René',
  'Rik',
  'Romy',
  'Roos',
  'Ruben',
  'Sanne',
  'Sara',
  'Selin',
  'Senna',
  'Shanaya',
  'Silvan',
  'Sofie',
  'Stijn',
  'Thijs',
  'Tess',
  'Thomas',
  'Tygo',
  'Valerie',
  'Vera',
  'Wessel',
  'Wiktoria',
  'Yara',
  'Yassin',
  'Zoë',
  'Zuzanna',
] as const;

const FAMILY_NAMES = [
  ['', 'Aerts'],
  ['', 'Akkerman'],
  ['', 'Aydin'],
  ['', 'Bakker'],
  ['van', 'Beek'],
  ['', 'Benali'],
  ['van den', 'Berg'],
  ['', 'Blom'],
  ['de', 'Boer'],
  ['', 'Bos'],
  ['van den', 'Bosch'],
  ['', 'Bouzid'],
  ['den', 'Brok'],
  ['', 'Brouwer'],
  ['', 'Çelik'],
  ['', 'Claassen'],
  ['', 'Dekker'],
  ['', 'Demir'],
  ['van', 'Dijk'],
  ['', 'Driessen'],
  ['van', 'Eijk'],
  ['', 'El Amrani'],
  ['', 'Evers'],
  ['', 'Geerts'],
  ['de', 'Graaf'],
  ['', 'Groen'],
  ['de', 'Groot'],
  ['', 'Haan'],
  ['', 'Hendriks'],
  ['van der', 'Heijden'],
  ['', 'Huisman'],
  ['', 'Jacobs'],
  ['de', 'Jong'],
  ['', 'Kaya'],
  ['', 'Kok'],
  ['', 'Koster'],
  ['', 'Kowalski'],
  ['', 'Kramer'],
  ['van der', 'Laan'],
  ['', 'Lammers'],
  ['van', 'Leeuwen'],
  ['', 'Manders'],
  ['', 'Martens'],
  ['', 'Meijer'],
  ['van der', 'Meer'],
  ['', 'Mulder'],
  ['', 'Müller'],
  ['', 'Nowak'],
  ['van', 'Osch'],
  ['', 'Peeters'],
  ['', 'Peters'],
  ['', 'Postma'],
  ['', 'Ramdin'],
  ['', 'Rietveld'],
  ['', 'Sanders'],
  ['', 'Schouten'],
  ['', 'Smits'],
  ['', 'Timmermans'],
  ['', 'Verhoeven'],
  ['', 'Vermeulen'],
  ['', 'Visser'],
  ['van', 'Vliet'],
  ['de', 'Vries'],
  ['van der', 'Wal'],
  ['', 'Wiersma'],
  ['de', 'Wit'],
  ['', 'Wolters'],
  ['', 'Yilmaz'],
  ['', 'Zijlstra'],
  ['van', 'Zanten'],
] as const;

export interface PersonName {
  readonly given: string;
  readonly prefix: string;
  readonly family: string;
}

/** Names drawn without repeating a whole name within one stream. */
export function createNames(random: Random) {
  const used = new Set<string>();
  const draw = (family?: readonly [string, string]): PersonName => {
    for (;;) {
      const [prefix, name] = family ?? random.pick(FAMILY_NAMES);
      const person = { given: random.pick(GIVEN_NAMES), prefix, family: name };
      const key = fullName(person);
      // In a small stream of relatives the same pair may be all that is left; 100 given names make that a matter of chance only.
      if (used.has(key)) continue;
      used.add(key);
      return person;
    }
  };
  return { person: () => draw(), relativeOf: (person: PersonName) => draw([person.prefix, person.family]) };
}

export const fullFamily = ({ prefix, family }: PersonName): string => (prefix === '' ? family : `${prefix} ${family}`);
export const fullName = (person: PersonName): string => `${person.given} ${fullFamily(person)}`;

/** `zoe.vanderwal@domain`: addresses end in `.example`, which never leads anywhere (RFC 2606). */
export const addressOf = (person: PersonName, domain: string, number?: number): string =>
  `${ascii(person.given)}.${ascii(fullFamily(person))}${number ?? ''}@${domain}`;
const ascii = (text: string) => plain(text).replaceAll(/[^a-z0-9]/g, '');

/**
 * Telephone numbers `06-00xxxxxx`: the Dutch numbering plan gives mobile numbers 061 to 065 and 068,
 * so that none of these belongs to anybody. Each stream has its own hundred thousand.
 */
export function createPhones(stream: number) {
  let next = stream * 100_000;
  return () => {
    next += 7;
    return `06-00${String(next).padStart(6, '0')}`;
  };
}
