import { expect, it, jest } from '@jest/globals';
import { SHORT } from './pace.ts';
import { prove } from './prove.ts';
import { report } from './report.ts';

jest.setTimeout(480_000);

it('loses no reminder and sends none twice while everything breaks that can (short version, seed 760)', async () => {
  const lines: string[] = [];
  const verdict = await prove({
    reminders: 240,
    // Its order lets what has to be tried again later come early, so that nobody waits for it at the end.
    seed: 760,
    pace: SHORT,
    patienceMs: 180_000,
    env: process.env,
    say: (line) => lines.push(line),
  });
  const problems = { lost: verdict.lost, twice: verdict.twice, wrong: verdict.wrong };
  // The report tells what was played: without it a failure could not be understood.
  expect({
    problems,
    told: problems.lost.length + problems.twice.length + problems.wrong.length > 0 ? [...lines, report(verdict)] : [],
  }).toEqual({
    problems: { lost: [], twice: [], wrong: [] },
    told: [],
  });
  expect(verdict.played.length).toBe(17);
  expect(verdict.expired).toBeGreaterThan(0);
});
