/** What `npm start` says to the person at the terminal. */
import { relative } from 'node:path';
import type { RunningProcess } from './supervisor.ts';

export interface Report {
  line(text: string): void;
  /** One process is ready. */
  process(running: RunningProcess, note?: string): void;
}

export const NAME_WIDTH = 22;

export function createReport(print: (line: string) => void): Report {
  return {
    line: print,
    process: ({ name, startedInMs, url }, note) =>
      print(`  ${name.padEnd(NAME_WIDTH)}${seconds(startedInMs).padStart(7)}   ${note ?? url ?? ''}`.trimEnd()),
  };
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** A path as one would type it from the repository. */
export function shortPath(root: string, path: string): string {
  const short = relative(root, path);
  return short.startsWith('..') ? path : short;
}

/** One answer from all four subgraphs. */
export const QUERY = `{
  placements(first: 3) {
    nodes {
      kind
      startsOn
      endsOn
      state
      student { givenName familyName }
      employer { name }
      evaluations(first: 5) { nodes { moment dueOn state } }
      reminders(first: 5) { nodes { dueAt status } }
    }
  }
}`;

export interface ReadyFacts {
  readonly startedInMs: number;
  readonly endpoint: string;
  readonly mailCatcher: string | null;
  readonly logs: string;
  readonly people: readonly { readonly role: string; readonly who: string; readonly token: string }[];
}

/** The last thing that the start prints: all that a person needs to begin. */
export function readyText(facts: ReadyFacts): string {
  const [first] = facts.people;
  const lines = [
    '',
    `Ready in ${seconds(facts.startedInMs)}. Ctrl-C stops everything.`,
    '',
    `  GraphQL endpoint   ${facts.endpoint}`,
    ...(facts.mailCatcher === null ? [] : [`  Mail catcher       ${facts.mailCatcher}`]),
    `  Logs               ${facts.logs}`,
  ];
  if (first === undefined) return lines.join('\n');
  lines.push('', 'One token per role, for the header "authorization: Bearer …" (others by "npm run token -- --help"):');
  for (const person of facts.people) lines.push('', `  ${person.role}: ${person.who}`, `  ${person.token}`);
  lines.push('', 'A query to paste:', '', ...QUERY.split('\n').map((line) => `  ${line}`));
  const body = JSON.stringify({ query: QUERY.replace(/\s+/g, ' ') });
  lines.push(
    '',
    'The same in a shell:',
    '',
    `  curl -s ${facts.endpoint} -H 'content-type: application/json' -H 'authorization: Bearer ${first.token}' -d '${body}'`,
    '',
  );
  return lines.join('\n');
}
