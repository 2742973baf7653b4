/** A property of something thrown, which need not be an Error (nor an Error of this realm, under jest). */
export function property(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? (thrown as Record<string, unknown>)[name] : undefined;
}
