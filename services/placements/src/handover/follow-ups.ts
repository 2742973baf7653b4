import type { Clock } from '@servicepunt/shared/clock';
import type { Call } from '@servicepunt/shared/service-client';
import { concurrently } from '../concurrently.ts';
import type { FollowUpHandlers } from '../follow-up/follow-ups.ts';
import { basisOfTarget, HANDOVER_PURPOSE } from './rules.ts';
import type { HandoverRow, HandoverStore } from './store.ts';

/** Calls to another service at once. */
const AT_ONCE = 8;

export type HandoverFollowUp = 'DISCLOSE_IMPORTED';

export function handoverFollowUps(deps: {
  store: HandoverStore;
  call: Call;
  clock: Clock;
}): FollowUpHandlers<HandoverRow, HandoverFollowUp> {
  const { store, call, clock } = deps;
  return {
    /** An imported handover whose conversation is planned: the receiving party knows of it, and that is logged before it sees anything here. */
    DISCLOSE_IMPORTED: (rows) =>
      concurrently(rows, AT_ONCE, async (row) => {
        if (row.disclosureStands || (row.state !== 'PLANNED' && row.state !== 'HELD')) return;
        const legalBasis = basisOfTarget(row.target);
        const answer = await call('students.recordDisclosure', {
          subjectId: row._id,
          studentId: row.studentId,
          recipient: { kind: 'PARTNER_ORGANISATION', id: row.partnerId },
          legalBasis,
          purpose: HANDOVER_PURPOSE,
          items: ['CONVERSATION'],
        });
        if (!answer.recorded) return;
        const disclosures = [...row.disclosures, { id: answer.disclosureId, legalBasis, at: clock.now() }];
        await store.note({ _id: row._id, disclosureStands: false }, { disclosures, disclosureStands: true });
      }),
  };
}
