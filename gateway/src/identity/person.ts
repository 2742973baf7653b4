import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { Call } from '@servicepunt/shared/service-client';

/** `complete` is false when one of the two record keepers did not answer and the other one knew the person. */
export interface FoundPerson {
  readonly viewer: Viewer | null;
  readonly complete: boolean;
}

/**
 * Our records of somebody who signed in: `students` knows staff, pupils and guardians, `employers` knows contacts. Whoever works for the schools acts
 * for no company: neither service enters an account that the other one knows, and where both know a staff member's all the same, the company's grants
 * are left out. While one of them is down the grants of the other still hold. Rejects when nothing is known and one didn't answer.
 */
export async function findPerson(call: Call, subject: string): Promise<FoundPerson> {
  const answers = await Promise.allSettled([call('students.viewerBySubject', { subject }), call('employers.viewerBySubject', { subject })]);
  const viewers = answers.flatMap((answer) =>
    answer.status === 'fulfilled' && answer.value.viewer ? [answer.value.viewer as Viewer] : [],
  );
  const failure = answers.find((answer) => answer.status === 'rejected');
  const [first, second] = viewers;
  if (!first && failure) throw failure.reason;
  if (!first) return { viewer: null, complete: true };
  if (second && isStaff(first)) return { viewer: first, complete: !failure };
  return { viewer: second ? { ...first, grants: [...first.grants, ...second.grants] } : first, complete: !failure };
}

const isStaff = ({ id }: Viewer): boolean => id.startsWith('stf_');
