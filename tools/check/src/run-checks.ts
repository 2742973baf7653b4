export interface Check {
  readonly name: string;
  /** Empty when all is well. `note` is said beside a check that passed. */
  run(): Promise<readonly string[] | { readonly problems: readonly string[]; readonly note: string }>;
}

/** Runs every check, at most `parallel` at once, says one line for each as it ends, and the problems of those that failed. */
export async function runChecks(checks: readonly Check[], parallel: number, say: (text: string) => void): Promise<boolean> {
  const waiting = [...checks];
  let failed = 0;
  const runNext = async (): Promise<void> => {
    const check = waiting.shift();
    if (!check) return;
    const started = performance.now();
    const { problems, note } = await outcome(check);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (problems.length > 0) failed += 1;
    const remark = note === '' ? '' : `  (${note})`;
    say(`${problems.length > 0 ? 'FAIL' : 'ok  '} ${check.name.padEnd(40)} ${seconds.padStart(5)} s${remark}\n`);
    for (const problem of problems) say(`${problem.replaceAll(/^/gm, '       ')}\n`);
    return runNext();
  };
  await Promise.all(Array.from({ length: parallel }, runNext));
  say(`${checks.length - failed} passed, ${failed} failed\n`);
  return failed === 0;
}

async function outcome(check: Check): Promise<{ problems: readonly string[]; note: string }> {
  try {
    const result = await check.run();
    return 'problems' in result ? result : { problems: result, note: '' };
  } catch (error) {
    return { problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)], note: '' };
  }
}
