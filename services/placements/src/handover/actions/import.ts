import { isNumberedText } from '@servicepunt/shared/contracts/free-text';
import type { Wording } from '@servicepunt/shared/errors';
import { derivedId, fingerprint } from '@servicepunt/shared/ids';
import { importRows, type ImportResult, type RowCheck } from '@servicepunt/shared/import';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { CallFor, PupilFacts } from '../../callees.ts';
import { concurrently } from '../../concurrently.ts';
import { followUpsOf, type FollowUps } from '../../follow-up/follow-ups.ts';
import type { PartnerDirectory } from '../../partner/directory.ts';
import { isName, isNumbered } from '../../partner/rules.ts';
import { isDay } from '../../placement/import-rules.ts';
import { mayImportFor } from '../../placement/policy.ts';
import type { HandoverImportRow, ImportHandoversInput } from '../../schema.generated.ts';
import { ballIn, HANDOVER_STATES, HANDOVER_TARGETS, stepsAfter, type HandoverState, type HandoverTarget } from '../rules.ts';
import { handoverEvent, type HandoverRow, type HandoverStore } from '../store.ts';
import { NOTHING_YET } from './prepare.ts';

const CALLS_AT_ONCE = 8;

interface Changed {
  readonly handoverNumber: string;
  readonly hash: string;
  readonly pupil: PupilFacts;
  readonly row: HandoverImportRow;
  readonly target: HandoverTarget;
  readonly state: HandoverState;
  readonly conversationAt: Date | null;
}
type Facts = { readonly handoverNumber: string; readonly hash: null } | Changed;
type Read = RowCheck<Omit<Changed, 'pupil' | 'hash' | 'handoverNumber'>>;

/** Warm handovers of another administration, by their number. One that was moved on here since is left as it is. */
export function createHandoverImport(deps: { store: HandoverStore; partners: PartnerDirectory; callFor: CallFor; followUps: FollowUps }) {
  const { store, partners, callFor, followUps } = deps;

  function check(
    context: Context,
    row: HandoverImportRow,
    existing: HandoverRow | undefined,
    pupil: PupilFacts | null | undefined,
  ): RowCheck<Facts> {
    const { handoverNumber } = row;
    const hash = fingerprint(row);
    if (existing?.imported?.hash === hash && mayImportFor(context.viewer, { locationId: existing.schoolLocationId }))
      return { ok: true, facts: { handoverNumber, hash: null } };
    const read = readRow(row);
    if (!read.ok) return read;
    if (!pupil || !mayImportFor(context.viewer, pupil)) return { ok: false, column: 'studentId', rule: '', code: 'NOT_FOUND' };
    if (existing && existing.schoolLocationId !== pupil.locationId)
      return { ok: false, column: 'handoverNumber', rule: '', code: 'NOT_FOUND' };
    if (existing && existing.revision > 1 + importsOf(existing))
      return { ok: false, column: 'handoverNumber', rule: { nl: 'is hier intussen gewijzigd', en: 'was changed here meanwhile' } };
    return { ok: true, facts: { handoverNumber, hash, pupil, ...read.facts } };
  }

  return async function importHandovers(context: Context, input: ImportHandoversInput): Promise<ImportResult> {
    const existing = new Map(
      (await store.findByNumbers(input.rows.map((row) => row.handoverNumber))).map((row) => [row.handoverNumber, row]),
    );
    const news = input.rows.filter((row) => existing.get(row.handoverNumber)?.imported?.hash !== fingerprint(row));
    const pupils = new Map<string, PupilFacts | null>();
    await concurrently([...new Set(news.map((row) => row.studentId))], CALLS_AT_ONCE, async (studentId) => {
      pupils.set(studentId, (await callFor(context, 'students.studentForPlacement', { studentId })).student);
    });
    const checks = new Map(
      input.rows.map((row) => [row, check(context, row, existing.get(row.handoverNumber), pupils.get(row.studentId))]),
    );
    const receiving = await partners.findOrAdd(
      context,
      [...checks.values()].flatMap((checked) =>
        checked.ok && checked.facts.hash !== null ? [{ ...checked.facts.row.partner, kind: checked.facts.target }] : [],
      ),
    );
    const touched: string[] = [];
    const result = await importRows<HandoverImportRow, Facts, HandoverRow>(context, input.rows, {
      model: store.model,
      check: (row) => checks.get(row) ?? { ok: false, column: 'handoverNumber', rule: '' },
      keyOf: (facts) => facts.handoverNumber,
      keyOfRow: (row) => row.handoverNumber ?? '',
      findExisting: () => Promise.resolve([...existing.values()]),
      idOf: (facts) => idOf(facts.handoverNumber),
      toRow: (facts, row) => {
        if (facts.hash === null) return { handoverNumber: facts.handoverNumber };
        touched.push(row?._id ?? idOf(facts.handoverNumber));
        return fieldsOf(context, facts, row, receiving(facts.row.partner));
      },
      events: (id, facts, row) => (facts.hash === null ? [] : [eventOf(id, facts, row)]),
    });
    await followUps.run(touched);
    return result;
  };
}

const idOf = (handoverNumber: string): string => derivedId('who', 'import', handoverNumber);
/** Each import of changed content raised the revision by one. */
const importsOf = (row: HandoverRow): number => (row.imported?.times ?? 1) - 1;

function readRow(row: HandoverImportRow): Read {
  const wrong = (column: string, rule: Wording) => ({ ok: false, column, rule }) as const;
  if (row.handoverNumber.trim() === '' || row.handoverNumber.length > 50)
    return wrong('handoverNumber', { nl: '1 tot 50 tekens', en: '1 to 50 characters' });
  const target = HANDOVER_TARGETS.find((value) => value === row.target);
  if (!target) return wrong('target', HANDOVER_TARGETS.join(', '));
  const state = HANDOVER_STATES.find((value) => value === (row.state === 'CONVERSATION_PLANNED' ? 'PLANNED' : row.state));
  if (!state) return wrong('state', HANDOVER_STATES.join(', '));
  if (!isDay(row.deadline)) return wrong('deadline', { nl: 'een dag, zoals 2027-04-01', en: 'a day, as 2027-04-01' });
  const conversationAt = row.conversationAt ? new Date(row.conversationAt) : null;
  if (conversationAt !== null && Number.isNaN(conversationAt.getTime()))
    return wrong('conversationAt', { nl: 'een moment, zoals 2027-03-01T10:00:00Z', en: 'a moment, as 2027-03-01T10:00:00Z' });
  if (conversationAt === null && (state === 'PLANNED' || state === 'HELD' || state === 'CONFIRMED'))
    return wrong('conversationAt', { nl: 'moet ingevuld zijn in deze stand', en: 'must be filled in in this state' });
  if (isNumberedText(row.handoverNumber)) return { ok: false, column: 'handoverNumber', rule: '', code: 'NATIONAL_NUMBER' };
  const { partner } = row;
  for (const column of ['name', 'contactGivenName', 'contactFamilyName'] as const) {
    if (isNumbered(partner[column])) return { ok: false, column: `partner.${column}`, rule: '', code: 'NATIONAL_NUMBER' };
    if (!isName(partner[column])) return wrong(`partner.${column}`, { nl: '1 tot 200 tekens', en: '1 to 200 characters' });
  }
  if (isNumbered(partner.contactEmail)) return { ok: false, column: 'partner.contactEmail', rule: '', code: 'NATIONAL_NUMBER' };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(partner.contactEmail))
    return wrong('partner.contactEmail', { nl: 'een e-mailadres', en: 'an e-mail address' });
  return { ok: true, facts: { row, target, state, conversationAt } };
}

function fieldsOf(
  context: Context,
  facts: Changed,
  existing: HandoverRow | undefined,
  receiving: { partnerId: string; contactPersonId: string },
): Partial<HandoverRow> {
  const { pupil, state, target, conversationAt } = facts;
  const now = context.clock.now();
  const isShown = state === 'PLANNED' || state === 'HELD';
  const work = isShown ? followUpsOf(['DISCLOSE_IMPORTED'], context) : null;
  return {
    ...(existing ? {} : NOTHING_YET),
    handoverNumber: facts.handoverNumber,
    studentId: pupil.studentId,
    schoolLocationId: pupil.locationId,
    holidayRegion: pupil.holidayRegion,
    turns16On: pupil.turns16On,
    turns18On: pupil.turns18On,
    supervisorId: pupil.supervisorId,
    supervisorFollows: true,
    pupilSupervisorId: pupil.supervisorId,
    target,
    ...receiving,
    state,
    ball: ballIn(state),
    deadline: facts.row.deadline,
    conversationAt,
    confirmedAt: state === 'CONFIRMED' ? conversationAt : null,
    steps: existing?.state === state ? existing.steps : stepsAfter(existing?.steps ?? [], state, now),
    imported: { hash: facts.hash, times: (existing?.imported?.times ?? 0) + 1 },
    followUps: [...(existing?.followUps ?? []), ...(work?.followUps ?? [])],
    ...(work ? { followUpAt: work.followUpAt } : {}),
  };
}

function eventOf(id: string, { row, pupil, target, state, conversationAt }: Changed, existing: HandoverRow | undefined): NewEvent {
  const data = handoverEvent({
    _id: id,
    studentId: pupil.studentId,
    schoolLocationId: pupil.locationId,
    holidayRegion: pupil.holidayRegion,
    target,
    state,
    deadline: row.deadline,
    conversationAt,
  });
  if (state === 'CONFIRMED') return { type: 'HandoverConfirmed', data };
  if (state === 'CANCELLED') return { type: 'HandoverCancelled', data };
  return { type: existing ? 'HandoverChanged' : 'HandoverPlanned', data };
}
