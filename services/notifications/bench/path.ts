import type { EvaluationEvent } from '@servicepunt/shared/contracts/events';
import { ours } from '@servicepunt/shared/mongo';
import { planReminders } from '../src/rule/plan.ts';
import type { Engine } from './engine.ts';
import { measure, type Cpu, type Measured } from './measure.ts';

const DUE_ON = '2026-11-26';
const TOLD_AT = new Date('2026-11-10T09:00:00Z');
const ROLES = ['EMPLOYER', 'STUDENT', 'SCHOOL'];

const evaluation = (index: number, dueOn = DUE_ON): EvaluationEvent => ({
  evaluationId: `evl_${index}`,
  placementId: `plc_${index}`,
  studentId: `stu_${index}`,
  locationId: `loc_${index % 6}`,
  employerId: `emp_${index % 100}`,
  holidayRegion: 'ZUID',
  moment: 'MIDTERM',
  dueOn,
  pendingRoles: ROLES,
});
/** The moments at which the reminders of one evaluation fall due. */
const plan = planReminders({ type: 'EVALUATION', holidayRegion: 'ZUID', dueOn: DUE_ON, pendingRoles: ROLES });
export const PER_EVENT = plan.length;

const PAGE = 200;
let number = 0;
async function tell(
  engine: Engine,
  type: 'EvaluationScheduled' | 'EvaluationChanged' | 'EvaluationCancelled',
  events: readonly EvaluationEvent[],
  revision: number,
): Promise<void> {
  // In pages, as the subscriber pulls them.
  for (let from = 0; from < events.length; from += PAGE) {
    const page = events.slice(from, from + PAGE).map((data) => {
      number += 1;
      return { type, number, id: 'evt', at: TOLD_AT.toISOString(), revision, actor: 'stf_1', data };
    });
    await engine.handlePage('placements', page);
  }
}
const batch = (count: number, dueOn?: string) => Array.from({ length: count }, (_unused, index) => evaluation(index, dueOn));

/** Every reminder of `events` evaluations, from the event to the recorded delivery: each due day is played, one after another. */
export async function fullPath(engine: Engine, events: number, meter: () => Promise<Cpu>): Promise<Measured[]> {
  engine.playAt(TOLD_AT);
  const commandsBefore = engine.commands();
  const results: Measured[] = [];
  results.push(
    await measure('schedule: event → reminders in MongoDB', events * PER_EVENT, meter, () =>
      tell(engine, 'EvaluationScheduled', batch(events), 1),
    ),
  );
  const workers = engine.startWorkers();
  const days = [...new Set(plan.map((entry) => entry.dueAt.getTime()))].toSorted((left, right) => left - right);
  let dueSoFar = 0;
  const deliver = await measure(
    'deliver: reminder → job → claim → owner asked → delivery recorded',
    events * PER_EVENT,
    meter,
    async () => {
      for (const day of days) {
        engine.playAt(new Date(day - 50));
        await engine.promoter.promote();
        dueSoFar += events * plan.filter((entry) => entry.dueAt.getTime() === day).length;
        await engine.looked(dueSoFar);
      }
    },
  );
  results.push(deliver);
  await workers.close();
  const commands = (engine.commands() - commandsBefore) / deliver.count;
  // The last marks are written after the last look.
  const recorded = await engine.deliveries.model.countDocuments({});
  const sent = await engine.reminders.model.countDocuments(ours({ status: 'SENT' }));
  if (sent !== events * PER_EVENT || recorded === 0) throw new Error(`Only ${sent} of ${events * PER_EVENT} reminders went the whole way`);
  const schedule = results[0] as Measured;
  const total = schedule.seconds + deliver.seconds;
  results.push({
    name: 'the full path',
    count: deliver.count,
    seconds: total,
    perSecond: deliver.count / total,
    commands,
    cpu: {
      node: schedule.cpu.node + deliver.cpu.node,
      redis: schedule.cpu.redis + deliver.cpu.redis,
      documents: schedule.cpu.documents + deliver.cpu.documents,
    },
  });
  return results;
}

/** What it costs when due days move and subjects are cancelled. */
export async function moveAndCancel(engine: Engine, events: number, meter: () => Promise<Cpu>): Promise<Measured[]> {
  engine.playAt(TOLD_AT);
  await tell(engine, 'EvaluationScheduled', batch(events), 1);
  const count = events * PER_EVENT;
  return [
    await measure('move: all reminders cancelled, as many new ones', count, meter, () =>
      tell(engine, 'EvaluationChanged', batch(events, '2026-12-10'), 2),
    ),
    await measure('cancel: all reminders cancelled', count, meter, () =>
      tell(engine, 'EvaluationCancelled', batch(events, '2026-12-10'), 3),
    ),
  ];
}
