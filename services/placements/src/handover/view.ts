import type { HandoverItem, HandoverStep } from '../schema.generated.ts';
import { daysOf, isInspected, itemsToShow } from './rules.ts';
import type { HandoverRow } from './store.ts';

/** The items as the school wrote them, or as the receiving party gets to see them. */
export function itemsView(row: HandoverRow, all: boolean): HandoverItem[] {
  return (all ? row.items : itemsToShow(row)).map((item) => ({
    kind: item.kind,
    text: item.text,
    legalBasis: item.legalBasis,
    inspected: isInspected(item, row.inspectedAt),
  }));
}

export function stepsView(row: HandoverRow, now: Date): HandoverStep[] {
  return row.steps.map((step) => ({ state: step.state, ball: step.ball, since: step.since, until: step.until, days: daysOf(step, now) }));
}
