import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCollector, type Collector, type ReceivedSpan } from '@servicepunt/shared/test-support/collector';
import { until, type Answer } from '@servicepunt/shared/test-support/subgraph';
import { root, startStack, type Mail, type RunningStack } from './support/stack.ts';

/**
 * One pupil's way through the system, told against the running stack: imported, placed at VDL, evaluated by the company
 * through a link in a mail, handed over to mbo, followed for two years. Each step builds on the one before.
 */
const SCHOOL = '05KO00';
const FAMILY_NAME = 'Zonneveld-Verhaal';
const EMPLOYER_FORM = [
  ['EMPLOYER_AGREEMENTS', 4],
  ['EMPLOYER_TASKS', 3],
] as const;

type Data = Answer['data'];
const day = (offset: number): string => Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days: offset }).toString();
/** The next Monday at least `offset` days from now. */
const monday = (offset: number): string => {
  const date = Temporal.PlainDate.from(day(offset));
  return date.add({ days: (8 - date.dayOfWeek) % 7 }).toString();
};
const schoolDays = [1, 2, 3].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '15:30', breakMinutes: 30 }));

describe('the story of one pupil', () => {
  let stack: RunningStack;
  let collector: Collector;
  const known: Record<string, string> = {};
  const id = (name: string): string => {
    const value = known[name];
    if (value === undefined) throw new Error(`An earlier step of the story did not find ${name}`);
    return value;
  };
  const coordinator = (document: string, variables?: object) => stack.as('COORDINATOR', document, variables);
  const servicePoint = (document: string, variables?: object) => stack.as('SERVICE_POINT', document, variables);
  const done = (payload: Data): Data => {
    expect(payload.userErrors).toEqual([]);
    return payload;
  };
  /** The newest mail to an address that holds a link, with the link's token. */
  async function linkFor(address: string, subject: RegExp): Promise<{ mail: Mail; token: string }> {
    let found: Mail | undefined;
    await until(
      async () => {
        found = (await stack.mails()).find(
          (mail) => JSON.stringify(mail.to).includes(address) && subject.test(mail.subject) && mail.text.includes('/link#'),
        );
        return found !== undefined;
      },
      `a mail to ${address}`,
      30_000,
    );
    const token = /\/link#([\w-]+)/.exec(found?.text ?? '')?.[1];
    if (!found || !token) throw new Error('The mail has no link');
    return { mail: found, token };
  }
  const byLink = async (token: string, document: string, variables: object): Promise<Data> => {
    const { body } = await stack.send(`Link ${token}`, document, variables);
    expect(body.errors).toBeUndefined();
    return body.data as unknown;
  };

  beforeAll(async () => {
    collector = await startCollector();
    stack = await startStack({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  }, 180_000);
  afterAll(async () => {
    expect(await stack.stop()).toBe(0);
    await collector.stop();
  }, 30_000);

  it('imports the pupils of a school from the file of its administration, one of them new', async () => {
    const sample = readFileSync(join(root, `tools/sample-data/data/leerlingen-${SCHOOL}.csv`), 'utf8').trimEnd();
    const columns = (sample.split('\n')[0] ?? '').replace('\uFEFF', '').split(';');
    const values: Record<string, string> = {
      Leerlingnummer: '19999',
      Roepnaam: 'Sanne',
      Achternaam: FAMILY_NAME,
      Geboortedatum: '01-03-2009',
      Klas: '5A',
      Uitstroomprofiel: 'Arbeidsmarkt',
      Inschrijfdatum: '01-08-2024',
      Taal: 'nl',
      Vestigingscode: SCHOOL,
      Stagebegeleider: '1009',
      'Ouder 1 voornaam': 'Fatima',
      'Ouder 1 achternaam': FAMILY_NAME,
      'Ouder 1 e-mail': 'fatima.zonneveld@ouder.example',
      'Ouder 1 relatie': 'moeder',
    };
    const file = join(stack.folder, 'leerlingen.csv');
    writeFileSync(file, `${sample}\r\n${columns.map((column) => values[column.trim()] ?? '').join(';')}\r\n`);
    const { code, output } = await stack.tool('tools/import/src/main.ts', [
      '--students',
      file,
      '--school',
      SCHOOL,
      '--stack',
      join(stack.folder, 'stack.json'),
    ]);
    expect(output).toMatch(/created 1, updated 0, unchanged 40, refused 0/);
    expect(code).toBe(0);
    const { students } = await coordinator(
      'query ($name: String!) { students(filter: { search: $name }) { nodes { id givenName minor guardians { guardian { id } } } } }',
      { name: 'Zonneveld' },
    );
    expect(students.nodes).toMatchObject([{ givenName: 'Sanne', minor: true }]);
    known['student'] = students.nodes[0].id;
  }, 60_000);

  it('plans a block placement with VDL: the working times are checked and a place of the offer is held', async () => {
    const { companyGroups } = await servicePoint('{ companyGroups(filter: { name: "VDL Groep" }) { nodes { id } } }');
    const { placementOffers } = await coordinator(
      `query ($search: String) { placementOffers(filter: { search: $search }, first: 50) { nodes { id startsOn endsOn places placesTaken state employer { id group { id } sites { id } workplaceSupervisors(first: 5) { nodes { id email } } } } } }`,
      {},
    );
    const offers = placementOffers.nodes.filter(
      (offer: Data) =>
        offer.employer.group?.id === companyGroups.nodes[0].id &&
        offer.state === 'OPEN' &&
        offer.placesTaken < offer.places &&
        offer.endsOn >= day(60) &&
        offer.employer.workplaceSupervisors.nodes.some((one: Data) => one.email),
    );
    expect(offers.length).toBeGreaterThan(0);
    const offer = offers[0];
    const startsOn = offer.startsOn > monday(7) ? offer.startsOn : monday(7);
    const supervisor = offer.employer.workplaceSupervisors.nodes.find((one: Data) => one.email);
    Object.assign(known, {
      offer: offer.id,
      employer: offer.employer.id,
      workplaceSupervisor: supervisor.id,
      companyMail: supervisor.email,
      startsOn,
    });
    const endsOn = Temporal.PlainDate.from(startsOn).add({ days: 46 }).toString();
    known['endsOn'] = endsOn;
    const input = {
      idempotencyKey: 'story-plan',
      studentId: id('student'),
      offerId: id('offer'),
      workplaceSupervisorId: id('workplaceSupervisor'),
      kind: 'VOCATIONAL',
      rhythm: 'BLOCK',
      startsOn,
      endsOn,
      workingTimes: schoolDays,
      goals: ['Leert veilig werken met gereedschap'],
      workAdjustments: 'Krijgt opdrachten één voor één',
      legalBasis: 'CONTRACT',
    };
    const PLAN = `mutation ($input: PlanPlacementInput!) { planPlacement(input: $input) { placement { id state revision offerPlace minorOnStart } userErrors { code field message } } }`;

    const tooEarly = await coordinator(PLAN, {
      input: { ...input, workingTimes: [{ weekday: 1, startsAt: '05:00', endsAt: '14:00', breakMinutes: 30 }] },
    });
    expect(tooEarly.planPlacement.placement).toBeNull();
    expect(tooEarly.planPlacement.userErrors[0].field).toMatch(/^workingTimes/);
    const withNumber = await coordinator(PLAN, { input: { ...input, workAdjustments: 'bsn 111222333' } });
    expect(withNumber.planPlacement.userErrors).toMatchObject([{ code: 'NATIONAL_NUMBER', field: 'workAdjustments' }]);

    const { placement } = done((await coordinator(PLAN, { input })).planPlacement);
    expect(placement).toMatchObject({ state: 'PROPOSED', minorOnStart: true });
    expect(['RESERVED', 'CONFIRMED']).toContain(placement.offerPlace);
    expect(done((await coordinator(PLAN, { input })).planPlacement).placement.id).toBe(placement.id);
    const { placementOffer } = await coordinator('query ($id: ID!) { placementOffer(id: $id) { placesTaken } }', { id: offer.id });
    expect(placementOffer.placesTaken).toBe(offer.placesTaken + 1);
    known['placement'] = placement.id;
  }, 30_000);

  it('names the evaluations in the agreement; once everybody signed, they are planned', async () => {
    const { placement } = await coordinator('query ($id: ID!) { placement(id: $id) { revision } }', { id: id('placement') });
    const signatures = ['STUDENT', 'GUARDIAN', 'SCHOOL', 'COMPANY'].map((party) => ({ party, signedOn: day(0) }));
    const AGREE = `mutation ($input: AgreePlacementInput!) { agreePlacement(input: $input) {
      placement { id state agreement { state evaluationDates { moment dueOn } } evaluations { nodes { id moment dueOn pendingRoles } } } userErrors { code field message } } }`;
    const terms = {
      schoolName: 'De Beemden',
      schoolSupervisor: { name: 'Damian Demir', email: 'supervisor1.05ko00@servicepunt.example' },
      workplaceSupervisor: { name: 'Praktijkopleider van VDL', email: id('companyMail') },
      dangerousWorkExcluded: true,
    };
    const agreed = done(
      (await coordinator(AGREE, { input: { id: id('placement'), revision: placement.revision, terms, signatures } })).agreePlacement,
    ).placement;
    expect(agreed).toMatchObject({ state: 'AGREED', agreement: { state: 'IN_FORCE' } });
    expect(agreed.agreement.evaluationDates.map((date: Data) => date.moment)).toEqual(['START', 'MIDTERM', 'FINAL']);
    await until(async () => {
      const { placement: now } = await coordinator('query ($id: ID!) { placement(id: $id) { evaluations { nodes { id moment } } } }', {
        id: id('placement'),
      });
      const midterm = now.evaluations.nodes.find((one: Data) => one.moment === 'MIDTERM');
      if (midterm) known['evaluation'] = midterm.id;
      return midterm !== undefined && now.evaluations.nodes.length === 3;
    }, 'the evaluations to be planned');
  }, 30_000);

  it("plans the reminders of the midterm and sends the employer's as a mail with a link", async () => {
    await until(
      async () => {
        const { evaluation } = await coordinator(
          'query ($id: ID!) { evaluation(id: $id) { reminders(first: 50) { nodes { id status dueAt } } } }',
          { id: id('evaluation') },
        );
        return evaluation.reminders.nodes.length >= 6;
      },
      'the reminders to be planned',
      30_000,
    );
    done(
      (
        await coordinator('mutation ($input: RemindNowInput!) { remindNow(input: $input) { userErrors { code message } } }', {
          // Weeks before its day: somebody has to say that he means it.
          input: { subjectId: id('evaluation'), idempotencyKey: 'story-remind', early: true },
        })
      ).remindNow,
    );
    const { token } = await linkFor(id('companyMail'), /evaluatie/i);
    known['link'] = token;
  }, 60_000);

  it('opens the form by the link without a login, saves it half-way, then submits it', async () => {
    const FORM = `query ($id: ID!) { evaluation(id: $id) { id revision moment pendingRoles employerForm { state questions { code kind required } answers { question score text } } } }`;
    const open = await byLink(id('link'), FORM, { id: id('evaluation') });
    expect(open.evaluation).toMatchObject({ moment: 'MIDTERM', employerForm: { state: 'NOT_STARTED' } });
    const questions: { code: string; kind: string; required: boolean }[] = open.evaluation.employerForm.questions;
    expect(questions.length).toBeGreaterThan(EMPLOYER_FORM.length);
    const answerTo = (question: { code: string; kind: string }) => ({
      question: question.code,
      ...(question.kind === 'TEXT' ? { text: 'Gaat goed' } : { score: 1 }),
    });

    const SAVE =
      'mutation ($input: SaveEvaluationDraftInput!) { saveEvaluationDraft(input: $input) { evaluation { revision employerForm { state } } userErrors { code field message } } }';
    const first = questions[0];
    if (!first) throw new Error('The form has no question');
    const saved = done(
      (
        await byLink(id('link'), SAVE, {
          input: { id: id('evaluation'), revision: open.evaluation.revision, role: 'EMPLOYER', answers: [answerTo(first)] },
        })
      ).saveEvaluationDraft,
    );
    expect(saved.evaluation.employerForm.state).toBe('DRAFT');

    const SUBMIT =
      'mutation ($input: SubmitEvaluationInput!) { submitEvaluation(input: $input) { evaluation { revision pendingRoles employerForm { state } } userErrors { code field message } } }';
    const stale = await byLink(id('link'), SUBMIT, {
      input: { id: id('evaluation'), revision: open.evaluation.revision, role: 'EMPLOYER', answers: questions.map(answerTo) },
    });
    expect(stale.submitEvaluation.userErrors).toMatchObject([{ code: 'REVISION_CONFLICT' }]);
    const submitted = done(
      (
        await byLink(id('link'), SUBMIT, {
          input: { id: id('evaluation'), revision: saved.evaluation.revision, role: 'EMPLOYER', answers: questions.map(answerTo) },
        })
      ).submitEvaluation,
    );
    expect(submitted.evaluation).toMatchObject({ employerForm: { state: 'SUBMITTED' } });
    expect(submitted.evaluation.pendingRoles).not.toContain('EMPLOYER');
    const again = await byLink(id('link'), SUBMIT, {
      input: { id: id('evaluation'), revision: submitted.evaluation.revision, role: 'EMPLOYER', answers: questions.map(answerTo) },
    });
    expect(again.submitEvaluation.userErrors).toMatchObject([{ code: 'FORM_SUBMITTED', field: 'role' }]);
  }, 30_000);

  it('sends the employer no further reminder of it', async () => {
    await until(
      async () => {
        const { evaluation } = await coordinator(
          'query ($id: ID!) { evaluation(id: $id) { reminders(first: 50) { nodes { role status } } } }',
          { id: id('evaluation') },
        );
        const employers = evaluation.reminders.nodes.filter((one: Data) => one.role === 'EMPLOYER');
        const sent = employers.filter((one: Data) => one.status === 'SENT');
        return sent.length === 1 && employers.every((one: Data) => ['SENT', 'CANCELLED', 'SKIPPED'].includes(one.status));
      },
      'the reminders to end',
      30_000,
    );
  }, 60_000);

  it('shows the HR system of VDL its trainees of all schools, in exactly the minimised view', async () => {
    const CREATE = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key userErrors { code field message } } }';
    const keyOf = async (employerId: string): Promise<string> => {
      const scopes = ['TRAINEES_READ', 'SCHEDULES_READ', 'EVALUATIONS_READ'];
      const input = { idempotencyKey: `story-key-${employerId}`, employerId, name: 'HR', scopes };
      return done((await servicePoint(CREATE, { input })).createApiKey).key;
    };
    const key = await keyOf(id('employer'));
    const document = readFileSync(join(root, 'gateway/operations/hr/myTrainees.graphql'), 'utf8');
    const { body } = await stack.send(`Bearer ${key}`, document, { employer: id('employer') });
    expect(body.errors).toBeUndefined();
    expect(JSON.stringify(body.data)).toContain('Sanne');
    // What the school knows of her besides: day of birth, number, class, profile, the guardian's address.
    expect(JSON.stringify(body.data)).not.toMatch(/2009-03-01|19999|"5A"|LABOUR_MARKET|ouder\.example/);

    const ALL = '{ trainees(first: 100) { nodes { firstName employer { id } } } }';
    const own = (await stack.send(`Bearer ${key}`, ALL, {})).body.data?.trainees;
    expect(new Set(own.nodes.map((one: Data) => one.employer.id))).toEqual(new Set([id('employer')]));
    const { employers } = await servicePoint('{ employers(first: 50) { nodes { id trainees: placements(first: 1) { totalCount } } } }');
    const other = employers.nodes.find((one: Data) => one.id !== id('employer') && one.trainees.totalCount > 0);
    const others = await stack.send(`Bearer ${await keyOf(other.id)}`, ALL, {});
    expect(others.body.errors).toBeUndefined();
    expect(JSON.stringify(others.body.data)).not.toContain(id('employer'));
    const toDo = await stack.send(`Bearer ${key}`, readFileSync(join(root, 'gateway/operations/hr/evaluationsToDo.graphql'), 'utf8'), {});
    expect(toDo.body.errors).toBeUndefined();
    expect(toDo.body.data?.evaluations).toMatchObject({ totalCount: expect.any(Number) });
    expect(JSON.stringify(toDo.body.data)).toContain('evl_');
    const denied = await stack.send(
      `Bearer ${key}`,
      'query ($id: ID!) { student(id: $id) { givenName birthDate } placement(id: $placement) { id } }'.replace(
        '$id: ID!',
        '$id: ID!, $placement: ID!',
      ),
      { id: id('student'), placement: id('placement') },
    );
    expect(JSON.stringify(denied.body.data ?? null)).not.toContain('Sanne');
    expect(denied.body.data?.student ?? null).toBeNull();
    expect(denied.body.data?.placement ?? null).toBeNull();
  }, 30_000);

  it('hands the pupil over to mbo: both sides are reminded, and the receiving mentor confirms by his link', async () => {
    const partner = done(
      (
        await coordinator(
          'mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) { partner { id contactPersons { id } } userErrors { code field message } } }',
          {
            input: {
              idempotencyKey: 'story-partner',
              name: 'ROC Het Verhaal',
              kind: 'MBO',
              contact: { givenName: 'Joris', familyName: 'Mentor', email: 'joris.mentor@roc.example' },
            },
          },
        )
      ).registerPartner,
    ).partner;
    const HANDOVER = '{ id revision state ball deadline }';
    let handover = done(
      (
        await coordinator(
          `mutation ($input: PlanHandoverInput!) { planHandover(input: $input) { handover ${HANDOVER} userErrors { code field message } } }`,
          {
            input: {
              idempotencyKey: 'story-handover',
              studentId: id('student'),
              target: 'MBO',
              partnerId: partner.id,
              contactPersonId: partner.contactPersons[0].id,
            },
          },
        )
      ).planHandover,
    ).handover;
    known['handover'] = handover.id;
    const step = async (mutation: string, input: object) => {
      const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
      const data = await coordinator(
        `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { handover ${HANDOVER} userErrors { code field message } } }`,
        { input: { id: handover.id, revision: handover.revision, ...input } },
      );
      handover = done(data[mutation]).handover;
    };
    await step('recordHandoverItem', { kind: 'WHAT_WORKS', text: 'Een vaste plek en korte opdrachten', legalBasis: 'STATUTORY_REPORT' });
    await step('recordHandoverItem', { kind: 'SUPPORT_NEEDS', text: 'Wekelijks gesprek met de mentor', legalBasis: 'STATUTORY_REPORT' });
    await step('informParties', { studentInformedOn: day(0), guardianInformedOn: day(0), inspectedOn: day(0), inspectedBy: 'STUDENT' });
    await step('planHandoverConversation', { conversationAt: `${day(20)}T10:00:00Z` });
    await until(
      async () => {
        const { warmHandover } = await coordinator(
          'query ($id: ID!) { warmHandover(id: $id) { reminders(first: 50) { nodes { role status } } } }',
          { id: handover.id },
        );
        const roles = new Set(warmHandover.reminders.nodes.map((one: Data) => one.role));
        return roles.has('SCHOOL') && roles.has('RECEIVING_PARTY');
      },
      'reminders to both sides',
      30_000,
    );
    done(
      (
        await coordinator('mutation ($input: RemindNowInput!) { remindNow(input: $input) { userErrors { code message } } }', {
          input: { subjectId: handover.id, idempotencyKey: 'story-remind-handover', early: true },
        })
      ).remindNow,
    );
    const { token } = await linkFor('joris.mentor@roc.example', /overdracht/i);
    await until(
      async () =>
        (await stack.mails()).some((mail) => JSON.stringify(mail.to).includes('supervisor1.05ko00') && /overdracht/i.test(mail.subject)),
      'a mail to the supervisor',
      30_000,
    );

    const seen = await byLink(token, 'query ($id: ID!) { warmHandover(id: $id) { state items { kind text } } }', { id: handover.id });
    expect(seen.warmHandover.items).toHaveLength(2);
    await step('holdHandover', {
      heldAt: new Date().toISOString(),
      firstDayAgreements: 'Maandag om 9 uur bij de balie',
      aftercareContact: 'Damian belt na een maand',
    });
    const CONFIRM =
      'mutation ($input: ConfirmHandoverInput!) { confirmHandover(input: $input) { handover { state } userErrors { code field message } } }';
    const confirmed = done(
      (await byLink(token, CONFIRM, { input: { id: handover.id, revision: handover.revision, text: 'Wij ontvangen Sanne graag.' } }))
        .confirmHandover,
    );
    expect(confirmed.handover.state).toBe('CONFIRMED');
  }, 90_000);

  it('follows the pupil after leaving, on the two following first days of October', async () => {
    const { student } = await coordinator('query ($id: ID!) { student(id: $id) { revision } }', { id: id('student') });
    done(
      (
        await coordinator(
          'mutation ($input: RecordOutflowInput!) { recordOutflow(input: $input) { student { id } userErrors { code field message } } }',
          {
            input: { id: id('student'), revision: student.revision, leftOn: day(0), destination: 'MBO' },
          },
        )
      ).recordOutflow,
    );
    const year = Temporal.PlainDate.from(day(0));
    const first = year.month >= 10 ? year.year + 1 : year.year;
    await until(
      async () => {
        const { student: left } = await coordinator('query ($id: ID!) { student(id: $id) { aftercareCase { checks { dueOn } } } }', {
          id: id('student'),
        });
        return left.aftercareCase?.checks.map((check: Data) => check.dueOn).join() === `${first}-10-01,${first + 1}-10-01`;
      },
      'the aftercare to open',
      30_000,
    );
  }, 60_000);

  it('returns all of it by one federated query', async () => {
    const document = readFileSync(join(root, 'gateway/operations/frontend/pupilPage.graphql'), 'utf8');
    const { student } = await coordinator(document, { id: id('student') });
    expect(student).toMatchObject({
      givenName: 'Sanne',
      placements: { nodes: [{ id: id('placement'), employer: { id: id('employer') }, evaluations: { nodes: [{}, {}, {}] } }] },
      warmHandovers: { nodes: [{ id: id('handover'), state: 'CONFIRMED' }] },
    });
    const reminded = JSON.stringify(student);
    expect(reminded).toContain('rem_');
  }, 30_000);

  it('tells a collector all of that as traces: from the gateway to the mail, without a word about anybody', async () => {
    const ofTrace = (span: ReceivedSpan | undefined) =>
      collector.spans.filter(({ traceId }) => traceId === span?.traceId).map(({ service, name }) => `${service}: ${name}`);
    // Spans leave their processes every two seconds.
    const told = async (name: string, parts: readonly string[]) => {
      await until(
        () => collector.spans.some((span) => span.name === name && parts.every((part) => ofTrace(span).includes(part))),
        `a trace of ${name} with ${parts.join(', ')}`,
        15_000,
      );
    };
    // A question, answered by several subgraphs.
    await told('fetch notifications', ['gateway: operation', 'students: graphql', 'placements: graphql', 'employers: graphql']);
    // A person reminds by hand: his job, what it asks the owner, the delivery's job and the mail.
    await told('send mail', [
      'gateway: operation',
      'gateway: fetch notifications',
      'notifications: graphql',
      'notifications: add evaluation-reminders',
      'notifications-worker: process evaluation-reminders',
      'notifications-worker: call placements.reminderSubject',
      'placements: answer placements.reminderSubject',
      'notifications-worker: add deliveries',
      'notifications-worker: process deliveries',
    ]);
    // A change, and what another service makes of the event.
    await told('handle HandoverPlanned', ['gateway: operation', 'placements: graphql', 'notifications-worker: insert reminders']);

    const canaries = [FAMILY_NAME, 'Sanne', 'joris', 'Mentor', 'Verhaal', '05ko00', 'vaste plek', 'story-', '@', id('student'), id('link')];
    const sent = collector.bodies.join('\n').toLowerCase();
    expect(canaries.filter((canary) => sent.includes(canary.toLowerCase()))).toEqual([]);
    expect(sent).not.toMatch(/"(stu|grd|stf|con)_/);
  }, 60_000);

  it('lets a file of five hundred rows with long values in, cut to what the gateway reads at once', async () => {
    const file = join(stack.folder, 'stageplaatsen.csv');
    const [headings = ''] = readFileSync(join(root, 'tools/sample-data/data/stageplaatsen.csv'), 'utf8').split(/\r?\n/);
    const description = 'Je leert alles over het magazijn en je collega’s. '.repeat(70).trim();
    const about = `00000101;900000001010;Magazijn;"${description}";Plaatsingsstage;Blokstage;1;${day(400)};${day(500)};Logistiek`;
    const rows = Array.from({ length: 500 }, (_unused, index) => `P${index};${about}`);
    // More than ten times what the gateway takes in one request.
    expect(Buffer.byteLength(rows.join('\n'))).toBeGreaterThan(1_000_000);
    writeFileSync(file, `${[headings, ...rows].join('\n')}\n`);
    const loaded = await stack.tool('tools/import/src/main.ts', ['--offers', file, '--stack', join(stack.folder, 'stack.json')]);
    expect(loaded).toMatchObject({ code: 0, output: expect.stringMatching(/created 500, updated 0, unchanged 0, refused 0/) });
  }, 60_000);
});
