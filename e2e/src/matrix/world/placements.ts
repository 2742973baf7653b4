import type { Answer } from '@servicepunt/shared/test-support/subgraph';
import { until } from '@servicepunt/shared/test-support/subgraph';
import type { Canaries } from '../canaries.ts';
import type { BundleName } from '../situations.ts';
import type { Client } from './client.ts';
import { day, monday, workingDays } from './days.ts';
import type { Ground } from './ground.ts';

type Data = Answer['data'];
export interface Placed {
  readonly id: string;
  readonly company: 'A' | 'B';
}
export interface Evaluations {
  readonly START: string;
  readonly MIDTERM: string;
  readonly FINAL: string;
}

/** What a company may see of a trainee, as a consent has to name it (DOMAIN section 7). */
const ITEMS = ['firstName', 'familyNameUnderAgreement', 'ageClass', 'goals', 'schedule', 'workAdjustments', 'emergencyContact'];

export function createPlacing(client: Client, canaries: Canaries, ground: Ground) {
  const coordinator = ground.as('coordinator');
  let keys = 0;
  const idempotencyKey = () => `matrix-${(keys += 1)}`;
  const revisionOf = async (field: 'placement' | 'evaluation' | 'student', id: string): Promise<number> =>
    (await client.ask(coordinator, `query ($id: ID!) { ${field}(id: $id) { revision } }`, { id }))[field].revision as number;

  return {
    idempotencyKey,
    revisionOf,

    /** The word of whoever decides at this age: a guardian's on paper, the pupil's own. */
    async consent(story: BundleName, purpose: string, items: readonly string[] = ITEMS): Promise<string> {
      const young = story === 'fifteen';
      const { consent } = await client.act(
        ground.as(young ? 'guardian fifteen' : `pupil ${story}`),
        'giveConsent',
        { idempotencyKey: idempotencyKey(), studentId: ground.pupils[story], purpose, items },
        'consent { id }',
      );
      return consent.id as string;
    },

    async plan(story: BundleName, company: 'A' | 'B', weekdays: readonly number[], more: object = {}): Promise<Placed> {
      const { offer, workplaceSupervisor } = ground.companies[company];
      const by = story === 'elsewhere' ? ground.as('coordinatorElsewhere') : coordinator;
      const startsOn = monday(14);
      const of = `${storyOf(story, company)} Placement`;
      const { placement } = await client.act(
        by,
        'planPlacement',
        {
          idempotencyKey: idempotencyKey(),
          studentId: ground.pupils[story],
          offerId: offer,
          workplaceSupervisorId: workplaceSupervisor,
          kind: 'VOCATIONAL',
          rhythm: 'BLOCK',
          localName: canaries.word(`${of}.localName`),
          startsOn,
          endsOn: Temporal.PlainDate.from(startsOn).add({ days: 46 }).toString(),
          workingTimes: workingDays(...weekdays),
          goals: [canaries.word(`${of}.goals`)],
          workAdjustments: canaries.word(`${of}.workAdjustments`),
          legalBasis: 'CONSENT',
          ...more,
        },
        'placement { id }',
      );
      return { id: placement.id as string, company };
    },

    async cancel(story: BundleName, placed: Placed): Promise<void> {
      const reason = canaries.word(`${storyOf(story, placed.company)} Placement.endNote`);
      await client.act(
        coordinator,
        'cancelPlacement',
        { id: placed.id, revision: await revisionOf('placement', placed.id), reason },
        'placement { id }',
      );
    },

    /** Signed by all; the evaluations that follow are waited for. */
    async agree(story: BundleName, placed: Placed): Promise<Evaluations> {
      const of = `${storyOf(story, placed.company)} Placement.agreement`;
      const contact = (who: string) => ({
        name: canaries.word(`${of}.${who}.name`),
        email: canaries.email(`${of}.${who}.email`),
        phone: canaries.phone(`${of}.${who}.phone`),
      });
      const parties = ['STUDENT', ...(story === 'eighteen' ? [] : ['GUARDIAN']), 'SCHOOL', 'COMPANY'];
      await client.act(
        coordinator,
        'agreePlacement',
        {
          id: placed.id,
          revision: await revisionOf('placement', placed.id),
          terms: {
            schoolName: canaries.word(`${of}.schoolName`),
            schoolSupervisor: contact('schoolSupervisor'),
            workplaceSupervisor: contact('workplaceSupervisor'),
            groundsForEarlyEnd: [canaries.word(`${of}.groundsForEarlyEnd`)],
            dangerousWorkExcluded: true,
          },
          signatures: parties.map((party) => ({ party, signedOn: day(0) })),
        },
        'placement { id }',
      );
      let found: Record<string, string> = {};
      await until(async () => {
        const { placement } = await client.ask(
          coordinator,
          'query ($id: ID!) { placement(id: $id) { evaluations { nodes { id moment } } } }',
          {
            id: placed.id,
          },
        );
        found = Object.fromEntries(placement.evaluations.nodes.map((row: Data) => [row.moment, row.id]));
        return ['START', 'MIDTERM', 'FINAL'].every((moment) => found[moment]);
      }, 'the evaluations to be planned');
      return { START: found['START'] ?? '', MIDTERM: found['MIDTERM'] ?? '', FINAL: found['FINAL'] ?? '' };
    },

    async amend(story: BundleName, placed: Placed): Promise<void> {
      const of = `${storyOf(story, placed.company)} Placement.amendments`;
      const contact = (who: string) => ({ name: canaries.word(`${of}.${who}.name`), email: canaries.email(`${of}.${who}.email`) });
      const endsOn = Temporal.PlainDate.from(monday(14)).add({ days: 53 }).toString();
      const guide = (
        await client.ask(coordinator, 'query ($id: ID!) { student(id: $id) { supervisor { id } } }', { id: ground.pupils[story] })
      ).student.supervisor.id;
      await client.act(
        coordinator,
        'amendAgreement',
        {
          id: placed.id,
          revision: await revisionOf('placement', placed.id),
          startsOn: monday(14),
          endsOn,
          workingTimes: workingDays(1, 2),
          supervisorId: guide,
          schoolSupervisor: contact('schoolSupervisor'),
          workplaceSupervisorId: ground.companies[placed.company].workplaceSupervisor,
          workplaceSupervisor: contact('workplaceSupervisor'),
          reason: canaries.word(`${of}.reason`),
        },
        'placement { id }',
      );
    },

    async fillIn(id: string, who: string, role: 'EMPLOYER' | 'STUDENT' | 'SCHOOL', how: 'save' | 'submit', of: string): Promise<void> {
      const field = `${role.toLowerCase()}Form`;
      const { evaluation } = await client.ask(
        who,
        `query ($id: ID!) { evaluation(id: $id) { revision ${field} { questions { code kind } } } }`,
        {
          id,
        },
      );
      const answers = evaluation[field].questions.map(({ code, kind }: { code: string; kind: string }) => ({
        question: code,
        ...(kind === 'TEXT' ? { text: canaries.word(`${of}.${field}.answers.text`) } : { score: 1, text: null }),
      }));
      await client.act(
        who,
        how === 'save' ? 'saveEvaluationDraft' : 'submitEvaluation',
        { id, revision: evaluation.revision, role, answers, remark: canaries.word(`${of}.${field}.remark`) },
        'evaluation { id }',
      );
    },

    async conclude(id: string, of: string, missing: boolean): Promise<void> {
      await client.act(
        ground.as('guide'),
        'concludeEvaluation',
        {
          id,
          revision: await revisionOf('evaluation', id),
          outcome: 'ON_TRACK',
          text: canaries.word(`${of}.conclusion.text`),
          ...(missing ? { missingFormsReason: canaries.word(`${of}.conclusion.missingFormsReason`) } : {}),
        },
        'evaluation { id }',
      );
    },
  };
}
/** A placement at the other company belongs to no pupil's story: it lies beside them. */
const storyOf = (story: BundleName, company: 'A' | 'B'): string => (company === 'B' && story !== 'elsewhere' ? 'beside' : story);

export type Placing = ReturnType<typeof createPlacing>;
