import type { ClientClass } from '../limits/limits.ts';

/** Open streams that one caller may have: a person's windows and devices, an HR system's processes, a link's one page. */
export const STREAMS_PER_VIEWER: Readonly<Record<ClientClass, number>> = { PERSON: 12, SYSTEM: 12, LINK: 3 };
/** Open streams of one process; `npm run bench:live` measures what they take. */
export const STREAMS_PER_PROCESS = 2_000;

/** Two answers of one stream are at least this far apart: what comes in between goes with the second. */
export const BETWEEN_ANSWERS_MS = 250;
/** Answers that are made at once; a change that concerns everybody must not push the requests of the others aside. */
export const ANSWERS_AT_ONCE = 16;
/** How often streams are looked after: signs of life, readers that stand still, identities. */
export const SWEEP_MS = 5_000;
export const BEAT_AFTER_MS = 12_000;
/** A reader that hasn't taken what was written for so long is cut off; it comes back with its cursor. */
export const SLOW_AFTER_MS = 15_000;
/** Who calls is found out again when the last time is so long ago: with the sweep, and a record keeper's own time, within 30 s. */
export const IDENTITY_AFTER_MS = 18_000;
/** How long a stream goes on while nobody can say who calls: as long as a request would be served by what is known. */
export const IDENTITY_GRACE_MS = 7_000;
/** What failed is tried again after this long. */
export const AGAIN_AFTER_MS = 2_000;
/** After a restart of ours clients come back within this time, not all in the same moment. */
export const COME_BACK_MS = { least: 500, most: 5_000 };
/** How often the numbers in MongoDB are looked at without being called: while Redis is heard, and while it isn't. */
export const LOOK_MS = { heard: 10_000, unheard: 2_000 };
/** Calls that come together are one look. */
export const GATHER_MS = 30;
