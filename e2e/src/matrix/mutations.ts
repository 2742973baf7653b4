import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import { headOf, ROW_NAMES, type Bundle, type RowName } from './rows.ts';
import { everyField, PAGE_SIZE, print, type Asked } from './selection.ts';
import type { Supergraph } from './supergraph.ts';
import { day } from './world/days.ts';

/** A mutation with all of its payload, and an input made from the story's ids by the names of its fields. */
export interface MutationDocument {
  readonly name: string;
  readonly asked: Asked;
  readonly text: string;
  input(bundle: Bundle): Record<string, unknown>;
}

/** No record has it: a change is refused and, for whoever may see the record, its present state comes back. */
const STALE_REVISION = 1_000_000;

/** Every mutation, with an input that changes nothing where its form allows that. */
export function mutationDocuments(supergraph: Supergraph): MutationDocument[] {
  const mutations = Object.values(supergraph.schema.getMutationType()?.getFields() ?? {});
  return mutations.map((mutation) => {
    const payload = getNamedType(mutation.type).name;
    const below = supergraph.type(payload).fields.flatMap((field): Asked[] => {
      if (field.isLeaf) return [{ field: field.name, kind: 'leaf', type: field.target, below: [] }];
      const { kind } = supergraph.type(field.target);
      const record = kind === 'entity';
      return [
        {
          field: field.name,
          kind: record ? 'reference' : 'part',
          type: field.target,
          many: field.isList,
          below: everyField(supergraph, field.target),
        },
      ];
    });
    const asked: Asked = { field: mutation.name, args: '(input: $input)', kind: 'part', type: payload, below };
    const input = getNamedType(mutation.args[0]?.type ?? mutation.type);
    if (!isInputObjectType(input)) throw new Error(`${mutation.name} takes no input`);
    const text = `mutation ($input: ${input.name}!) { ${print([asked])} }`.replaceAll(PAGE_SIZE, '1');
    return { name: mutation.name, asked, text, input: (bundle) => inputFor(input, mutation.name, bundle) };
  });
}

function inputFor(type: GraphQLInputObjectType, mutation: string, bundle: Bundle): Record<string, unknown> {
  return Object.fromEntries(
    Object.values(type.getFields()).flatMap((field) => {
      const value = valueFor(field, mutation, bundle);
      return value === undefined ? [] : [[field.name, value] as const];
    }),
  );
}

function valueFor(field: GraphQLInputField, mutation: string, bundle: Bundle): unknown {
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
    const id = headOf(bundle, row);
    return list ? [id] : id;
  }
  if (!isNonNullType(field.type)) return undefined;
  const value = isInputObjectType(named)
    ? inputFor(named, mutation, bundle)
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
