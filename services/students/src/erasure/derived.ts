import { ERASING_SERVICES, isComplete, REMAINDER, type ServiceReport } from './rules.ts';
import type { ErasureRow } from './store.ts';

export const completeOf = (row: ErasureRow): boolean => isComplete(row.reports);
export const remainderOf = () => [...REMAINDER];

/** One per service that has reported, in a fixed order. */
export function reportsOf(row: ErasureRow): (ServiceReport & { service: (typeof ERASING_SERVICES)[number] })[] {
  return ERASING_SERVICES.flatMap((service) => {
    const report = row.reports[service];
    return report ? [{ ...report, service }] : [];
  });
}
