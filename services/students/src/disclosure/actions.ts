import type { CallInput, CallOutput } from '@servicepunt/shared/contracts/calls';
import { derivedId } from '@servicepunt/shared/ids';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { create } from '@servicepunt/shared/writes';
import type { ConsentActions } from '../consent/actions.ts';
import type { StudentStore } from '../student/store.ts';
import { isLogged } from './rules.ts';
import type { DisclosureRow, DisclosureStore } from './store.ts';

type Input = CallInput<'students.recordDisclosure'>;
type Output = CallOutput<'students.recordDisclosure'>;

/** What leaves the foundation is logged here, before it leaves. */
export function createDisclosureActions(deps: {
  disclosures: DisclosureStore;
  students: Pick<StudentStore, 'findByIds'>;
  consents: Pick<ConsentActions, 'findCovering'>;
}) {
  const { disclosures } = deps;
  return {
    /**
     * Logs an exchange, once: the same subject, recipient, ground and items return the first entry.
     * On the ground of consent it is refused unless one covers all items today.
     */
    async recordDisclosure(actor: Pick<Context, 'viewer' | 'clock' | 'newId'>, input: Input): Promise<Output> {
      const { subjectId, studentId, recipient, legalBasis, purpose } = input;
      const items = [...new Set(input.items)].toSorted();
      const [[student], logged] = await Promise.all([deps.students.findByIds([studentId], {}), disclosures.findOf(subjectId, recipient)]);
      if (!student) return { recorded: false, reason: 'UNKNOWN_STUDENT' };
      const covering = legalBasis === 'CONSENT' ? await deps.consents.findCovering(student, { purpose, items }, actor.clock.today()) : [];
      const [consent] = covering;
      if (legalBasis === 'CONSENT' && !consent) return { recorded: false, reason: 'NO_CONSENT' };
      const consentIds = covering.map((row) => row._id);
      const first = logged.find((entry) => isLogged(entry, { studentId, legalBasis, items }, consentIds));
      if (first) return { recorded: true, disclosureId: first._id };

      const consentId = consent?._id ?? null;
      const _id = derivedId('dis', subjectId, studentId, recipient.kind, recipient.id, legalBasis, consentId ?? '', ...items);
      const placementId = subjectId.startsWith('plc_') ? subjectId : null;
      try {
        await create<DisclosureRow>(
          disclosures.model,
          actor,
          {
            _id,
            subjectId,
            studentId,
            schoolLocationId: student.schoolLocationId,
            recipient: { kind: recipient.kind, id: recipient.id },
            legalBasis,
            purpose,
            items,
            consentId,
            at: actor.clock.now(),
          },
          () => [{ type: 'DisclosureRecorded', data: { disclosureId: _id, studentId, placementId } }],
        );
      } catch (error) {
        // The same call came twice at the same moment: the entry is there.
        if (!isDuplicateKey(error, '_id')) throw error;
      }
      return { recorded: true, disclosureId: _id };
    },
  };
}
export type DisclosureActions = ReturnType<typeof createDisclosureActions>;
