import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { DOCUMENT_LIMITS, OPERATION_COST } from '../limits/limits.ts';
import { readCostTable } from './cost-table.ts';
import { costOf } from './cost.ts';
import { readManifest } from './manifest.ts';
import { readPlannedFields } from './planned-fields.ts';
import { createDocumentStore } from './prepare.ts';
import { shapesOf, type Shape } from './shape.ts';

const sdl = readFileSync(join(import.meta.dirname, '../../supergraph.graphql'), 'utf8');
const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
const costs = readCostTable(parse(sdl));
const planned = readPlannedFields(parse(sdl));
const { documents } = readManifest(join(import.meta.dirname, '../../operations'));

describe('operations of our own clients', () => {
  it.each(documents.map(({ id, audience, source }) => [audience, /^(?:query|mutation) (\w+)/m.exec(source)?.[1] ?? id, source]))(
    '%s/%s fits the supergraph',
    (_audience, _name, source) => {
      expect(validate(schema, parse(source)).map(({ message }) => message)).toEqual([]);
    },
  );

  it('stay inside the limits with room: none uses more than three quarters of one, or four fifths of the depth', () => {
    const store = createDocumentStore({ schema, costs, planned, limits: DOCUMENT_LIMITS, open: false });
    for (const { source, audience } of documents) {
      const document = parse(source, {
        maxLexicalTokens: (DOCUMENT_LIMITS.tokens * 3) / 4,
        maxComments: (DOCUMENT_LIMITS.comments * 3) / 4,
      });
      expect(source.length).toBeLessThanOrEqual((DOCUMENT_LIMITS.sourceLength * 3) / 4);
      for (const { operation, shape } of shapesOf(document)) {
        for (const measure of ['depth', 'fields', 'aliases', 'directives', 'rootFields'] satisfies (keyof Shape)[]) {
          const share = measure === 'depth' ? 4 / 5 : 3 / 4;
          expect([operation.name?.value, measure, shape[measure] <= DOCUMENT_LIMITS[measure] * share]).toEqual([
            operation.name?.value,
            measure,
            true,
          ]);
        }
        const cost = costOf(schema, costs, document, operation)({});
        const most = (OPERATION_COST[audience === 'hr' ? 'SYSTEM' : 'PERSON'] * 3) / 4;
        expect([operation.name?.value, cost, cost <= most]).toEqual([operation.name?.value, cost, true]);
        expect(store.prepare(source, operation.name?.value).kind).toBe(operation.operation);
      }
    }
  });
});
