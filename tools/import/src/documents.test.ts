import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, isEnumType, isInputObjectType, parse, validate } from 'graphql';
import { KINDS } from './headers.ts';
import { KIND_DEFINITIONS } from './kinds.ts';
import { LOOKUP_DOCUMENTS } from './lookup.ts';
import { importDocument } from './send.ts';
import { WORDS } from './words.ts';

const schema = buildASTSchema(parse(readFileSync(join(import.meta.dirname, '../../../gateway/supergraph.graphql'), 'utf8')), {
  assumeValidSDL: true,
});

describe('the operations of the import', () => {
  it.each(KINDS)('fit the supergraph: %s', (kind) => {
    expect(validate(schema, parse(importDocument(kind)))).toEqual([]);
    expect(isInputObjectType(schema.getType(KIND_DEFINITIONS[kind].inputType))).toBe(true);
  });

  it.each(Object.entries(LOOKUP_DOCUMENTS))('fit the supergraph: look-up of %s', (_name, document) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });

  it.each([
    ['outflowProfile', 'OutflowProfile'],
    ['holidayRegion', 'HolidayRegion'],
    ['contactKind', 'EmployerContactKind'],
    ['placementKind', 'PlacementKind'],
    ['rhythm', 'PlacementRhythm'],
    ['placementState', 'PlacementState'],
    ['evaluationMoment', 'EvaluationMoment'],
    ['handoverTarget', 'HandoverTarget'],
    ['handoverState', 'HandoverState'],
    ['language', 'Language'],
  ] as const)('have a Dutch word for every value: %s', (words, name) => {
    const type = schema.getType(name);
    const values = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    expect(Object.keys(WORDS[words]).toSorted()).toEqual(values.toSorted());
  });
});
