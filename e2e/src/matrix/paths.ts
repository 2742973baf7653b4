import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
} from 'graphql';
import { ROW_NAMES, ROWS, variableOf, type RowName } from './rows.ts';
import { everyField, leadingTo, PAGE_SIZE, type Asked } from './selection.ts';
import type { FieldOfType, Supergraph } from './supergraph.ts';

/** One way to what is under test: a field of the root with all that hangs below it. */
export interface Path {
  readonly name: string;
  readonly kind: 'root' | 'connection' | 'edge' | 'filter' | 'value' | 'fragment' | 'alias';
  readonly asked: Asked;
}
/** Values for arguments that aren't ids of rows: known to everybody, no secret. */
export type Literals = Readonly<Record<string, readonly string[]>>;

/** All paths of the graph, from its root; `unreachable` are records that no path leads to. */
export function allPaths(supergraph: Supergraph, literals: Literals): { paths: Path[]; unreachable: string[] } {
  const roots = supergraph.type('Query').fields.filter((field) => !field.internal);
  const whole = (type: string) => everyField(supergraph, type);
  const parts = (type: string) => everyField(supergraph, type);
  const paths: Path[] = [];
  const unreachable: string[] = [];

  for (const field of roots) paths.push(...fromRoot(field));
  for (const row of ROW_NAMES) {
    const type = ROWS[row];
    if (!access(row, [])) unreachable.push(type);
    // Of records of one type the first shows all that lies behind each edge, the others which records lie there: those have their own rows.
    for (const { name, asked } of leads(type, rowsOf(type)[0] === row)) {
      const way = access(row, [asked]);
      if (way) paths.push({ name: `${row} → ${name}`, kind: 'edge', asked: way });
    }
  }
  return { paths, unreachable };

  function fromRoot(field: FieldOfType): Path[] {
    if (field.isLeaf)
      return [{ name: field.name, kind: 'value', asked: { field: field.name, kind: 'leaf', type: field.target, below: [] } }];
    const { kind } = supergraph.type(field.target);
    if (kind === 'entity')
      return rowsOf(field.target).flatMap((row) => styles(`${field.name} of ${row}`, 'root', byId(field, row, whole(field.target))));
    const asked = leadingTo(supergraph, field, parts, undefined);
    if (kind === 'part') {
      const rows = field.args.some((arg) => arg.name === 'subjectId') ? (['Evaluation (drafts)', 'WarmHandover'] as const) : [null];
      return rows.map((row) => ({
        name: field.name,
        kind: 'value',
        asked: { ...asked, args: argumentsOf(field.args, row) },
      }));
    }
    const list = leadingTo(supergraph, field, parts, whole(asked.type));
    return [{ name: field.name, kind: 'connection', asked: list }, ...filtersOf(field, hasSingle(asked.type) ? asked : list)];
  }
  /** A record that no field of the root gives by its id shows all that it has in a list. */
  function hasSingle(type: string): boolean {
    return roots.some((field) => field.target === type);
  }

  /** The same again as fragments, and under other names. */
  function styles(name: string, kind: Path['kind'], asked: Asked): Path[] {
    return [
      { name, kind, asked },
      { name: `${name}, in fragments`, kind: 'fragment', asked },
      { name: `${name}, under other names`, kind: 'alias', asked: renamed(asked) },
    ];
  }

  /** A list narrowed by each thing that it can be narrowed by: a filter must not open what the list keeps closed. */
  function filtersOf(field: FieldOfType, asked: Asked): Path[] {
    const filter = field.args.find((arg) => arg.name === 'filter');
    const input = filter && getNamedType(filter.type);
    if (!isInputObjectType(input)) return [];
    return Object.values(input.getFields()).flatMap((each): Path[] =>
      valuesFor(each).map((value) => {
        const list = isListType(isNonNullType(each.type) ? each.type.ofType : each.type);
        return {
          name: `${field.name} by ${each.name}`,
          kind: 'filter',
          asked: { ...asked, args: `(filter: { ${each.name}: ${list ? `[${value}]` : value} }, first: ${PAGE_SIZE})` },
        };
      }),
    );
  }

  /** How a row's record is reached from the root, with what is asked below it. */
  function access(row: RowName, below: readonly Asked[], without: readonly string[] = []): Asked | null {
    const type = ROWS[row];
    const single = roots.find((field) => field.target === type && field.args.some((arg) => arg.name === 'id'));
    if (single) return byId(single, row, below);
    const list = roots.find((field) => supergraph.type('Query') && nodeOf(field) === type);
    if (list) return leadingTo(supergraph, list, parts, withId(below));
    for (const parent of ROW_NAMES) {
      if (without.includes(ROWS[parent]) || ROWS[parent] === type) continue;
      const field = supergraph.type(ROWS[parent]).fields.find((each) => each.target === type || nodeOf(each) === type);
      const way = field && access(parent, [leadingTo(supergraph, field, parts, withId(below))], [...without, type]);
      if (way) return way;
    }
    return null;
  }
  function byId(field: FieldOfType, row: RowName, below: readonly Asked[]): Asked {
    return { field: field.name, args: `(id: $${variableOf(row)})`, kind: 'reference', type: field.target, below: withId(below) };
  }
  function nodeOf(field: FieldOfType): string | null {
    if (field.isLeaf || supergraph.type(field.target).kind !== 'connection') return null;
    return supergraph.type(field.target).fields.find((each) => each.name === 'nodes')?.target ?? null;
  }

  /** Fields of a type, and of the parts below it, that lead to another record: each with all of that record. */
  function leads(type: string, wholly: boolean): { name: string; asked: Asked }[] {
    return supergraph.type(type).fields.flatMap((field): { name: string; asked: Asked }[] => {
      if (field.isLeaf || field.internal) return [];
      const node = nodeOf(field);
      const target = node ?? field.target;
      if (supergraph.type(target).kind === 'entity')
        return [{ name: field.name, asked: leadingTo(supergraph, field, parts, wholly ? whole(target) : undefined) }];
      return leads(target, wholly).map(({ name, asked }) => ({
        name: `${field.name}.${name}`,
        asked: leadingTo(supergraph, field, () => [asked]),
      }));
    });
  }

  function argumentsOf(args: readonly GraphQLArgument[], row: RowName | null): string {
    const texts = args.flatMap((arg) => {
      if (arg.name === 'subjectId') return row ? [`subjectId: $${variableOf(row)}`] : [];
      if (arg.name === 'rule') return [`rule: "${row === 'WarmHandover' ? 'handover.warn.school' : 'evaluation.warn.school'}"`];
      if (arg.name === 'schoolYear') return ['schoolYear: 2020'];
      if (isNonNullType(arg.type)) throw new Error(`The generator has no value for the argument ${arg.name}`);
      return [];
    });
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  function valuesFor({ name, type }: GraphQLInputField): readonly string[] {
    const named = getNamedType(type);
    if (named.name === 'Boolean') return ['true', 'false'];
    if (isEnumType(named)) return named.getValues().map((value) => value.name);
    const rows = named.name === 'ID' ? ROW_OF_ARGUMENT[name] : undefined;
    if (rows) return rows.map((row) => `$${variableOf(row)}`);
    const texts = literals[named.name === 'Date' || named.name === 'DateTime' ? named.name : name];
    if (texts === undefined) throw new Error(`The generator has no value for the filter ${name}`);
    return texts;
  }
}

const rowsOf = (type: string): RowName[] => ROW_NAMES.filter((row) => ROWS[row] === type);
const withId = (below: readonly Asked[]): Asked[] => {
  const id: Asked = { field: 'id', kind: 'leaf', type: 'ID', below: [] };
  return below.some(({ field }) => field === 'id') ? [...below] : [id, ...below];
};

/** Leaves and records under other names; what is below a page keeps its own, since the reader looks for it. */
function renamed(asked: Asked): Asked {
  const rename = (each: Asked): Asked =>
    each.kind === 'connection'
      ? each
      : { ...each, ...(each.field === 'id' ? {} : { alias: `other_${each.field}` }), below: each.below.map(rename) };
  return { ...asked, below: asked.below.map(rename) };
}

/** Which row's id an argument or input of this name takes. */
export const ROW_OF_ARGUMENT: Readonly<Record<string, readonly RowName[]>> = {
  student: ['Student'],
  schoolLocation: ['SchoolLocation'],
  schoolLocationId: ['SchoolLocation'],
  supervisor: ['StaffMember (the guide)'],
  actor: ['StaffMember (the guide)'],
  openedBy: ['StaffMember (the guide)'],
  subject: ['Student', 'Placement'],
  subjectId: ['Evaluation (drafts)', 'WarmHandover'],
  recipient: ['Employer', 'PartnerOrganisation'],
  employer: ['Employer'],
  group: ['CompanyGroup'],
  site: ['EmployerSite'],
  placement: ['Placement'],
  partner: ['PartnerOrganisation'],
};
