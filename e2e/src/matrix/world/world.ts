import { hashLinkToken, newLinkToken } from '@servicepunt/shared/links';
import { until } from '@servicepunt/shared/test-support/subgraph';
import type { RunningStack } from '../../support/stack.ts';
import type { Canaries } from '../canaries.ts';
import type { Bundle } from '../rows.ts';
import { BUNDLES, type BundleName, type SituationCode } from '../situations.ts';
import { bundlesOf } from './bundles.ts';
import type { Client } from './client.ts';
import { day, monday } from './days.ts';
import { eraseSomebody } from './erasure.ts';
import type { Account, Ground } from './ground.ts';
import { openStories } from './opening.ts';
import type { Store } from './store.ts';

export interface World {
  readonly client: Client;
  readonly canaries: Canaries;
  readonly ground: Ground;
  readonly store: Store;
  /** The `authorization` header of each situation; null where there is none. */
  readonly credentials: Readonly<Record<SituationCode, string | null>>;
  readonly bundles: Readonly<Record<BundleName, Bundle>>;
  /** What the story withdrew: a placement on consent, and one of the same pupil on a contract. */
  readonly withdrawn: { readonly onConsent: string; readonly onContract: string; readonly consentId: string };
}

/** Plays seven stories by the mutations that people use, with a canary in every text. */
export async function makeWorld(stack: RunningStack): Promise<World> {
  const { canaries, client, store, ground, placing, handing, coordinator } = await openStories(stack);
  const servicePoint = ground.as('servicePoint');

  await restrictedRecords();
  const here = (await store.rows('students', 'loc')).find(({ locationCode }) => locationCode === ground.literals['locationCode']);
  await eraseSomebody(client, canaries, ground, here?._id ?? '');
  await aroundTheCompany();

  for (const story of ['seventeen', 'fifteen', 'eighteen', 'proposed'] as const) await placing.consent(story, 'PLACEMENT');
  const consentId = await placing.consent('withdrawn', 'PLACEMENT');
  await beforeThisGuide();
  const seventeen = await placing.plan('seventeen', 'A', [1, 2]);
  const atB = await placing.plan('seventeen', 'B', [3, 4], { legalBasis: 'CONTRACT' });
  await placing.plan('fifteen', 'A', [1, 2]);
  const eighteen = await placing.plan('eighteen', 'A', [1, 2]);
  await placing.plan('planned', 'A', [1, 2], { propose: false });
  await placing.plan('proposed', 'A', [1, 2]);
  const onConsent = await placing.plan('withdrawn', 'A', [1, 2]);
  const onContract = await placing.plan('withdrawn', 'B', [3, 4], { legalBasis: 'CONTRACT' });
  await placing.plan('elsewhere', 'B', [1, 2], { legalBasis: 'CONTRACT' });
  const evaluations = await placing.agree('seventeen', seventeen);
  await placing.agree('seventeen', atB);
  const otherEvaluations = await placing.agree('eighteen', eighteen);
  await placing.amend('seventeen', seventeen);

  const handover = await handing.handOver('seventeen', 'HELD');
  const held = await handing.handOver('eighteen', 'HELD');
  const early = await handing.handOver('proposed', 'PREPARING');
  const contactOfA = (await store.rows('employers', 'con')).find(({ employerId }) => employerId === ground.companies.A.employer)?._id ?? '';
  const link = async (taskId: string, personId: string, role: 'EMPLOYER' | 'STUDENT' | 'RECEIVING_PARTY'): Promise<string> => {
    const { token } = await client.call('notifications', 'placements', 'placements.issueLink', { taskId, personId, role });
    if (token === null) throw new Error(`No link was issued for ${taskId}`);
    return token;
  };
  const [live, pupils, used, expired, other, receiving, confirmed] = await Promise.all([
    link(evaluations.MIDTERM, contactOfA, 'EMPLOYER'),
    link(evaluations.MIDTERM, ground.pupils.seventeen, 'STUDENT'),
    link(evaluations.START, contactOfA, 'EMPLOYER'),
    link(evaluations.MIDTERM, contactOfA, 'EMPLOYER'),
    link(otherEvaluations.MIDTERM, contactOfA, 'EMPLOYER'),
    link(held.id, held.contactId, 'RECEIVING_PARTY'),
    link(handover.id, handover.contactId, 'RECEIVING_PARTY'),
  ]);
  const tooEarly = await linkBeforeInspection();
  await expire(expired);

  await remind(evaluations.MIDTERM);
  await remind(handover.id);
  await messagesAreOut(5);
  await toTheContacts(() => remind(evaluations.FINAL));
  await fillInForms();
  await handing.confirm(`Link ${confirmed}`, handover, 'seventeen');
  await leave();
  await withdraw();
  const keyWith = await apiKey(['TRAINEES_READ', 'SCHEDULES_READ', 'EVALUATIONS_READ', 'EVALUATIONS_WRITE', 'OFFERS_WRITE']);
  const keyWithout = await apiKey(['OFFERS_WRITE']);
  await until(
    async () => (await store.rows('employers', 'key')).every(({ lastUsedAt }) => lastUsedAt instanceof Date),
    'the use of the keys to be noted',
  );

  const as = (account: Account): string => ground.as(account);
  return {
    client,
    canaries,
    ground,
    store,
    bundles: await bundlesOf({ client, store, ground, evaluations }),
    withdrawn: { onConsent: onConsent.id, onContract: onContract.id, consentId },
    credentials: {
      co: coordinator,
      cx: as('coordinatorElsewhere'),
      su: as('guide'),
      so: as('otherGuide'),
      sx: as('guideElsewhereDirectorHere'),
      di: as('director'),
      bo: as('board'),
      sp: servicePoint,
      sr: as('servicePointWithReason'),
      e0: as('contact'),
      e1: as('contact'),
      e2: as('contact'),
      e3: as('contact'),
      eb: as('contactOfB'),
      eg: as('groupContact'),
      hr: `Bearer ${keyWith}`,
      h0: `Bearer ${keyWithout}`,
      g5: as('guardian fifteen'),
      g7: as('guardian seventeen'),
      g8: as('guardian eighteen'),
      gr: as('guardian represented'),
      st: as('pupil seventeen'),
      sq: as('pupil proposed'),
      r0: `Link ${tooEarly}`,
      r1: `Link ${receiving}`,
      r2: `Link ${confirmed}`,
      ll: `Link ${live}`,
      ls: `Link ${pupils}`,
      lu: `Link ${used}`,
      lx: `Link ${expired}`,
      lo: `Link ${other}`,
      po: as('privacyOfficer'),
      op: as('operator'),
      no: null,
    },
  };

  async function restrictedRecords(): Promise<void> {
    for (const story of BUNDLES) {
      const by = story === 'elsewhere' ? ground.as('coordinatorElsewhere') : coordinator;
      const id = ground.pupils[story];
      const change = async (mutation: string, input: object, who = by) => {
        const { student } = await client.ask(by, 'query ($id: ID!) { student(id: $id) { revision } }', { id });
        await client.act(who, mutation, { id, revision: student.revision, ...input }, 'student { id }');
      };
      await change('recordShortStay', { shortStay: { setting: 'YOUTH_CARE', startsOn: day(-90), expectedEndOn: day(90) } });
      await change('recordDevelopmentPlan', { establishedOn: day(-200), lastReviewedOn: day(-100), nextReviewDue: day(100) });
      await change('changeStudent', { expectedOutflow: 'MBO' });
    }
    await client.act(
      ground.as('servicePointWithReason'),
      'openRestrictedAccess',
      {
        idempotencyKey: placing.idempotencyKey(),
        studentId: ground.pupils.seventeen,
        reason: canaries.word('seventeen RestrictedAccess.reason'),
      },
      'restrictedAccess { id }',
    );
    const { student } = await client.ask(
      coordinator,
      'query ($id: ID!) { student(id: $id) { guardians { guardian { id revision subject } } } }',
      { id: ground.pupils.eighteen },
    );
    const represented = (student.guardians as { guardian: { id: string; revision: number; subject: string } }[])
      .map(({ guardian }) => guardian)
      .find(({ subject }) => subject === ground.subjectOf('guardian represented'));
    if (!represented) throw new Error('The second guardian is not there');
    await client.act(
      coordinator,
      'recordLegalRepresentation',
      {
        id: represented.id,
        revision: represented.revision,
        studentId: ground.pupils.eighteen,
        kind: 'MENTORSHIP',
        startsOn: day(-10),
        endsOn: day(700),
      },
      'guardian { id }',
    );
  }

  /** What is over by the time that the pupil gets the guide of now. */
  async function beforeThisGuide(): Promise<void> {
    const studentId = ground.pupils.seventeen;
    const guidedBy = async (account: 'guide' | 'otherGuide'): Promise<string> => {
      const { viewer } = await client.ask(ground.as(account), '{ viewer { id } }');
      const revision = await placing.revisionOf('student', studentId);
      await client.act(coordinator, 'changeSupervisor', { id: studentId, revision, supervisorId: viewer.id }, 'student { id }');
      return viewer.id as string;
    };
    await guidedBy('otherGuide');
    const later = { startsOn: monday(90), endsOn: day(100) };
    await placing.cancel('seventeen', await placing.plan('seventeen', 'A', [1], later));
    await importedRecords();
    const guide = await guidedBy('guide');
    await until(
      async () => {
        const own = (await store.rows('placements', 'plc')).filter((row) => row['studentId'] === studentId);
        return own.length === 2 && own.every(({ pupilSupervisorId }) => pupilSupervisorId === guide);
      },
      'placements to hear of the guide',
      30_000,
    );
  }

  async function aroundTheCompany(): Promise<void> {
    for (const { employer } of Object.values(ground.companies)) {
      const { employer: now } = await client.ask(servicePoint, 'query ($id: ID!) { employer(id: $id) { revision } }', { id: employer });
      const [guide] = (await client.ask(servicePoint, '{ staffMembers(filter: { role: COORDINATOR }) { nodes { id } } }')).staffMembers
        .nodes;
      await client.act(
        servicePoint,
        'changeEmployer',
        { id: employer, revision: now.revision, relationOwnerId: guide.id },
        'employer { id }',
      );
      await client.act(
        coordinator,
        'claimEmployerApproach',
        { idempotencyKey: placing.idempotencyKey(), employerId: employer, purpose: 'ACQUAINTANCE' },
        'approach { id }',
      );
    }
  }

  async function importedRecords(): Promise<void> {
    const studentId = ground.pupils.seventeen;
    const { employer, site } = ground.companies.A;
    await client.act(
      servicePoint,
      'importPlacements',
      {
        rows: [
          {
            placementNumber: canaries.word('seventeen Placement.placementNumber'),
            studentId,
            employerId: employer,
            siteId: site,
            kind: 'TASTER',
            rhythm: 'BLOCK',
            startsOn: day(-60),
            endsOn: day(-57),
            workingTimes: [{ weekday: 1, startsAt: '09:00', endsAt: '12:00', breakMinutes: 0 }],
            goals: [],
            state: 'COMPLETED',
          },
        ],
      },
      'created refused { code column message }',
    );
    await client.act(
      servicePoint,
      'importHandovers',
      {
        rows: [
          {
            handoverNumber: canaries.word('seventeen WarmHandover.handoverNumber'),
            studentId,
            target: 'DAY_ACTIVITY',
            partner: {
              name: canaries.word('seventeen imported PartnerOrganisation.name'),
              contactGivenName: canaries.word('seventeen imported PartnerContact.givenName'),
              contactFamilyName: canaries.word('seventeen imported PartnerContact.familyName'),
              contactEmail: canaries.email('seventeen imported PartnerContact.email'),
            },
            deadline: day(200),
            state: 'PREPARING',
          },
        ],
      },
      'created refused { code column message }',
    );
  }

  /** No mail brings such a link; it stands for one that was sent before the school took a step back. */
  async function linkBeforeInspection(): Promise<string> {
    const { token, hash } = newLinkToken();
    const row = { taskId: early.id, personId: early.contactId, role: 'RECEIVING_PARTY', createdAt: new Date(), usedAt: null };
    await store.insert('placements', 'links', { _id: 'lnk_matrixearly', hash, ...row, expiresAt: new Date(Date.now() + 86_400_000) });
    return token;
  }
  async function expire(token: string): Promise<void> {
    const hash = hashLinkToken(token);
    const row = (await store.rows('placements', 'lnk')).find((each) => each['hash'] === hash);
    await store.update('placements', 'links', row?._id ?? '', { expiresAt: new Date(Date.now() - 60_000) });
  }

  async function remind(subjectId: string): Promise<void> {
    await until(async () => {
      const { reminders } = await client.ask(coordinator, 'query ($id: ID!) { reminders(filter: { subjectId: $id }) { totalCount } }', {
        id: subjectId,
      });
      return reminders.totalCount > 0;
    }, 'reminders to be planned');
    await client.act(coordinator, 'remindNow', { idempotencyKey: placing.idempotencyKey(), subjectId, early: true }, 'reminders { id }');
  }
  /** The company's contacts are told where nobody at the workplace can be reached. */
  async function toTheContacts(tell: () => Promise<void>): Promise<void> {
    const id = ground.companies.A.workplaceSupervisor;
    const change = async (email: string | null): Promise<string> => {
      const { workplaceSupervisor: now } = await client.ask(
        coordinator,
        'query ($id: ID!) { workplaceSupervisor(id: $id) { revision email } }',
        {
          id,
        },
      );
      await client.act(coordinator, 'changeWorkplaceSupervisor', { id, revision: now.revision, email }, 'workplaceSupervisor { id }');
      return now.email as string;
    };
    const email = await change(null);
    const before = (await store.rows('notifications', 'dlv')).length;
    await tell();
    await messagesAreOut(before + 3);
    await change(email);
  }
  async function messagesAreOut(atLeast: number): Promise<void> {
    await until(
      async () => {
        const rows = await store.rows('notifications', 'dlv');
        return rows.length >= atLeast && rows.every(({ status }) => status === 'SENT' || status === 'SKIPPED' || status === 'FAILED');
      },
      'the messages to go out',
      30_000,
    );
  }

  async function fillInForms(): Promise<void> {
    const of = 'seventeen Evaluation';
    const contact = ground.as('contact');
    for (const [role, who] of [
      ['EMPLOYER', contact],
      ['STUDENT', ground.as('pupil seventeen')],
      ['SCHOOL', ground.as('guide')],
    ] as const) {
      await placing.fillIn(evaluations.START, who, role, 'submit', `${of} concluded`);
      await placing.fillIn(evaluations.MIDTERM, who, role, 'save', `${of} drafts`);
    }
    await placing.conclude(evaluations.START, `${of} concluded`, false);
    await placing.conclude(evaluations.FINAL, `${of} without all forms`, true);
  }

  /** Left thirteen months ago, so that one first of October has come already. */
  async function leave(): Promise<void> {
    const id = ground.pupils.seventeen;
    await client.act(
      coordinator,
      'recordOutflow',
      { id, revision: await placing.revisionOf('student', id), leftOn: day(-400), destination: 'MBO' },
      'student { id }',
    );
    let open: { id: string; revision: number; checks: { dueOn: string }[] } | null = null;
    await until(async () => {
      open = (
        await client.ask(coordinator, 'query ($id: ID!) { student(id: $id) { aftercareCase { id revision checks { dueOn } } } }', { id })
      ).student.aftercareCase;
      return open !== null;
    }, 'the aftercare to open');
    const { id: caseId, revision, checks } = open as unknown as { id: string; revision: number; checks: { dueOn: string }[] };
    const check = {
      dueOn: checks[0]?.dueOn,
      checkedOn: day(0),
      stillAtDestination: true,
      situation: 'EDUCATION',
      basicQualification: false,
      note: canaries.word('seventeen AftercareCase.checks.note'),
    };
    await client.act(coordinator, 'recordOutcomeCheck', { id: caseId, revision, ...check }, 'aftercareCase { id }');
  }

  async function withdraw(): Promise<void> {
    const pupil = ground.as('pupil withdrawn');
    const { consent } = await client.ask(pupil, 'query ($id: ID!) { consent(id: $id) { revision } }', { id: consentId });
    await client.act(pupil, 'withdrawConsent', { id: consentId, revision: consent.revision }, 'consent { id }');
    await until(async () => {
      const row = (await store.rows('placements', 'plc')).find(({ _id }) => _id === onConsent.id);
      return row?.['disclosureStands'] === false;
    }, 'what rests on the consent to close');
  }

  async function apiKey(scopes: readonly string[]): Promise<string> {
    const input = {
      idempotencyKey: placing.idempotencyKey(),
      employerId: ground.companies.A.employer,
      name: canaries.word('company A ApiKey.name'),
      scopes,
    };
    const { key } = await client.act(servicePoint, 'createApiKey', input, 'key');
    await client.ask(`Bearer ${key}`, '{ viewer { id } }');
    return key as string;
  }
}
