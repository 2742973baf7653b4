import cliProgress from 'cli-progress';
import type { ImportEvent, ImportSummary } from './import-file.ts';
import { KIND_DEFINITIONS } from './kinds.ts';

/** Where lines and the bar go; a terminal shows a bar, anything else plain lines. */
export interface Screen {
  readonly print: (line: string) => void;
  /** A terminal to draw on, or null. */
  readonly terminal: NodeJS.WriteStream | null;
}

const PLAIN_STEP_PERCENT = 10;
const ABSENT_SHOWN = 20;

/** Shows one file's import. While a bar is on the screen lines are held back, so that they don't tear it. */
export function createProgress(screen: Screen, name: string) {
  const held: string[] = [];
  const bar = screen.terminal
    ? new cliProgress.SingleBar(
        {
          format: `${name} {bar} {percentage}% | {rows} rows | {refused} refused{waiting}`,
          stream: screen.terminal,
          clearOnComplete: true,
          hideCursor: true,
        },
        cliProgress.Presets.shades_classic,
      )
    : null;
  let started = false;
  let nextPlain = PLAIN_STEP_PERCENT;
  let refused = 0;
  let told = '';
  const say = (line: string) => {
    if (bar) held.push(line);
    else screen.print(line);
  };
  return {
    report(event: ImportEvent): void {
      switch (event.type) {
        case 'note':
          say(event.text);
          break;
        case 'refused':
          refused += 1;
          say(`Line ${event.line}${event.column === null ? '' : `, column ${event.column}`}: ${event.reason}`);
          break;
        case 'progress': {
          const percent = event.totalBytes === 0 ? 100 : Math.floor((event.bytes * 100) / event.totalBytes);
          if (bar && !started) {
            bar.start(event.totalBytes, 0, { rows: 0, refused, waiting: '' });
            started = true;
          }
          told = '';
          if (bar) bar.update(event.bytes, { rows: event.rows, refused, waiting: '' });
          else if (percent >= nextPlain && percent < 100) {
            screen.print(`${name}: ${percent} % read, ${event.rows} rows, ${refused} refused`);
            nextPlain = percent - (percent % PLAIN_STEP_PERCENT) + PLAIN_STEP_PERCENT;
          }
          break;
        }
      }
    },
    /** Says why nothing moves; once, until it moves again. */
    waiting(reason: string): void {
      if (reason === told) return;
      told = reason;
      if (bar && started) bar.update({ waiting: ` | ${reason} Trying again …` });
      else screen.print(`${name}: ${reason} Trying again …`);
    },
    end(): void {
      bar?.stop();
      for (const line of held.splice(0)) screen.print(line);
    },
  };
}

/** What became of a file, for the person who imported it. */
export function summaryLines(summary: ImportSummary, name: string, dryRun: boolean): string[] {
  const lines = [`${name}: ${summary.rows} rows of ${KIND_DEFINITIONS[summary.kind].label}`];
  if (dryRun) lines.push(`  checked, nothing sent: ${summary.rows - summary.refused} good, ${summary.refused} refused`);
  else lines.push(`  created ${summary.created}, updated ${summary.updated}, unchanged ${summary.unchanged}, refused ${summary.refused}`);
  if (summary.absent && summary.absent.length > 0) {
    const shown = summary.absent.slice(0, ABSENT_SHOWN).join(', ');
    const more = summary.absent.length - ABSENT_SHOWN;
    lines.push(
      `  at the school but not in the file: ${summary.absent.length} pupils: ${shown}${more > 0 ? ` and ${more} more` : ''}. They were left as they are.`,
    );
  }
  if (summary.problem !== null) lines.push(`  ended early: ${summary.problem}`);
  if (summary.problem !== null && summary.created + summary.updated + summary.unchanged > 0)
    lines.push('  Repeat the same command to go on: what is in stays as it is.');
  return lines;
}
