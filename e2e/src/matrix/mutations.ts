import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import { costOf, count } from './documents.ts';
import { headOf, ROW_NAMES, type Bundle, type RowName } from './rows.ts';
import { everyField, PAGE_SIZE, print, type Asked } from './selection.ts';
import type { Supergraph } from './supergraph.ts';
import { day } from './world/days.ts';

/** A mutation with all of its payload, and an input made from the story's ids by the names of its fields. */
export interface TriedMutation {
  readonly name: string;
  /** The subgraph that owns it. */
  readonly graph: string;
  readonly asked: Asked;
  readonly text: string;
  /** With what its subgraph answers by itself. */
  readonly ownText: string;
  readonly inputType: string;
  /** Each id that its input takes, with the record that it is of. */
  readonly ids: readonly { readonly field: string; readonly row: RowName }[];
  /** `instead` puts another id into one field. */
  input(bundle: Bundle, instead?: { readonly field: string; readonly id: string }): Record<string, unknown>;
}

/** Several mutations in one document, as long as the gateway takes it; they run one after the other. */
export interface MutationDocument {
  readonly mutations: readonly TriedMutation[];
  readonly text: string;
  variables(bundle: Bundle): Record<string, unknown>;
}

/** No record has it: a change is refused and, for whoever may see the record, its present state comes back. */
const STALE_REVISION = 1_000_000;

/** What the gateway takes of one document (gateway/src/limits), with some room, also from a link. */
const LIMITS = { roots: 12, fields: 560, characters: 14_000, cost: 450 };
const COST_OF_MUTATION = 10;

/** Puts mutations together, those of one subgraph beside each other. */
export function inMutationDocuments(mutations: readonly TriedMutation[]): MutationDocument[] {
  const batches: TriedMutation[][] = [];
  for (const mutation of mutations.toSorted((left, right) => left.graph.localeCompare(right.graph))) {
    const batch = batches.at(-1);
    const together = [...(batch ?? []), mutation];
    const sum = (of: (each: TriedMutation) => number): number => together.reduce((total, each) => total + of(each), 0);
    const fits =
      together.length <= LIMITS.roots &&
      sum(({ asked }) => 1 + count(asked)) <= LIMITS.fields &&
      sum(({ text }) => text.length + 60) <= LIMITS.characters &&
      sum(({ asked }) => COST_OF_MUTATION + costOf(asked, 1)) <= LIMITS.cost;
    if (batch && fits) batch.push(mutation);
    else batches.push([mutation]);
  }
  return batches.map((batch) => ({
    mutations: batch,
    text: `mutation (${batch.map(({ inputType }, index) => `$i${index}: ${inputType}!`).join(', ')}) { ${batch.map(({ text }, index) => text.replace('$input', `$i${index}`)).join(' ')} }`,
    variables: (bundle) => Object.fromEntries(batch.map((mutation, index) => [`i${index}`, mutation.input(bundle)])),
  }));
}

/** Every mutation, with an input that changes nothing where its form allows that. */
export function triedMutations(supergraph: Supergraph): TriedMutation[] {
  const mutations = Object.values(supergraph.schema.getMutationType()?.getFields() ?? {});
  const graphs = new Map(supergraph.type('Mutation').fields.map(({ name, graphs: of }) => [name, [...of][0] ?? '']));
  return mutations.map((mutation) => {
    const payload = getNamedType(mutation.type).name;
    const graph = graphs.get(mutation.name) ?? '';
    const askedOf = (options: { graph?: string }): Asked => {
      const below = supergraph.type(payload).fields.flatMap((field): Asked[] => {
        if (field.isLeaf) return [{ field: field.name, kind: 'leaf', type: field.target, below: [] }];
        const kind = supergraph.type(field.target).kind === 'entity' ? 'reference' : 'part';
        const fields = everyField(supergraph, field.target, options);
        return [{ field: field.name, kind, type: field.target, many: field.isList, below: fields }];
      });
      return { field: mutation.name, args: '(input: $input)', kind: 'part', type: payload, below };
    };
    const asked = askedOf({});
    const input = getNamedType(mutation.args[0]?.type ?? mutation.type);
    if (!isInputObjectType(input)) throw new Error(`${mutation.name} takes no input`);
    const ids = new Map<string, RowName>();
    inputFor(input, mutation.name, (field, row) => (ids.set(field, row), ''));
    return {
      name: mutation.name,
      graph,
      asked,
      text: print([asked]).replaceAll(PAGE_SIZE, '1'),
      ownText: print([askedOf({ graph })]).replaceAll(PAGE_SIZE, '1'),
      inputType: input.name,
      ids: [...ids].map(([field, row]) => ({ field, row })),
      input: (bundle, instead) =>
        inputFor(input, mutation.name, (field, row) => (instead?.field === field ? instead.id : headOf(bundle, row))),
    };
  });
}

type IdOf = (field: string, row: RowName) => string;

function inputFor(type: GraphQLInputObjectType, mutation: string, idOf: IdOf): Record<string, unknown> {
  return Object.fromEntries(
    Object.values(type.getFields()).flatMap((field) => {
      const value = valueFor(field, mutation, idOf);
      return value === undefined ? [] : [[field.name, value] as const];
    }),
  );
}

function valueFor(field: GraphQLInputField, mutation: string, idOf: IdOf): unknown {
  const named = getNamedType(field.type);
  const list = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
  if (field.name === 'revision') return STALE_REVISION;
  if (field.name === 'idempotencyKey') return `matrix-try-${mutation}`;
  if (named.name === 'ID') {
    const row = field.name === 'id' || field.name === 'ids' ? SUBJECT_OF[mutation] : ID_FIELDS[field.name];
    if (row === undefined) {
      if (isNonNullType(field.type)) throw new Error(`The generator has no id for ${field.name} of ${mutation}`);
      return undefined;
    }
    const id = idOf(field.name, row);
    return list ? [id] : id;
  }
  if (!isNonNullType(field.type)) return undefined;
  const value = isInputObjectType(named)
    ? inputFor(named, mutation, idOf)
    : isEnumType(named)
      ? named.getValues()[0]?.name
      : SAMPLES[named.name]?.();
  if (value === undefined) throw new Error(`The generator has no value for ${field.name} (${named.name}) of ${mutation}`);
  return list ? [value] : value;
}

const SAMPLES: Readonly<Record<string, () => unknown>> = {
  String: () => 'probeersel',
  FreeText: () => 'probeersel',
  Int: () => 1,
  Float: () => 1,
  Boolean: () => true,
  Date: () => day(30),
  DateTime: () => `${day(30)}T10:00:00Z`,
  LocalTime: () => '09:00',
  EmailAddress: () => 'probeersel@matrix.example',
  PhoneNumber: () => '+31612345678',
};
const ID_FIELDS: Readonly<Record<string, RowName>> = {
  studentId: 'Student',
  guardianId: 'Guardian',
  schoolLocationId: 'SchoolLocation',
  supervisorId: 'StaffMember (the guide)',
  relationOwnerId: 'StaffMember (the guide)',
  employerId: 'Employer',
  siteId: 'EmployerSite',
  offerId: 'PlacementOffer',
  workplaceSupervisorId: 'WorkplaceSupervisor',
  partnerId: 'PartnerOrganisation',
  contactPersonId: 'PartnerOrganisation',
  contactId: 'PartnerOrganisation',
  placementId: 'Placement',
  subjectId: 'Evaluation (drafts)',
};
/** Whose `id` a mutation takes. */
const bySubject: Partial<Record<RowName, readonly string[]>> = {
  Student: ['changeStudent', 'changeSupervisor', 'recordOutflow', 'recordShortStay', 'recordDevelopmentPlan'],
  Guardian: ['changeGuardian', 'removeGuardian', 'recordLegalRepresentation', 'endLegalRepresentation'],
  Consent: ['confirmConsent', 'withdrawConsent'],
  'StaffMember (the guide)': ['grantRole', 'withdrawGrant', 'deactivateStaffMember'],
  Employer: ['changeEmployer', 'activateEmployer', 'deactivateEmployer'],
  EmployerSite: ['changeEmployerSite'],
  EmployerContact: ['changeContact', 'deactivateContact'],
  WorkplaceSupervisor: ['changeWorkplaceSupervisor', 'deactivateWorkplaceSupervisor'],
  PlacementOffer: ['changeOffer', 'closeOffer'],
  ApiKey: ['revokeApiKey'],
  Placement: [
    ...[
      'proposePlacement',
      'movePlacement',
      'changeWorkingTimes',
      'changeLearningPlan',
      'declinePlacement',
      'cancelPlacement',
      'endPlacement',
    ],
    ...['draftAgreement', 'signAgreement', 'agreePlacement', 'amendAgreement', 'withdrawAmendment'],
  ],
  'Evaluation (drafts)': ['moveEvaluation', 'saveEvaluationDraft', 'submitEvaluation', 'concludeEvaluation'],
  WarmHandover: ['recordHandoverItem', 'informParties', 'planHandoverConversation', 'holdHandover', 'confirmHandover', 'cancelHandover'],
  PartnerOrganisation: ['addPartnerContact', 'changePartnerContact'],
  AftercareCase: ['recordOutcomeCheck'],
  'Reminder (to the company)': ['cancelReminder'],
  'Delivery (to the company)': ['retryDelivery'],
  'Notification (to the school)': ['markNotificationRead'],
};
const SUBJECT_OF: Readonly<Record<string, RowName>> = Object.fromEntries(
  ROW_NAMES.flatMap((row) => (bySubject[row] ?? []).map((mutation) => [mutation, row] as const)),
);
