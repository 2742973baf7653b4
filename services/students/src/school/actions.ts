import type { Context } from '@servicepunt/shared/subgraph/context';
import { derivedId } from '@servicepunt/shared/ids';
import { importRows, type ImportResult } from '@servicepunt/shared/import';
import type { ImportSchoolLocationsInput } from '../schema.generated.ts';
import { checkSchoolLocation } from './rules.ts';
import type { SchoolStore } from './store.ts';

/** What may be done with schools. */
export function createSchoolActions(deps: { store: SchoolStore }) {
  return {
    /** New and changed locations by their code; only the Servicepunt reaches this (`schoolOperations`). */
    importSchoolLocations(context: Context, input: ImportSchoolLocationsInput): Promise<ImportResult> {
      return importRows(context, input.rows, {
        model: deps.store.model,
        check: checkSchoolLocation,
        keyOf: (facts) => facts.locationCode,
        findExisting: (facts) => deps.store.findByCodes(facts.map((row) => row.locationCode)),
        keyOfRow: (row) => row.locationCode,
        idOf: (facts) => derivedId('loc', facts.locationCode),
        toRow: (facts) => ({ ...facts, schoolId: derivedId('sch', facts.brin) }),
        events: () => [],
        freeTextColumns: ['schoolName', 'name', 'municipality'],
      });
    },
  };
}
export type SchoolActions = ReturnType<typeof createSchoolActions>;
