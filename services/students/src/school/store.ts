import type { HolidayRegion } from '@servicepunt/shared/contracts/calendar';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';

export interface SchoolLocationRow extends AggregateFields {
  schoolId: string;
  brin: string;
  schoolName: string;
  locationCode: string;
  name: string;
  municipality: string;
  holidayRegion: HolidayRegion;
}
/** A school has no record of its own: it is what its locations share. */
export interface SchoolRow {
  _id: string;
  brin: string;
  name: string;
}

/** School locations: a few dozen rows. */
export function createSchoolStore(connection: Connection) {
  const schema = aggregateSchema<SchoolLocationRow>({
    schoolId: { type: String, required: true },
    brin: { type: String, required: true },
    schoolName: { type: String, required: true },
    locationCode: { type: String, required: true },
    name: { type: String, required: true },
    municipality: { type: String, required: true },
    holidayRegion: { type: String, required: true },
  });
  // Serves the import's look-up by code, and keeps a code unique.
  schema.index({ locationCode: 1 }, { unique: true });
  // Serves the locations of a school.
  schema.index({ schoolId: 1 });
  const model = connection.model<SchoolLocationRow>('SchoolLocation', schema, 'schoolLocations');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<SchoolLocationRow[]>() : Promise.resolve([]),
    findBySchools: (schoolIds: readonly string[], visible: RowFilter | null) =>
      visible
        ? model
            .find(ours({ $and: [visible, { schoolId: { $in: [...schoolIds] } }] }))
            .sort({ locationCode: 1 })
            .lean<SchoolLocationRow[]>()
        : Promise.resolve([]),
    findByCodes: (codes: readonly string[]) => model.find(ours({ locationCode: { $in: [...codes] } })).lean<SchoolLocationRow[]>(),
    list: (filter: { locationCode?: string | null | undefined }, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, filter.locationCode ? { locationCode: filter.locationCode } : {}] }, { name: 1 }, args),
  };
}
export type SchoolStore = ReturnType<typeof createSchoolStore>;
