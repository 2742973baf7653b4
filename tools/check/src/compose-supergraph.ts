import { composeServices } from '@apollo/composition';
import { getLocation, parse, print, printSchema, visit, type ASTNode, type GraphQLError } from 'graphql';
import { apiSchemaOf } from './api-schema.ts';
import type { SubgraphFiles } from './subgraph-files.ts';

/** Where the gateway reads the composed supergraph. */
export const SUPERGRAPH = 'gateway/supergraph.graphql';
/** What the ConfigMap is made from: kustomize reads no file outside its folders. */
export const DELIVERED = 'k8s/base/gateway/supergraph.graphql';

/** What clients see of it, for their editors, types and mocks: production answers no introspection. */
export const API_SCHEMA = 'gateway/schema.graphql';

export type Composed = { readonly sdl: string; readonly problems?: undefined } | { readonly sdl?: undefined; readonly problems: string[] };

/** Composes the subgraphs; what can't be composed is told with its code, its type, its subgraphs and the lines concerned. */
export function composeSupergraph(subgraphs: readonly SubgraphFiles[]): Composed {
  const result = composeServices(
    // The gateway takes the real addresses from its environment; these only tell the subgraphs apart.
    subgraphs.map(({ name, document }) => ({ name, url: `http://${name}/graphql`, typeDefs: document })),
  );
  if (result.errors) return { problems: result.errors.map(describe) };
  return { sdl: `${result.supergraphSdl.trimEnd()}\n` };
}

/** The same supergraph without its descriptions: `kubectl apply` keeps a copy of each object in an annotation, and refuses more than 256 KiB. */
export function deliveredForm(sdl: string): string {
  const bare = visit(parse(sdl), {
    enter: (node: ASTNode) => ('description' in node && node.description ? { ...node, description: undefined } : undefined),
  });
  return `${print(bare)}\n`;
}

/** Every file that is made of a supergraph, by its path. */
export function filesOf(sdl: string): Readonly<Record<string, string>> {
  const apiSchema = `# Composed by npm run compose:supergraph. A client's tools read this file; the gateway reads supergraph.graphql.\n\n${printSchema(apiSchemaOf(sdl))}\n`;
  return { [SUPERGRAPH]: sdl, [DELIVERED]: deliveredForm(sdl), [API_SCHEMA]: apiSchema };
}

function describe(error: GraphQLError): string {
  const places = (error.nodes ?? []).flatMap(({ loc }) => (loc ? [`${loc.source.name}:${getLocation(loc.source, loc.start).line}`] : []));
  const where = [...new Set(places)];
  return `${error.message.trim()} (${String(error.extensions['code'])}${where.length > 0 ? `; ${where.join(', ')}` : ''})`;
}
