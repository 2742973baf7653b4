import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import { ours } from '@servicepunt/shared/mongo';
import type { EmployerStore } from '../employer/store.ts';
import type { OfferStore } from '../offer/store.ts';

/** What this service holds for a pupil's placements: the companies' names, and the places that are kept for him. */
export function recordCalls(deps: {
  readonly employers: Pick<EmployerStore, 'model'>;
  readonly offers: Pick<OfferStore, 'model'>;
}): CallHandlers {
  return {
    async 'employers.studentRecord'({ placementIds, employerIds }) {
      const [employers, offers] = await Promise.all([
        deps.employers.model.find(ours({ _id: { $in: [...employerIds] } }), { name: 1 }).lean(),
        deps.offers.model
          .find(ours({ reservations: { $elemMatch: { placementId: { $in: [...placementIds] } } } }), { title: 1, reservations: 1 })
          .lean(),
      ]);
      const held = offers.flatMap(({ _id, title, reservations }) =>
        reservations
          .filter(({ placementId }) => placementIds.includes(placementId))
          .map(({ placementId, startsOn, endsOn }) => ({ offerId: _id, title, placementId, startsOn, endsOn })),
      );
      return { record: { employers: employers.map(({ _id, name }) => ({ id: _id, name })), heldPlaces: held } };
    },
  };
}
