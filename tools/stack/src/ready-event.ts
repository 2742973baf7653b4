import type { Listening, ProcessSpec } from './supervisor.ts';

const PLACES = ['url', 'opsUrl', 'smtpUrl'] as const;

/** Recognises the JSON line by which a process of ours tells that it serves (`{"event":"listening","url":…}`), and where. */
export function readyEvent(event: string): ProcessSpec['ready'] {
  return (line) => {
    if (!line.startsWith('{') || !line.includes(`"${event}"`)) return undefined;
    let told: Record<string, unknown>;
    try {
      told = JSON.parse(line) as Record<string, unknown>;
    } catch {
      return undefined;
    }
    if (told['event'] !== event) return undefined;
    return Object.fromEntries(PLACES.flatMap((place) => (typeof told[place] === 'string' ? [[place, told[place]]] : []))) as Listening;
  };
}
