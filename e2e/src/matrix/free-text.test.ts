import { describe, expect, it } from '@jest/globals';
import {
  getNamedType,
  graphql,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import mongoose from 'mongoose';
import { Registry } from 'prom-client';
import { systemClock } from '@servicepunt/shared/clock';
import { ROLES, SERVICES, type ServiceName, type Viewer } from '@servicepunt/shared/contracts/roles';
import { newId } from '@servicepunt/shared/ids';
import { createLog } from '@servicepunt/shared/log';
import { readPrelude } from '@servicepunt/shared/service';
import { buildSubgraph } from '@servicepunt/shared/subgraph/schema';
import { DEFINE } from './mirror.ts';

const NUMBER = '111222333';
const log = createLog({ service: 'test', level: 'silent' });

/** The schema of a subgraph with its real mutations, on a store that nobody answers: a refusal must come before it is asked. */
function schemaOf(service: ServiceName): GraphQLSchema {
  const connection = mongoose.createConnection();
  connection.set('autoIndex', false);
  connection.set('autoCreate', false);
  const call = () => Promise.reject(new Error('nothing is called for a text that is refused'));
  return buildSubgraph(
    DEFINE[service]({ connection, clock: systemClock, newId, call, log, registry: new Registry(), nudge: () => undefined }),
    readPrelude(),
  );
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  ...{ ID: 'x_1', String: 'x', FreeText: 'goed', Int: 1, Float: 1, Boolean: true, Date: '2026-11-24', DateTime: '2026-11-24T10:00:00Z' },
  ...{ LocalTime: '09:00', EmailAddress: 'a@b.example', PhoneNumber: '+31612345678', URL: 'https://x.example' },
};

interface Place {
  readonly path: string;
  readonly type: string;
  /** An input that is whole, with a text at this place. */
  fill(text: string): Record<string, unknown>;
}
/** Every place of one scalar in an input; a list has one item. */
function placesOf(input: GraphQLInputObjectType, scalar: string, within: readonly string[] = []): Place[] {
  return Object.values(input.getFields()).flatMap((field): Place[] => {
    const named = getNamedType(field.type);
    const list = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
    const put = (value: unknown) => ({ ...sampleOf(input), [field.name]: list ? [value] : value });
    const path = list ? `${field.name}.0` : field.name;
    if (named.name === scalar) return [{ path, type: `${input.name}.${field.name}`, fill: put }];
    if (!isInputObjectType(named) || within.includes(named.name)) return [];
    return placesOf(named, scalar, [...within, input.name]).map((place) => ({
      path: `${path}.${place.path}`,
      type: place.type,
      fill: (text) => put(place.fill(text)),
    }));
  });
}
const sampleOf = (input: GraphQLInputObjectType): Record<string, unknown> =>
  Object.fromEntries(
    Object.values(input.getFields()).flatMap((field) => (isNonNullType(field.type) ? [[field.name, valueOf(field.type)] as const] : [])),
  );
function valueOf(type: GraphQLInputType): unknown {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) return [valueOf(nullable.ofType as GraphQLInputType)];
  if (isInputObjectType(nullable)) return sampleOf(nullable);
  return isEnumType(nullable) ? nullable.getValues()[0]?.name : SAMPLES[getNamedType(nullable).name];
}

/** Whoever may do anything, as far as a role lets him. */
const everything: Viewer = { kind: 'PERSON', id: 'stf_1', language: 'nl', grants: ROLES.map((role) => ({ role, scope: { kind: 'ALL' } })) };

/** Plain texts of inputs that no sentence fits into, or that are looked at where they are read. */
const EXEMPT: readonly RegExp[] = [
  // Numbers of registers and administrations, and accounts: types of their own (DOMAIN section 8).
  /\.(kvkNumber|establishmentNumber|personNumber|staffNumber|schoolPupilNumbers?|offerNumber|placementNumber|handoverNumber)$/,
  /\.(postcode|houseNumber|locationCode|subject|idempotencyKey)$/,
  // Codes that the service knows or refuses.
  /^(EvaluationAnswerInput\.question|GiveConsentInput\.items|FailedDeliveryFilter\.code)$/,
  // What is looked for isn't kept.
  /Filter\.\w+$/,
  // Each column is read by the import, which refuses the row.
  /Import(Row|Partner|WorkingTime)\.\w+$/,
  // Names of partners are read by their actions.
  /^(PartnerContactInput\.(given|family)Name|RegisterPartnerInput\.name)$/,
];

describe('a citizen service number', () => {
  it.each(SERVICES)('is refused by %s in every free text of every mutation, with the reason and without the number', async (service) => {
    const schema = schemaOf(service);
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    let places = 0;
    for (const mutation of mutations) {
      const input = getNamedType(mutation.args[0]?.type ?? mutation.type);
      if (!isInputObjectType(input)) throw new Error(`${mutation.name} takes no input`);
      for (const place of placesOf(input, 'FreeText')) {
        places += 1;
        const answer = await graphql({
          schema,
          source: `mutation ($input: ${input.name}!) { ${mutation.name}(input: $input) { userErrors { code field message } } }`,
          variableValues: { input: place.fill(`bel 3 keer ${NUMBER.slice(0, 3)}.${NUMBER.slice(3, 6)} ${NUMBER.slice(6)} op`) },
          contextValue: { viewer: everything, requestId: 'test', deadline: Date.now() + 5_000, log, clock: systemClock, newId },
        });
        const text = JSON.stringify(answer);
        expect({ mutation: mutation.name, path: place.path, errors: answer.errors, data: JSON.parse(text).data }).toMatchObject({
          errors: undefined,
          data: {
            [mutation.name]: {
              userErrors: [{ code: 'NATIONAL_NUMBER', field: place.path, message: expect.stringMatching(/1 op de 11 willekeurige/) }],
            },
          },
        });
        expect(text).not.toMatch(/111\D?222/);
      }
    }
    if (service !== 'notifications') expect(places).toBeGreaterThan(5);
  });

  it('finds no other way in: every plain text of an input is of a kind that is named here', () => {
    const others = SERVICES.flatMap((service) =>
      Object.values(schemaOf(service).getTypeMap()).flatMap((type) =>
        isInputObjectType(type)
          ? Object.values(type.getFields()).flatMap((field) =>
              getNamedType(field.type).name === 'String' ? [`${type.name}.${field.name}`] : [],
            )
          : [],
      ),
    );
    expect(others.filter((name) => !EXEMPT.some((pattern) => pattern.test(name)))).toEqual([]);
  });
});
