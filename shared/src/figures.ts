import { Schema, type Model } from 'mongoose';
import { keptSince } from './contracts/retention.ts';
import { derivedId } from './ids.ts';
import { ours, type Connection } from './mongo.ts';
import { ANY_ROW, entityPolicy, type RowFilter } from './policy.ts';

/** How many there were of a kind: what stays of them for statistics. It leads to nobody. */
export interface FigureRow<Kind extends Readonly<Record<string, string | null>>> {
  _id: string;
  kind: Kind;
  counted: number;
  /** Ids that are counted in this moment and not gone yet: empty but while something is erased. */
  pending: string[];
}

/**
 * Counts things before they are erased, each once: an id waits in `pending` until the thing is gone, and becomes a number then.
 * Stopped anywhere in between, counting and erasing are simply done again.
 */
export function createFigures<Kind extends Readonly<Record<string, string | null>>>(
  connection: Connection,
  name: string,
  collection: string,
) {
  const schema = new Schema<FigureRow<Kind>>(
    {
      _id: { type: String, required: true },
      kind: { type: Schema.Types.Mixed, required: true },
      counted: { type: Number, required: true },
      pending: { type: [String], required: true },
    } as never,
    { versionKey: false, strict: 'throw', id: false, minimize: false },
  );
  const model = connection.model(name, schema, collection) as unknown as Model<FigureRow<Kind>>;
  return {
    model,
    /** Every group of a school year that the viewer may know of. */
    ofYear: (schoolYear: number, visible: RowFilter): Promise<Pick<FigureRow<Kind>, 'kind' | 'counted'>[]> =>
      model
        .find(
          ours({ $and: [visible, { 'kind.schoolYear': String(schoolYear), counted: { $gt: 0 } }] }) as never,
          {
            kind: 1,
            counted: 1,
          } as never,
        )
        .sort({ _id: 1 })
        .lean<FigureRow<Kind>[]>(),
    /** Before the thing goes. */
    async add(kind: Kind, id: string): Promise<void> {
      const _id = derivedId('fig', ...Object.values(kind).map(String));
      await model.collection.updateOne({ _id } as never, { $addToSet: { pending: id }, $setOnInsert: { kind, counted: 0 } } as never, {
        upsert: true,
      });
    },
    /** Ids that wait for their thing to be gone. */
    async waiting(): Promise<string[]> {
      const rows = await model.find(ours({ pending: { $gt: '' } }) as never, { pending: 1 } as never).lean<{ pending: string[] }[]>();
      return rows.flatMap(({ pending }) => pending);
    },
    /** The thing is gone: its id becomes a number, in one write. */
    async settle(id: string): Promise<void> {
      await model.collection.updateMany({ pending: id } as never, { $pull: { pending: id }, $inc: { counted: 1 } } as never);
    },
  };
}
export type Figures<Kind extends Readonly<Record<string, string | null>>> = ReturnType<typeof createFigures<Kind>>;

/** The school year of a day, by the year in which it begins (1 August). */
export const schoolYearOf = (day: string): string => String(Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0));

/** Whose figures somebody sees: a director those of his location, the board and the Servicepunt all (DOMAIN section 2). */
export const figurePolicy = entityPolicy<{ readonly kind: { readonly schoolLocationId: string | null } }, never>({
  type: 'Figures',
  rows: {
    DIRECTOR: { LOCATION: 'kind.schoolLocationId', ALL: ANY_ROW },
    SERVICE_POINT: { ALL: ANY_ROW },
  },
  fields: {},
});
export const FIGURE_ROLES = ['DIRECTOR', 'SERVICE_POINT'] as const;

/**
 * Whether figures of a school year are told: once the files of all who left in it have had their time. Told earlier, a number that grows overnight would
 * say what the pupil was whose file ended that night.
 */
export const isToldYear = (schoolYear: number, today: string): boolean =>
  Number.isInteger(schoolYear) &&
  schoolYear >= FIRST_YEAR &&
  schoolYear <= 9_998 &&
  `${schoolYear + 1}-07-31` < keptSince('PUPIL_FILE', today);
const FIRST_YEAR = 2_000;

/** Groups by their location, in the order of its id; of one location alone where it is named. Each is a table, which is told whole. */
export function tablesOf<Group extends { readonly kind: { readonly schoolLocationId: string | null } }>(
  groups: readonly Group[],
  schoolLocation: string | null,
): [string, Group[]][] {
  return [...Map.groupBy(groups, ({ kind }) => kind.schoolLocationId ?? '')]
    .filter(([id]) => schoolLocation === null || id === schoolLocation)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
}
