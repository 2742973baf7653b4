import type { Grant, GrantScope, Role, ScopeKind, Viewer } from './contracts/roles.ts';

/**
 * Who may see and do what, as data: a row rule per role and reach, a verdict per field, a rule per action.
 * What isn't named is denied. One description gives both the database filter and the check in memory.
 */

/** Every row: for grants whose reach is the whole foundation, and for grants whose reach says nothing about this type. */
export const ANY_ROW = '*';

type Value = string | boolean | null;
export interface RowRule {
  /** Path of the row that has to equal the id of the grant's reach (an array holds it), or `ANY_ROW`. */
  readonly at: string;
  /** Further conditions on the row: equal, or one of. */
  readonly where?: Readonly<Record<string, Value | readonly Value[]>>;
  /** What an API key must have been given. */
  readonly apiScope?: GrantScope;
}
export type RowRules = Readonly<Partial<Record<Role, Readonly<Partial<Record<ScopeKind, string | RowRule>>>>>>;

export type Condition<Row> = (row: Row, viewer: Viewer, grant: Grant) => boolean;
/** `'row'`: everyone who sees the row. A list of roles. Or per role `true` or a condition on the row. */
export type FieldVerdict<Row> = 'row' | readonly Role[] | Readonly<Partial<Record<Role, true | Condition<Row>>>>;

/** A MongoDB filter made of equality, `$in` and `$or` only. */
export type RowFilter = Record<string, unknown>;

export interface Audited<Row, Field extends string> {
  readonly fields: readonly Field[];
  /** Id of the person whom the row is about. */
  subject(row: Row): string;
  /** For a field of which only some see what is restricted: whether this viewer does. Everybody, where it is absent. */
  readonly shows?: (viewer: Viewer, row: Row) => boolean;
}

export interface EntityPolicy<Row, Action extends string = string> {
  readonly kind: 'entity';
  readonly type: string;
  readonly fields: Readonly<Record<string, FieldVerdict<Row>>>;
  /** Fields of which every reading is written down before it is answered, and the person (id) whom the row is about. */
  readonly audited?: Audited<Row, string>;
  /** The rows that `viewer` may know of, as a filter; null when there are none. */
  rows(viewer: Viewer): RowFilter | null;
  sees(viewer: Viewer, row: Row): boolean;
  maySee(viewer: Viewer, row: Row, field: string): boolean;
  /** Whether `viewer` may do this to this row. */
  may(action: Action, viewer: Viewer, row: Row): boolean;
}

/** The policy of an entity type whose rows this service owns. */
export function entityPolicy<Row extends object, Fields extends string, Action extends string = never>(definition: {
  readonly type: string;
  readonly rows: RowRules;
  readonly fields: Readonly<Record<Fields, FieldVerdict<Row>>>;
  readonly audited?: Audited<Row, NoInfer<Fields>>;
  readonly actions?: Readonly<
    Record<Action, { readonly [R in Role]?: Readonly<Partial<Record<ScopeKind, string | RowRule>>> | Condition<Row> }>
  >;
}): EntityPolicy<Row, Action> {
  const seeing = new WeakMap<Viewer, WeakMap<Row, readonly Grant[]>>();
  const grantsThatSee = (viewer: Viewer, row: Row): readonly Grant[] => {
    let byRow = seeing.get(viewer);
    if (!byRow) seeing.set(viewer, (byRow = new WeakMap()));
    let grants = byRow.get(row);
    if (!grants)
      byRow.set(row, (grants = viewer.grants.filter((grant) => matches(ruleOf(definition.rows[grant.role], grant), grant, row))));
    return grants;
  };
  return {
    kind: 'entity',
    type: definition.type,
    fields: definition.fields,
    ...(definition.audited ? { audited: definition.audited } : {}),
    rows: (viewer) => rowFilter(definition.rows, viewer),
    sees: (viewer, row) => grantsThatSee(viewer, row).length > 0,
    maySee(viewer, row, field) {
      const verdict = (definition.fields as Record<string, FieldVerdict<Row>>)[field];
      return verdict !== undefined && grantsThatSee(viewer, row).some((grant) => allows(verdict, grant, viewer, row));
    },
    may(action, viewer, row) {
      const roles = definition.actions?.[action];
      if (!roles) return false;
      return viewer.grants.some((grant) => {
        const rule = roles[grant.role];
        if (typeof rule !== 'function') return matches(ruleOf(rule, grant), grant, row);
        return matches(ruleOf(definition.rows[grant.role], grant), grant, row) && rule(row, viewer, grant);
      });
    },
  };
}

/** An entity of another service that this one adds fields to: the roles that may use each added field. */
export interface StubPolicy {
  readonly kind: 'stub';
  readonly type: string;
  readonly fields: Readonly<Record<string, StubVerdict>>;
}
/** `'row'`: everybody. A list of roles, or of reaches per role. */
export type StubVerdict = 'row' | readonly Role[] | Readonly<Partial<Record<Role, readonly ScopeKind[]>>>;
export function stubPolicy<Fields extends string>(type: string, fields: Readonly<Record<Fields, StubVerdict>>): StubPolicy {
  return { kind: 'stub', type, fields };
}

/** Value types: whoever may see the field that holds one may see all of it. */
export interface PartPolicy {
  readonly kind: 'part';
  readonly types: readonly string[];
}
export const partsOf = (...types: readonly string[]): PartPolicy => ({ kind: 'part', types });

/** The roles that may use each root field; `signedIn` is every person, system or link that the gateway knows. */
export interface OperationPolicy {
  readonly kind: 'operations';
  readonly Query: Readonly<Record<string, 'signedIn' | readonly Role[]>>;
  readonly Mutation: Readonly<Record<string, 'signedIn' | readonly Role[]>>;
  readonly Subscription: Readonly<Record<string, 'signedIn' | readonly Role[]>>;
}
export function operationPolicy(operations: Partial<Omit<OperationPolicy, 'kind'>>): OperationPolicy {
  return { kind: 'operations', Query: {}, Mutation: {}, Subscription: {}, ...operations };
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list of policies mixes row types; each is checked where it is made.
export type Policy = EntityPolicy<any, any> | StubPolicy | PartPolicy | OperationPolicy;

/** Whether any grant of the viewer has one of these roles. */
export function hasRole(viewer: Viewer, roles: readonly Role[]): boolean {
  return viewer.grants.some((grant) => roles.includes(grant.role));
}

/** Whether any grant of the viewer passes the verdict of a field that is added to another service's entity. */
export function passesStub(viewer: Viewer, verdict: StubVerdict): boolean {
  if (verdict === 'row') return true;
  if (isRoles(verdict)) return hasRole(viewer, verdict);
  return viewer.grants.some((grant) => verdict[grant.role]?.includes(grant.scope.kind) ?? false);
}
const isRoles = (verdict: StubVerdict): verdict is readonly Role[] => Array.isArray(verdict);

/** Ids that the viewer's grants of a role and reach name: `scopeIds(viewer, 'LOCATION', ['COORDINATOR'])`. */
export function scopeIds(viewer: Viewer, kind: Exclude<ScopeKind, 'ALL'>, roles?: readonly Role[]): string[] {
  return viewer.grants.flatMap((grant) => (grant.scope.kind === kind && (!roles || roles.includes(grant.role)) ? [grant.scope.id] : []));
}

function ruleOf(rules: Readonly<Partial<Record<ScopeKind, string | RowRule>>> | undefined, grant: Grant): RowRule | undefined {
  const rule = rules?.[grant.scope.kind];
  return typeof rule === 'string' ? { at: rule } : rule;
}

function reaches(rule: RowRule, grant: Grant): boolean {
  return rule.apiScope === undefined || (grant.apiScopes?.includes(rule.apiScope) ?? false);
}

function matches(rule: RowRule | undefined, grant: Grant, row: object): boolean {
  if (!rule || !reaches(rule, grant)) return false;
  if (rule.at !== ANY_ROW && !(grant.scope.kind !== 'ALL' && valuesAt(row, rule.at).includes(grant.scope.id))) return false;
  return Object.entries(rule.where ?? {}).every(([path, wanted]) => {
    const values = valuesAt(row, path);
    const options: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    return options.some((option) => values.includes(option) || (option === null && values.every((value) => value === undefined)));
  });
}

function rowFilter(rules: RowRules, viewer: Viewer): RowFilter | null {
  const alternatives = new Map<string, { rule: RowRule; ids: string[] }>();
  for (const grant of viewer.grants) {
    const rule = ruleOf(rules[grant.role], grant);
    if (!rule || !reaches(rule, grant)) continue;
    if (rule.at === ANY_ROW && !rule.where) return {};
    if (rule.at !== ANY_ROW && grant.scope.kind === 'ALL') continue;
    const key = JSON.stringify([rule.at, rule.where ?? null]);
    const alternative = alternatives.get(key) ?? { rule, ids: [] };
    if (grant.scope.kind !== 'ALL' && !alternative.ids.includes(grant.scope.id)) alternative.ids.push(grant.scope.id);
    alternatives.set(key, alternative);
  }
  const filters = [...alternatives.values()].map(({ rule, ids }) => {
    const filter: RowFilter = {};
    for (const [path, wanted] of Object.entries(rule.where ?? {}))
      filter[path] = Array.isArray(wanted) ? { $in: [...(wanted as readonly Value[])] } : wanted;
    if (rule.at !== ANY_ROW) filter[rule.at] = ids.length === 1 ? ids[0] : { $in: ids };
    return filter;
  });
  if (filters.length === 0) return null;
  return filters.length === 1 ? (filters[0] ?? null) : { $or: filters };
}

function allows<Row>(verdict: FieldVerdict<Row>, grant: Grant, viewer: Viewer, row: Row): boolean {
  if (verdict === 'row') return true;
  if (isRoleList(verdict)) return verdict.includes(grant.role);
  const own = verdict[grant.role];
  return own === true || (typeof own === 'function' && own(row, viewer, grant));
}
const isRoleList = <Row>(verdict: FieldVerdict<Row>): verdict is readonly Role[] => Array.isArray(verdict);

function valuesAt(row: object, path: string): unknown[] {
  let values: unknown[] = [row];
  for (const step of path.split('.')) {
    values = values.flatMap((value) => {
      const member: unknown = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[step] : undefined;
      return Array.isArray(member) ? member : [member];
    });
  }
  return values;
}
