import { Counter, Gauge, type Registry } from 'prom-client';

export type ClosedBecause = 'client' | 'slow' | 'identity' | 'stopping' | 'failed' | 'unknown-identity';
export interface LiveMetrics {
  looked(cause: 'called' | 'timer', outcome: 'ok' | 'failed'): void;
  answered(outcome: 'sent' | 'failed' | 'postponed'): void;
  closed(reason: ClosedBecause): void;
}

export function createLiveMetrics(registry: Registry, openStreams: () => number, isHeard: () => boolean): LiveMetrics {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `servicepunt_gateway_live_${name}`, help, labelNames, registers });
  const looks = counter('looks_total', 'Looks at the numbers of topics, by what caused them.', ['cause', 'outcome']);
  const answers = counter('answers_total', 'Answers of open streams.', ['outcome']);
  const closed = counter('closed_total', 'Streams that ended, by reason.', ['reason']);
  const gauge = (name: string, help: string, read: () => number) => {
    const made: Gauge = new Gauge({ name: `servicepunt_gateway_live_${name}`, help, registers, collect: () => made.set(read()) });
  };
  gauge('streams', 'Open streams.', openStreams);
  gauge('heard', 'Whether Redis calls out what changes (1) or this process looks by itself alone (0).', () => (isHeard() ? 1 : 0));
  return {
    looked: (cause, outcome) => looks.inc({ cause, outcome }),
    answered: (outcome) => answers.inc({ outcome }),
    closed: (reason) => closed.inc({ reason }),
  };
}
