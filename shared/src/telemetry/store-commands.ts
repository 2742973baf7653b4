import { fail, type Scope, type Spans } from './spans.ts';

interface CommandEvent {
  readonly requestId: number;
  readonly commandName: string;
  readonly command?: Readonly<Record<string, unknown>>;
  readonly failure?: unknown;
}

/**
 * Tells of the commands of a MongoDB client: name, collection and time. Filters, documents and answers stay out. Only what is sent
 * while a span is open is told: loops that look by themselves would fill the collector with nothing.
 */
export function watchStoreCommands(spans: Spans, client: { on(event: string, listener: (event: CommandEvent) => void): unknown }): void {
  const open = new Map<number, Scope>();
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const parent = spans.current();
    if (!parent?.span.isRecording()) return;
    const named = command?.[commandName === 'getMore' ? 'collection' : commandName];
    const collection = typeof named === 'string' ? named : undefined;
    open.set(
      requestId,
      spans.begin(
        collection === undefined ? commandName : `${commandName} ${collection}`,
        'client',
        { 'db.system.name': 'mongodb', 'db.operation.name': commandName, 'db.collection.name': collection },
        parent,
      ),
    );
  });
  const close = ({ requestId, failure }: CommandEvent) => {
    const scope = open.get(requestId);
    if (!scope) return;
    open.delete(requestId);
    if (failure !== undefined) fail(scope, failure);
    spans.end(scope);
  };
  client.on('commandSucceeded', close);
  client.on('commandFailed', close);
}
