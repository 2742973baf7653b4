import { describe, expect, it } from '@jest/globals';
import { runChecks } from './run-checks.ts';

describe('a run of checks', () => {
  it('runs them all although one fails and another breaks, and counts', async () => {
    const said: string[] = [];
    const passed = await runChecks(
      [
        { name: 'breaks', run: () => Promise.reject(new Error('tool is missing')) },
        { name: 'fails', run: () => Promise.resolve(['line 3 is wrong']) },
        { name: 'passes', run: () => Promise.resolve({ problems: [], note: 'nothing to do' }) },
      ],
      1,
      (text) => said.push(text),
    );
    expect(passed).toBe(false);
    expect(said.join('')).toMatch(
      /FAIL breaks[\s\S]*tool is missing[\s\S]*FAIL fails[\s\S]*line 3 is wrong[\s\S]*ok {3}passes.*nothing to do/,
    );
    expect(said.at(-1)).toBe('1 passed, 2 failed\n');
  });
});
