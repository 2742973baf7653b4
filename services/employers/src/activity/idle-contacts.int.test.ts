import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockAt } from '@servicepunt/shared/clock';
import { runNightly } from '@servicepunt/shared/nightly';
import { newId } from '@servicepunt/shared/ids';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { eventsOf, registered, run, servicePoint, site, startEmployers } from '../test-support/employers.ts';
import { activityHandlers } from './events.ts';
import { idleContacts } from './idle-contacts.ts';
import { noteActivity, type ActivityStore } from './store.ts';

describe('contacts of whom nothing is heard', () => {
  let employers: TestSubgraph;
  let stores: Parameters<typeof idleContacts>[0];
  let today = '2024-11-24';
  const clock = clockAt(() => new Date(`${today}T01:30:00Z`));
  let noting: ActivityStore;
  let keys = 0;
  const add = async (input: object): Promise<string> =>
    (
      await run(
        employers,
        servicePoint,
        'addContact',
        { idempotencyKey: `i${(keys += 1)}`, givenName: 'Anna', familyName: 'canary-name', email: 'canary@vdl.example', ...input },
        'contact { id }',
      )
    ).contact.id as string;
  const at = (day: string) => {
    today = day;
    employers.setNow(`${day}T10:00:00Z`);
  };
  async function night(day: string, dryRun = false) {
    at(day);
    const { ends, notices } = idleContacts(stores);
    const lines: string[] = [];
    const done = await runNightly({ tasks: [ends, notices], dryRun, tell: (line) => void lines.push(line) });
    await employers.relay.drain();
    return { done, lines };
  }
  const told = async (type: string) =>
    (await eventsOf(employers)).filter((event) => event.type === type).map(({ data }) => data['personId']);
  const mailed = async (personId: string, day: string) => {
    const { DeliverySent } = activityHandlers(noting, stores.people);
    const data = { deliveryId: `dlv_${day}`, personId, employerId: null, channel: 'MAIL', reminderIds: [] };
    await DeliverySent?.({ at: new Date(`${day}T08:00:00Z`), data } as never);
  };
  const row = async (id: string): Promise<Record<string, unknown> | null> =>
    employers.connection.collection<{ _id: string }>('employerPeople').findOne({ _id: id });
  const question = async (subjectId: string) =>
    (await employers.call('notifications', 'employers.reminderSubject', { subjectId, role: 'EMPLOYER', onlyWhilePending: false })).body;

  beforeAll(async () => {
    employers = await startEmployers('2024-11-24T10:00:00Z');
    const of = (name: string) => ({ model: employers.connection.model(name) }) as never;
    stores = {
      people: of('EmployerPerson'),
      employers: of('Employer'),
      offers: of('PlacementOffer'),
      budgets: of('ContactBudget'),
      apiKeys: of('ApiKey'),
      activity: of('EmployerActivity'),
      clock,
      newId,
    };
    const { model } = stores.activity;
    noting = { model, note: (id, day) => noteActivity(model, id, day) };
  });
  afterAll(() => employers.stop());

  it('are told two weeks before, go a week after their mail, and leave nothing of themselves', async () => {
    const company = await registered(employers);
    const contact = await add({ employerId: company.id, subject: 'idle' });
    const silent = await add({ employerId: company.id, email: null, givenName: 'Bo' });
    expect((await night('2026-11-10')).done).toEqual({ IDLE_CONTACTS: 0, IDLE_CONTACT_NOTICES: 0 });
    const dry = await night('2026-11-11', true);
    expect(dry.lines.join()).toMatch(/IDLE_CONTACT_NOTICES: .*: 2 due/);
    expect(await told('EmployerContactIdle')).toEqual([]);
    expect((await night('2026-11-11')).done).toMatchObject({ IDLE_CONTACT_NOTICES: 2 });
    expect((await night('2026-11-12')).done).toMatchObject({ IDLE_CONTACT_NOTICES: 0 });
    expect(await told('EmployerContactIdle')).toEqual(expect.arrayContaining([contact, silent]));
    expect(await question(contact)).toMatchObject({ needed: true, recipientIds: [contact], facts: { dueOn: '2026-11-25' } });
    expect(await question(silent)).toMatchObject({ needed: false, reason: 'NO_ADDRESS' });
    await mailed(contact, '2026-11-18');
    expect((await night('2026-11-24')).done).toMatchObject({ IDLE_CONTACTS: 0 });
    expect((await night('2026-11-25')).done).toMatchObject({ IDLE_CONTACTS: 2 });
    expect(await told('EmployerContactRemoved')).toEqual(expect.arrayContaining([contact, silent]));
    expect((await employers.call('gateway', 'employers.viewerBySubject', { subject: 'idle' })).body.viewer).toBeNull();
    expect((await employers.call('notifications', 'employers.people', { ids: [contact] })).body.people).toEqual([]);
    const { data } = await employers.query(
      servicePoint,
      'query ($id: ID!) { employer(id: $id) { contacts { totalCount } } employerContact(id: $contact) { id } }'.replace(
        '$id: ID!',
        '$id: ID!, $contact: ID!',
      ),
      { id: company.id, contact },
    );
    expect(data).toEqual({ employer: { contacts: { totalCount: 0 } }, employerContact: null });
    expect(JSON.stringify(await row(contact))).not.toContain('canary');
    await night('2026-11-26');
    expect(await row(contact)).toBeNull();
  });

  it('stay while they or their company have to do with the schools, and when they say so in time', async () => {
    at('2024-11-24');
    const companies = { placed: '', offering: '', calling: '', signing: '', said: '', unheard: '' };
    const contacts = { ...companies };
    for (const name of Object.keys(companies) as (keyof typeof companies)[]) {
      const company = await registered(employers);
      companies[name] = company.id;
      contacts[name] = await add({ employerId: company.id, subject: `of-${name}`, givenName: name });
      if (name === 'offering') {
        const offer = { title: 'Plek', kind: 'ORIENTATION', rhythm: 'BLOCK', places: 1, startsOn: '2024-12-01', endsOn: '2026-06-30' };
        await run(
          employers,
          servicePoint,
          'publishOffer',
          { idempotencyKey: 'o', employerId: company.id, siteId: company.sites[0]?.id, ...offer },
          'offer { id }',
        );
      }
    }
    const { PlacementPlanned } = activityHandlers(noting, stores.people);
    const placement = {
      placementId: 'plc_1',
      studentId: 'stu_1',
      locationId: 'loc_1',
      employerId: companies.placed,
      startsOn: '2025-01-01',
      endsOn: '2026-01-31',
    };
    await PlacementPlanned?.({ at: new Date('2024-11-25T10:00:00Z'), data: placement } as never);
    at('2025-05-01');
    await run(
      employers,
      servicePoint,
      'claimEmployerApproach',
      { idempotencyKey: 'a', employerId: companies.calling, purpose: 'ACQUAINTANCE' },
      'approach { id }',
    );
    await night('2026-11-20');
    const due = (await told('EmployerContactIdle')).map(String).filter((id) => Object.values(contacts).includes(id));
    expect(due.toSorted()).toEqual([contacts.said, contacts.signing, contacts.unheard].toSorted());

    await employers.call('gateway', 'employers.viewerBySubject', { subject: 'of-signing' });
    const { revision } = (await row(contacts.said)) as { revision: number };
    await run(employers, servicePoint, 'changeContact', { id: contacts.said, revision, stillActs: true }, 'contact { id }');
    expect((await question(contacts.signing)).reason).toBe('ACTIVE_AGAIN');
    await night('2027-01-10');
    expect((await told('EmployerContactRemoved')).filter((id) => Object.values(contacts).includes(String(id)))).toEqual([contacts.unheard]);
  });

  it('who no longer act for their company go after two years without a mail, whatever it does', async () => {
    at('2024-11-24');
    const company = await registered(employers, { site });
    const contact = await add({ employerId: company.id });
    await run(employers, servicePoint, 'deactivateContact', { id: contact, revision: 1 }, 'contact { id }');
    at('2026-10-01');
    await run(
      employers,
      servicePoint,
      'claimEmployerApproach',
      { idempotencyKey: 'b', employerId: company.id, purpose: 'ACQUAINTANCE' },
      'approach { id }',
    );
    await night('2026-11-24');
    expect((await row(contact))?.['kind']).toBe('CONTACT');
    await night('2026-11-25');
    expect((await row(contact))?.['kind']).toBe('GONE');
  });
});
