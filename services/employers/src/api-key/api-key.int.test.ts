import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import {
  contactOf,
  coordinator,
  english,
  eventsOf,
  outsiders,
  registered,
  run,
  servicePoint,
  startEmployers,
  supervisor,
  systemOf,
} from '../test-support/employers.ts';

const KEY = 'key apiKey { id name publicPart scopes createdAt expiresAt lastUsedAt revokedAt revision employer { id } }';
const codes = (payload: { userErrors: { code: string; field: string | null }[] }) =>
  payload.userErrors.map(({ code, field }) => [code, field]);

describe('API keys of HR systems', () => {
  let employers: TestSubgraph;
  let own: { id: string };
  beforeAll(async () => {
    employers = await startEmployers('2026-11-24T10:00:00Z');
  });
  afterAll(() => employers.stop());
  beforeEach(async () => {
    employers.setNow('2026-11-24T10:00:00Z');
    own = await registered(employers);
  });

  let keys = 0;
  const make = (who: Viewer, input: object = {}) =>
    run(
      employers,
      who,
      'createApiKey',
      { idempotencyKey: `k${(keys += 1)}`, employerId: own.id, name: 'AFAS', scopes: ['TRAINEES_READ', 'OFFERS_WRITE'], ...input },
      KEY,
    );
  const viewerOf = async (key: string) => (await employers.call('gateway', 'employers.viewerByApiKey', { key })).body;
  const revoke = (who: Viewer, id: string) => run(employers, who, 'revokeApiKey', { id }, KEY.replace('key ', ''));

  it('are shown once, kept as a hash, and open what they were given', async () => {
    const { key, apiKey, userErrors } = await make(contactOf(own.id));
    expect(userErrors).toEqual([]);
    expect(apiKey).toMatchObject({
      name: 'AFAS',
      scopes: ['TRAINEES_READ', 'OFFERS_WRITE'],
      expiresAt: '2027-11-24T10:00:00.000Z',
      lastUsedAt: null,
      employer: { id: own.id },
    });
    expect(key.startsWith(`${apiKey.publicPart}_`)).toBe(true);
    expect(await viewerOf(key)).toEqual({
      viewer: {
        kind: 'SYSTEM',
        id: apiKey.id,
        language: 'nl',
        grants: [{ role: 'EMPLOYER_SYSTEM', scope: { kind: 'EMPLOYER', id: own.id }, apiScopes: ['trainees:read', 'offers:write'] }],
      },
    });
    const stored =
      JSON.stringify(await employers.connection.collection('apiKeys').find().toArray()) + JSON.stringify(await eventsOf(employers));
    expect(stored).not.toContain(key.split('_')[2]);
  });

  it('are made once per key of the request; the repeat shows no key, also when two are in force', async () => {
    const input = { idempotencyKey: 'once' };
    const first = await make(servicePoint, input);
    await make(servicePoint);
    expect(await make(servicePoint, input)).toMatchObject({ key: null, apiKey: { id: first.apiKey.id }, userErrors: [] });
    expect(codes(await make(servicePoint, { ...input, name: 'Exact' }))).toEqual([['IDEMPOTENCY_KEY_REUSED', 'idempotencyKey']]);
  });

  it('are at most two in force at once; one that ended makes room', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => make(english(servicePoint), { expiresAt: '2026-12-01T00:00:00Z' })));
    const made = answers.filter((answer) => answer.key !== null);
    expect(made).toHaveLength(2);
    expect(answers.filter((answer) => answer.key === null)[0].userErrors).toEqual([
      { code: 'TOO_MANY_API_KEYS', field: 'employerId', message: 'There are 2 API keys in force already. Revoke one first.' },
    ]);
    await revoke(servicePoint, made[0].apiKey.id);
    expect((await make(servicePoint)).userErrors).toEqual([]);
    expect(codes(await make(servicePoint))).toEqual([['TOO_MANY_API_KEYS', 'employerId']]);
    employers.setNow('2026-12-02T00:00:00Z');
    expect((await make(servicePoint)).userErrors).toEqual([]);
  });

  it('that are unknown, mistyped, of another secret, expired or revoked get the same answer', async () => {
    const [expiring, revoked] = [await make(servicePoint, { expiresAt: '2026-11-25T00:00:00Z' }), await make(servicePoint)];
    expect((await viewerOf(expiring.key)).viewer).not.toBeNull();
    await revoke(contactOf(own.id), revoked.apiKey.id);
    employers.setNow('2026-11-25T00:00:00Z');
    const other = await make(servicePoint);
    const answers = [];
    for (const key of [
      'slk_x',
      'eyJhbGciOiJub25lIn0.e30.',
      other.key.slice(0, -1) + (other.key.endsWith('0') ? '1' : '0'),
      expiring.key,
      revoked.key,
    ])
      answers.push(await employers.call('gateway', 'employers.viewerByApiKey', { key }));
    await employers.connection.collection('apiKeys').updateOne({ _id: other.apiKey.id as never }, { $set: { secretHash: 'another' } });
    answers.push(await employers.call('gateway', 'employers.viewerByApiKey', { key: other.key }));
    await employers.connection.collection('apiKeys').deleteOne({ _id: other.apiKey.id as never });
    answers.push(await employers.call('gateway', 'employers.viewerByApiKey', { key: other.key }));
    expect(answers).toEqual(answers.map(() => ({ status: 200, body: { viewer: null } })));
  });

  it('of a company that no longer takes part open nothing', async () => {
    const { key } = await make(servicePoint);
    await run(employers, servicePoint, 'deactivateEmployer', { id: own.id, revision: 1 }, 'employer { id }');
    expect((await viewerOf(key)).viewer).toBeNull();
    expect(codes(await make(servicePoint))).toEqual([['EMPLOYER_NOT_ACTIVE', 'employerId']]);
  });

  it('have their last use written at most once a minute', async () => {
    const { key, apiKey } = await make(servicePoint);
    const used = async () =>
      (await employers.query(servicePoint, 'query ($id: ID!) { apiKey(id: $id) { lastUsedAt revision } }', { id: apiKey.id })).data.apiKey;
    const writes = await employers.countCommands(async () => {
      for (const second of ['00', '30', '59']) {
        employers.setNow(`2026-11-24T10:00:${second}Z`);
        await viewerOf(key);
      }
    });
    expect(writes['update']).toBe(1);
    expect(await used()).toEqual({ lastUsedAt: '2026-11-24T10:00:00.000Z', revision: 1 });
    employers.setNow('2026-11-24T10:01:00Z');
    await viewerOf(key);
    expect(await used()).toEqual({ lastUsedAt: '2026-11-24T10:01:00.000Z', revision: 1 });
  });

  it('are revoked once; both are told', async () => {
    const { apiKey } = await make(contactOf(own.id));
    const first = await revoke(contactOf(own.id), apiKey.id);
    expect(first).toMatchObject({ apiKey: { revokedAt: '2026-11-24T10:00:00.000Z', revision: 2 }, userErrors: [] });
    employers.setNow('2026-11-24T11:00:00Z');
    expect((await revoke(servicePoint, apiKey.id)).apiKey).toEqual(first.apiKey);
    expect(
      (await eventsOf(employers)).filter((event) => event.data['apiKeyId'] === apiKey.id).map(({ type, actor }) => [type, actor]),
    ).toEqual([
      ['ApiKeyCreated', 'con_contact'],
      ['ApiKeyRevoked', 'con_contact'],
    ]);
  });

  it.each([
    [{ name: '' }, [['INVALID_INPUT', 'name']]],
    [{ name: 'voor 111222333' }, [['NATIONAL_NUMBER', 'name']]],
    [{ scopes: [] }, [['INVALID_INPUT', 'scopes']]],
    [{ expiresAt: '2026-11-24T09:00:00Z' }, [['INVALID_INPUT', 'expiresAt']]],
    [{ expiresAt: '2029-01-01T00:00:00Z' }, [['INVALID_INPUT', 'expiresAt']]],
    [{ employerId: 'emp_none' }, [['NOT_FOUND', 'employerId']]],
  ])('refuse %j', async (wrong, expected) => {
    expect(codes(await make(servicePoint, wrong))).toEqual(expected);
  });

  it('are the business of the own contacts and the Servicepunt, and of nobody else on any path', async () => {
    const { apiKey } = await make(servicePoint);
    const other = await registered(employers);
    const document = `query ($id: ID!) { apiKey(id: $id) { name } _entities(representations: [{ __typename: "ApiKey", id: $id }]) { ... on ApiKey { name publicPart } } }`;
    for (const who of [servicePoint, contactOf(own.id)])
      expect((await employers.query(who, document, { id: apiKey.id })).data).toMatchObject({
        apiKey: { name: 'AFAS' },
        _entities: [{ name: 'AFAS' }],
      });
    for (const who of [coordinator, supervisor, contactOf(other.id), systemOf(own.id, 'offers:write'), ...outsiders]) {
      const answer = await employers.query(who, document, { id: apiKey.id });
      expect(answer.data).toEqual({ apiKey: null, _entities: [null] });
      expect(JSON.stringify(answer)).not.toContain(apiKey.publicPart);
    }
    expect(codes(await make(contactOf(other.id)))).toEqual([['NOT_FOUND', 'employerId']]);
    expect(codes(await revoke(contactOf(other.id), apiKey.id))).toEqual([['NOT_FOUND', 'id']]);
    expect((await employers.query(contactOf(own.id), '{ apiKeys { nodes { id } totalCount } }')).data.apiKeys).toEqual({
      nodes: [{ id: apiKey.id }],
      totalCount: 1,
    });
    expect((await employers.query(contactOf(other.id), '{ apiKeys { totalCount } }')).data.apiKeys.totalCount).toBe(0);
    expect(
      (await employers.query(servicePoint, 'query ($e: ID!) { apiKeys(filter: { employer: $e }) { totalCount } }', { e: own.id })).data
        .apiKeys.totalCount,
    ).toBe(1);
  });

  it('are asked for by the gateway alone', async () => {
    for (const service of ['students', 'placements', 'notifications'] as const)
      expect((await employers.call(service, 'employers.viewerByApiKey', { key: 'slk_x' })).status).toBe(403);
  });
});
