import type { Report } from './rollout.ts';

/** The counts as a table. */
export function describeReport(report: Report): string {
  const rows = Object.entries(report.phases).map(([phase, { sent, failed, retried, p50, p99, longest }]) =>
    [phase, sent, failed, retried, `${p50} ms`, `${p99} ms`, `${longest} ms`].map(String),
  );
  const table = [['phase', 'requests', 'failed', 'sent again', 'p50', 'p99', 'longest'], ...rows];
  const widths = table[0]?.map((_head, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  const { asked, lost, doubled, repeated } = report.reminders;
  const slowest = Math.max(0, ...report.stops.map(({ ms }) => ms));
  return [
    ...lines,
    '',
    `reminders: ${asked} asked for, ${lost.length} lost, ${doubled.length} doubled, ${repeated.length} sent again under their Message-ID`,
    `stops: ${report.stops.length}, slowest ${slowest} ms after SIGTERM; crashed: ${report.crashed.length}`,
    ...report.outages.map(
      ({ store, noticed, ready }) =>
        `without ${store}: not ready were ${noticed.join(', ')}; ${ready ? 'all are ready again' : 'not all came back'}`,
    ),
  ].join('\n');
}

/** What isn't as promised; empty when the proof holds. */
export function verdictOf(report: Report): string[] {
  const problems: string[] = [];
  for (const [phase, { failed, retried }] of Object.entries(report.phases)) {
    // Without a store there is nothing to answer from; what counts then is that all of them come back.
    if (phase.startsWith('without ')) continue;
    if (failed > 0) problems.push(`${phase}: ${failed} requests failed`);
    if (retried > 0 && phase.startsWith('roll ')) problems.push(`${phase}: ${retried} requests had to be sent again`);
  }
  for (const { replica, ended, ms } of report.stops)
    if (ended !== 'code 0') problems.push(`${replica} ended with ${ended}, ${ms} ms after SIGTERM`);
  const { lost, doubled } = report.reminders;
  if (lost.length > 0) problems.push(`${lost.length} reminders were lost`);
  if (doubled.length > 0) problems.push(`${doubled.length} reminders went out twice`);
  for (const name of report.crashed) problems.push(`${name} ended by itself`);
  for (const { store, noticed, ready } of report.outages) {
    if (noticed.length === 0) problems.push(`nobody noticed that ${store} was away`);
    if (!ready) problems.push(`not all came back after ${store} did`);
  }
  return problems;
}
