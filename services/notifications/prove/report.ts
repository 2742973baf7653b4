import type { Verdict } from './prove.ts';

export const isProven = (verdict: Verdict): boolean => verdict.lost.length + verdict.twice.length + verdict.wrong.length === 0;

/** The verdict as people read it; the same table stands in docs/reminders.md. */
export function report(verdict: Verdict): string {
  const times = Map.groupBy(verdict.played, ({ failure }) => failure.title);
  const rows = [...times].map(([title, plays]) => {
    const notes = Map.groupBy(plays, ({ note }) => note);
    const what = [...notes].map(([note, same]) => (same.length > 1 ? `${same.length} × ${note}` : note)).join('; ');
    return `| ${title} | ${plays.length} | ${what} |`;
  });
  const repeats = Object.entries(verdict.repeated);
  const allowed = repeats.reduce((sum, [, count]) => sum + count, 0);
  return [
    '| Failure | How often | What happened |',
    '|---|---|---|',
    ...rows,
    '',
    `Seed ${verdict.seed}, ${verdict.seconds} s. Reminders that had to go out: ${verdict.expected}; cancelled in time: ${verdict.cancelled}; mails that the judge took: ${verdict.sent}.`,
    `Lost: ${verdict.lost.length}. Twice: ${verdict.twice.length}. Too early or after their cancellation: ${verdict.wrong.length}.`,
    `The same Message-ID again, because the first answer can't have been noted: ${allowed}${repeats.length > 0 ? ` (${repeats.map(([cause, count]) => `${cause}: ${count}`).join('; ')})` : ''}.`,
    `Put right by the reconcilers: ${verdict.healed}. Chases that were months late and were reported instead of sent: ${verdict.expired}.`,
    ...[
      ...verdict.lost.map((person) => `LOST ${person}`),
      ...verdict.twice.map((person) => `TWICE ${person}`),
      ...verdict.wrong.map((person) => `WRONG ${person}`),
    ].slice(0, 50),
  ].join('\n');
}
