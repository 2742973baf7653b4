import { containsNationalNumber, isNumberedText } from '@servicepunt/shared/contracts/free-text';
import { messageOf, Refusal, type Problem, type Wording } from '@servicepunt/shared/errors';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import { derivedId, fingerprint } from '@servicepunt/shared/ids';
import { importRows, type ImportResult, type RowCheck } from '@servicepunt/shared/import';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { Calendar } from '../../calendar/calendar.ts';
import type { CalendarSnapshot } from '../../calendar/store.ts';
import type { CallFor, PupilFacts } from '../../callees.ts';
import { concurrently } from '../../concurrently.ts';
import { followUpsOf, type FollowUps } from '../../follow-up/follow-ups.ts';
import type { ImportPlacementsInput, PlacementImportRow } from '../../schema.generated.ts';
import { isMinorOn } from '../../working-time/rules.ts';
import type { PlacementFollowUp } from '../follow-ups.ts';
import { readImported, WAS_AGREED, type ImportedFacts } from '../import-rules.ts';
import { mayImportFor } from '../policy.ts';
import { LONGEST_DAYS, OPEN_STATES, periodProblem, SEEN_BY_COMPANY, type StoredState } from '../rules.ts';
import { placementEvent, type PlacementRow, type PlacementStore } from '../store.ts';
import { calendarJudge, scheduleProblems } from './checks.ts';

const CALLS_AT_ONCE = 8;

type Facts =
  | { readonly placementNumber: string; readonly changed: false }
  | ({
      readonly placementNumber: string;
      readonly changed: true;
      readonly hash: string;
      readonly row: PlacementImportRow;
      readonly pupil: PupilFacts;
    } & ImportedFacts);

/** Placements of another administration, by their number. What was changed here since isn't overwritten by what that administration doesn't know. */
export function createImporting(deps: {
  store: PlacementStore;
  calendar: Calendar;
  callFor: CallFor;
  followUps: FollowUps;
  /** Texts of all codes, to tell a row's refusal in words. */
  messages: Parameters<typeof messageOf>[0];
}) {
  const { store, calendar, callFor, followUps } = deps;
  const idOf = (placementNumber: string) => derivedId('plc', 'import', placementNumber);
  const inWords = (problem: Problem): Wording => ({
    nl: messageOf(deps.messages, problem, 'nl'),
    en: messageOf(deps.messages, problem, 'en'),
  });

  /** What the other services know of the rows, asked once per pupil and per workplace. */
  async function lookUp(context: Context, rows: readonly PlacementImportRow[]) {
    const pupils = new Map<string, PupilFacts | null>();
    const workplaces = new Map<string, string | null>();
    await concurrently([...new Set(rows.map((row) => row.studentId))], CALLS_AT_ONCE, async (studentId) => {
      pupils.set(studentId, (await callFor(context, 'students.studentForPlacement', { studentId })).student);
    });
    const distinct = new Map(rows.filter((row) => row.employerId).map((row) => [workplaceKey(row), row]));
    await concurrently([...distinct], CALLS_AT_ONCE, async ([key, row]) => {
      const { employerId = '', siteId, workplaceSupervisorId } = row;
      const place = { employerId: employerId ?? '', siteId: siteId ?? null, workplaceSupervisorId: workplaceSupervisorId ?? null };
      workplaces.set(key, (await callFor(context, 'employers.checkWorkplace', place)).problem);
    });
    return { pupils, workplaces };
  }

  function check(
    context: Context,
    row: PlacementImportRow,
    known: { existing: PlacementRow | undefined; pupils: Map<string, PupilFacts | null>; workplaces: Map<string, string | null> },
  ): RowCheck<Facts> {
    const wrong = (column: string, rule: Wording, code?: 'NOT_FOUND') => ({ ok: false, column, rule, ...(code ? { code } : {}) }) as const;
    const { existing } = known;
    const hash = fingerprint(row);
    if (existing?.imported?.hash === hash && mayImportFor(context.viewer, { locationId: existing.schoolLocationId }))
      return { ok: true, facts: { placementNumber: row.placementNumber, changed: false } };
    const today = context.clock.today();
    // Here rather than in the import's own check: a row that is refused must not have claimed the pupil's time before.
    if (isNumberedText(row.placementNumber)) return { ok: false, column: 'placementNumber', rule: '', code: 'NATIONAL_NUMBER' };
    for (const column of ['localName', 'goals'] as const)
      if ([row[column] ?? []].flat().some(containsNationalNumber)) return { ok: false, column, rule: '', code: 'NATIONAL_NUMBER' };
    const reading = readImported(row, today);
    if (!reading.ok) return wrong(reading.column, reading.rule);
    const pupil = known.pupils.get(row.studentId);
    if (!pupil || !mayImportFor(context.viewer, pupil)) return wrong('studentId', '', 'NOT_FOUND');
    if (existing && existing.schoolLocationId !== pupil.locationId) return wrong('placementNumber', '', 'NOT_FOUND');
    if (existing?.agreement)
      return wrong('placementNumber', { nl: 'heeft hier een overeenkomst: wijzig die', en: 'has an agreement here: amend that' });
    const problem = known.workplaces.get(workplaceKey(row)) ?? null;
    if (problem === 'UNKNOWN_EMPLOYER' || problem === 'INACTIVE') return wrong('employerId', '', 'NOT_FOUND');
    if (problem === 'UNKNOWN_SITE') return wrong('siteId', '', 'NOT_FOUND');
    if (problem === 'UNKNOWN_WORKPLACE_SUPERVISOR') return wrong('workplaceSupervisorId', '', 'NOT_FOUND');
    const { facts } = reading;
    const schedule = { startsOn: row.startsOn, endsOn: row.endsOn, workingTimes: facts.workingTimes };
    // What is over can't be made lawful any more; what is open has to be.
    const problems: Problem[] = OPEN_STATES.includes(facts.state)
      ? scheduleProblems({ birthdays: pupil, profile: pupil.profile }, schedule, null)
      : [periodProblem(schedule, null)].filter((found) => found !== null).map((found) => ({ ...found, params: { max: LONGEST_DAYS } }));
    const [first] = problems;
    if (first) return wrong(first.field?.split('.')[0] ?? 'workingTimes', inWords(first));
    return { ok: true, facts: { placementNumber: row.placementNumber, changed: true, hash, row, pupil, ...facts } };
  }

  /** Claims the pupil's time for an open placement; the refusal, or null. */
  async function claim(facts: Facts, seen: CalendarSnapshot | undefined): Promise<RowCheck<Facts> | null> {
    if (!facts.changed || !OPEN_STATES.includes(facts.state)) return null;
    const schedule = { startsOn: facts.row.startsOn, endsOn: facts.row.endsOn, workingTimes: facts.workingTimes };
    const judge = calendarJudge({ birthdays: facts.pupil, profile: facts.pupil.profile }, schedule);
    try {
      await calendar.claim(facts.pupil.studentId, { placementId: idOf(facts.placementNumber), ...schedule }, judge, seen);
      return null;
    } catch (error) {
      const [problem] = error instanceof Refusal ? error.problems : [];
      if (!problem) throw error;
      return { ok: false, column: 'workingTimes', rule: inWords(problem) };
    }
  }

  return async function importPlacements(context: Context, input: ImportPlacementsInput): Promise<ImportResult> {
    const existing = new Map(
      (await store.findByNumbers(input.rows.map((row) => row.placementNumber))).map((row) => [row.placementNumber, row]),
    );
    const news = input.rows.filter((row) => existing.get(row.placementNumber)?.imported?.hash !== fingerprint(row));
    const known = await lookUp(context, news);
    const checks = new Map(input.rows.map((row) => [row, check(context, row, { ...known, existing: existing.get(row.placementNumber) })]));
    const byPupil = Map.groupBy(input.rows, (row) => row.studentId);
    const calendars = await calendar.snapshots([...byPupil.keys()]);
    await concurrently([...byPupil.values()], CALLS_AT_ONCE, async (rows) => {
      for (const row of rows) {
        const checked = checks.get(row);
        const refusal = checked?.ok ? await claim(checked.facts, calendars.get(row.studentId)) : null;
        if (refusal) checks.set(row, refusal);
      }
    });
    const touched: string[] = [];
    const result = await importRows<PlacementImportRow, Facts, PlacementRow>(context, input.rows, {
      model: store.model,
      check: (row) => checks.get(row) ?? { ok: false, column: 'placementNumber', rule: '' },
      keyOf: (facts) => facts.placementNumber,
      keyOfRow: (row) => row.placementNumber ?? '',
      findExisting: () => Promise.resolve([...existing.values()]),
      idOf: (facts) => idOf(facts.placementNumber),
      toRow: (facts, row) => {
        if (!facts.changed) return { placementNumber: facts.placementNumber };
        touched.push(row?._id ?? idOf(facts.placementNumber));
        return fieldsOf(context, facts, row);
      },
      events: (id, facts, row) => (facts.changed ? eventsOf(id, facts, row) : []),
    });
    await followUps.run(touched);
    return result;
  };
}

const workplaceKey = (row: PlacementImportRow): string => JSON.stringify([row.employerId, row.siteId, row.workplaceSupervisorId]);

type ChangedFacts = Extract<Facts, { changed: true }>;

function fieldsOf(context: Context, facts: ChangedFacts, existing: PlacementRow | undefined): Partial<PlacementRow> {
  const { row, pupil } = facts;
  // Somebody moved it on here since the last import: that stands.
  const state = existing && existing.state !== existing.imported?.state ? existing.state : facts.state;
  const agreementInForce = WAS_AGREED.includes(state);
  const supervisorId = row.supervisorId ?? pupil.supervisorId;
  const work = followUpsOf(workLeft(facts, state), context);
  return {
    placementNumber: facts.placementNumber,
    studentId: pupil.studentId,
    schoolLocationId: pupil.locationId,
    holidayRegion: pupil.holidayRegion,
    profile: pupil.profile,
    birthdays: { turns14On: pupil.turns14On, turns16On: pupil.turns16On, turns18On: pupil.turns18On },
    minorOnStart: isMinorOn(pupil, row.startsOn),
    supervisorId,
    supervisorFollows: supervisorId === pupil.supervisorId,
    pupilSupervisorId: pupil.supervisorId,
    employerId: row.employerId ?? null,
    siteId: row.siteId ?? null,
    offerId: row.offerId ?? null,
    workplaceSupervisorId: row.workplaceSupervisorId ?? null,
    kind: facts.kind,
    rhythm: facts.rhythm,
    localName: row.localName || null,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    workingTimes: facts.workingTimes,
    goals: facts.goals,
    state,
    agreementInForce,
    imported: { hash: facts.hash, state: facts.state, completedMoments: facts.completedMoments },
    ...(existing
      ? {}
      : {
          offerPlace: null,
          workAdjustments: null,
          disclosure: null,
          disclosureStands: false,
          agreement: null,
          amendments: [],
          evaluationIds: [],
          endedOn: null,
          endNote: null,
        }),
    followUps: [...(existing?.followUps ?? []), ...work.followUps],
    followUpAt: work.followUpAt,
  };
}

function workLeft({ row }: ChangedFacts, state: StoredState): PlacementFollowUp[] {
  const open = OPEN_STATES.includes(state);
  return [
    ...(row.offerId && open ? (['CONFIRM_OFFER_PLACE'] as const) : []),
    ...(row.employerId && SEEN_BY_COMPANY.includes(state) ? (['DISCLOSE_IMPORTED'] as const) : []),
    ...(WAS_AGREED.includes(state) ? (['SCHEDULE_EVALUATIONS'] as const) : []),
    ...(open ? [] : (['CLOSE_EVALUATIONS'] as const)),
    ...(open || state === 'COMPLETED' ? [] : (['RELEASE_CALENDAR', 'RELEASE_OFFER_PLACE'] as const)),
  ];
}

const END_REASONS: Readonly<Partial<Record<StoredState, string>>> = {
  COMPLETED: 'COMPLETED',
  ENDED_EARLY: 'EARLY_END',
  NO_SHOW: 'NO_SHOW',
  CANCELLED: 'CANCELLED',
  DECLINED: 'DECLINED',
};

function eventsOf(id: string, facts: ChangedFacts, existing: PlacementRow | undefined): NewEvent[] {
  const { row, pupil } = facts;
  const { startsOn, endsOn } = row;
  const data = placementEvent({
    _id: id,
    studentId: pupil.studentId,
    schoolLocationId: pupil.locationId,
    employerId: row.employerId ?? null,
    startsOn,
    endsOn,
  });
  if (existing) return [{ type: 'PlacementChanged', data }];
  const reason = END_REASONS[facts.state];
  return [
    { type: 'PlacementPlanned', data },
    ...(WAS_AGREED.includes(facts.state) ? [{ type: 'PlacementAgreed', data } as const] : []),
    ...(reason ? [{ type: 'PlacementEnded', data: { ...data, reason } } as const] : []),
  ];
}
