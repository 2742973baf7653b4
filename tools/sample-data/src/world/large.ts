import { COLUMNS } from '@servicepunt/import/headers';
import { addressOf, createNames, fullFamily } from '../people.ts';
import { randomFor } from '../random.ts';
import { dutch, writeCsv } from '../write-csv.ts';
import { DOMAIN, REFERENCE_DAY } from './schools.ts';

const ROWS_PER_PIECE = 1_000;

/** A pupil file of any size for measuring the import, piece by piece; the pupils of one school that is far too big. */
export function* largePupilFile(count: number): Generator<Buffer> {
  for (let first = 1; first <= count || first === 1; first += ROWS_PER_PIECE) {
    // Names repeat between the pieces, as they do in life; within one piece they don't.
    const random = randomFor(`large ${first}`);
    const names = createNames(random);
    const rows = Array.from({ length: Math.min(ROWS_PER_PIECE, count - first + 1) }, (_, index) => {
      const number = 1_000_000 + first + index;
      const name = names.person();
      const guardian = names.relativeOf(name);
      const birthDate = Temporal.PlainDate.from(REFERENCE_DAY).subtract({ years: random.int(12, 19), days: random.int(0, 364) });
      return {
        schoolPupilNumber: String(number),
        givenName: name.given,
        familyNamePrefix: name.prefix,
        familyName: name.family,
        birthDate: dutch(birthDate.toString()),
        group: `${random.int(1, 6)}${random.pick(['A', 'B', 'C'])}`,
        outflowProfile: random.pick(['Vervolgonderwijs', 'Arbeidsmarktgericht', 'Dagbesteding']),
        enrolledOn: '01-08-2026',
        email: addressOf(name, 'leerling.example', number),
        subject: `student${number}@${DOMAIN}`,
        language: 'nl',
        guardian1GivenName: guardian.given,
        guardian1FamilyName: fullFamily(guardian),
        guardian1Email: addressOf(guardian, 'ouder.example', number),
        guardian1Relation: 'moeder',
      };
    });
    const piece = writeCsv(COLUMNS.students, rows);
    yield first === 1 ? piece : piece.subarray(piece.indexOf('\n') + 1);
  }
}
