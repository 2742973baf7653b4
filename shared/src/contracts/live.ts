/**
 * What changes is told under topics: a person's inbox, a school location, a company. Each topic has a number in MongoDB that grows with
 * every change. A cursor is somebody's place: for each of his topics the number up to which he was told.
 */

/** Channel of Redis on which topics are called out, apart by spaces. A hint to look at the numbers now: whoever misses it looks a little later. */
export const LIVE_CHANNEL = 'servicepunt:live';
/** Topics that one look may ask for. */
export const MOST_TOPICS = 1_000;
const LONGEST_CURSOR = 8_000;

export type Places = ReadonlyMap<string, number>;

/** Writes a place as text that fits into a header. */
export function writeCursor(places: Places): string {
  const text = [...places].map(([topic, number]) => `${topic} ${number}`).join('\n');
  return Buffer.from(text).toString('base64url');
}

/** Reads what `writeCursor` wrote; null for anything else. */
export function readCursor(cursor: string): Places | null {
  if (cursor.length > LONGEST_CURSOR || !/^[\w-]*$/.test(cursor)) return null;
  const places = new Map<string, number>();
  for (const line of Buffer.from(cursor, 'base64url').toString('utf8').split('\n')) {
    const match = /^([\w:/-]{1,200}) (\d{1,15})$/.exec(line);
    if (match) places.set(match[1] ?? '', Number(match[2]));
    else if (line !== '') return null;
  }
  return places;
}
