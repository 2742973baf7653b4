import { dayOf } from '@servicepunt/shared/clock';
import type { PlacementEvent } from '@servicepunt/shared/contracts/events';
import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import { ours } from '@servicepunt/shared/mongo';
import type { PersonStore } from '../contact/store.ts';
import { latestOf } from './rules.ts';
import type { ActivityStore } from './store.ts';

/** What is heard of a company's placements, and of the mail by which an idle contact was told. */
export function activityHandlers(activity: ActivityStore, people: Pick<PersonStore, 'model'>): EventHandlers {
  const placed = async ({ at, data }: { at: Date; data: PlacementEvent }) => {
    if (data.employerId !== null) await activity.note(data.employerId, latestOf(dayOf(at), data.endsOn));
  };
  return {
    PlacementPlanned: placed,
    PlacementAgreed: placed,
    PlacementChanged: placed,
    async PlacementEnded({ at, data }) {
      if (data.employerId !== null) await activity.note(data.employerId, dayOf(at));
    },
    async DeliverySent({ at, data: { personId, channel } }) {
      if (channel !== 'MAIL' || !personId.startsWith('con_')) return;
      const day = dayOf(at);
      const waits = { _id: personId, 'idleNotice.toldOn': { $lte: day }, 'idleNotice.mailedOn': { $exists: false } };
      await people.model.updateOne(ours(waits) as never, { $set: { 'idleNotice.mailedOn': day } } as never);
    },
  };
}
