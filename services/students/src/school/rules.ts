import type { Wording } from '@servicepunt/shared/errors';
import type { RowCheck } from '@servicepunt/shared/import';
import { HOLIDAY_REGIONS, type HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import { normaliseBrin, normaliseLocationCode } from '@servicepunt/shared/contracts/identifiers';

export interface SchoolLocationInput {
  readonly brin: string;
  readonly schoolName: string;
  readonly locationCode: string;
  readonly name: string;
  readonly holidayRegion: string;
  readonly municipality: string;
}
export interface SchoolLocationFacts {
  brin: string;
  schoolName: string;
  locationCode: string;
  name: string;
  holidayRegion: HolidayRegion;
  municipality: string;
}

/** A row of the register of schools: BRIN and location code as DOMAIN section 8 has them. */
export function checkSchoolLocation(row: SchoolLocationInput): RowCheck<SchoolLocationFacts> {
  const wrong = (column: keyof SchoolLocationInput, rule: Wording) => ({ ok: false, column, rule }) as const;
  const brin = normaliseBrin(row.brin);
  if (!brin) return wrong('brin', { nl: 'twee cijfers en twee letters, zoals 05KO', en: 'two digits and two letters, as 05KO' });
  const locationCode = normaliseLocationCode(row.locationCode);
  if (!locationCode) return wrong('locationCode', { nl: 'BRIN en twee cijfers, zoals 05KO00', en: 'BRIN and two digits, as 05KO00' });
  if (!locationCode.startsWith(brin))
    return wrong('locationCode', { nl: 'moet beginnen met het BRIN van dezelfde regel', en: 'must begin with the BRIN of the same row' });
  const holidayRegion = HOLIDAY_REGIONS.find((region) => region === row.holidayRegion.trim().toUpperCase());
  if (!holidayRegion) return wrong('holidayRegion', HOLIDAY_REGIONS.join(', '));
  for (const column of ['schoolName', 'name', 'municipality'] as const) {
    if (row[column].trim() === '' || row[column].length > 200) return wrong(column, { nl: '1 tot 200 tekens', en: '1 to 200 characters' });
  }
  return {
    ok: true,
    facts: {
      brin,
      locationCode,
      holidayRegion,
      schoolName: row.schoolName.trim(),
      name: row.name.trim(),
      municipality: row.municipality.trim(),
    },
  };
}
