export const JSON_TYPE = { 'content-type': 'application/json' };
const body = (query: string, variables?: object) => JSON.stringify({ query, variables });
const times = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_unused, index) => text(index)).join(' ');
const deep = (levels: number) => `{ placements { ${'student { '.repeat(levels)}id${' }'.repeat(levels)} } }`;
const bomb = `{ ...F0 } ${times(30, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F30 on Query { __typename }`;

/** What an attacker sends, by name. */
export const PROBES: readonly (readonly [string, { headers?: Record<string, string>; body: string; method?: string }])[] = [
  ['a depth of 11', { body: body(deep(11)) }],
  ['1,000 aliases', { body: body(`{ ${times(1_000, (index) => `a${index}: __typename`)} }`) }],
  ['1,000 aliases of a field', { body: body(`{ ${times(1_000, (index) => `a${index}: student(id: 1) { id }`)} }`) }],
  ['3,000 tokens', { body: body(`{ ${'__typename '.repeat(3_000)} }`) }],
  ['100 comments', { body: body(`${'# x\n'.repeat(100)}{ __typename }`) }],
  ['900 duplicate fields', { body: body(`{ placements { ${'id '.repeat(900)} } }`) }],
  ['a fragment bomb', { body: body(bomb) }],
  [
    'a circle of fragments',
    { body: body('{ placements { ...A } } fragment A on Placement { student { id } ...B } fragment B on Placement { ...A }') },
  ],
  ['many directives', { body: body(`{ placements ${'@include(if: true) '.repeat(100)} { id } }`) }],
  ['a list of a million', { body: body('{ placements(first: 1000000) { id } }') }],
  ['a list of a million by variable', { body: body('query ($n: Int) { placements(first: $n) { id } }', { n: 1_000_000 }) }],
  ['a batch', { body: `[${body('{ __typename }')},${body('{ __typename }')}]` }],
  ['text/plain', { headers: { 'content-type': 'text/plain' }, body: body('{ placements { id } }') }],
  ['multipart', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: body('{ placements { id } }') }],
  ['1 MB', { body: body('{ __typename }', { x: 'x'.repeat(1_000_000) }) }],
  ['introspection', { body: body('{ __schema { types { name } } }') }],
  ['an alias that is a prototype', { body: body('{ __proto__: placements { id } }') }],
  ['an alias that is a key', { body: body('{ placements { id: weeks student { name } } }') }],
  ['a persisted query', { body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}' }],
  ['deep variables', { body: `{"query":"{ __typename }","variables":{"x":${'['.repeat(49_000)}${']'.repeat(49_000)}}}` }],
  ['deep JSON', { body: `${'['.repeat(50_000)}${']'.repeat(50_000)}` }],
];
