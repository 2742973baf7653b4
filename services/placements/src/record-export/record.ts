import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import { ours } from '@servicepunt/shared/mongo';
import { forRecord } from '@servicepunt/shared/record-export';
import type { Stores } from '../rooms.ts';

/** What this service holds of a pupil, for the export of his record. */
export function recordCalls(stores: Pick<Stores, 'placements' | 'evaluations' | 'handovers' | 'aftercare' | 'links'>): CallHandlers {
  return {
    async 'placements.studentRecord'({ studentId, guardianIds }) {
      const own = new Set([studentId, ...guardianIds]);
      const of = ours({ studentId });
      const [placements, evaluations, warmHandovers, aftercareCases, links] = await Promise.all([
        stores.placements.model.find(of).sort({ _id: 1 }).lean(),
        stores.evaluations.model.find(of).sort({ _id: 1 }).lean(),
        stores.handovers.model.find(of).sort({ _id: 1 }).lean(),
        stores.aftercare.model.find(of).sort({ _id: 1 }).lean(),
        stores.links.model
          .find(ours({ personId: studentId }), { hash: 0 })
          .sort({ _id: 1 })
          .lean(),
      ]);
      const record = { placements, evaluations, warmHandovers, aftercareCases, links };
      const employerIds = new Set(placements.flatMap(({ employerId }) => (employerId === null ? [] : [employerId])));
      return {
        record: forRecord(record, own) as Record<string, unknown>,
        placementIds: placements.map(({ _id }) => _id),
        employerIds: [...employerIds],
      };
    },
  };
}
