import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { apiSchemaOf } from '@servicepunt/check/api-schema';
import { DOCUMENTS } from './people.ts';
import { QUERY } from './report.ts';

const schema = apiSchemaOf(readFileSync(join(__dirname, '../../../gateway/supergraph.graphql'), 'utf8'));

describe('what the stack asks of the gateway, or tells a person to ask', () => {
  it.each(Object.entries({ ...DOCUMENTS, toPaste: QUERY }))('%s fits the schema', (_name, document) => {
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  });
});
