import { refuse } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { StaffStore } from './store.ts';

/**
 * The account that the viewer signs in with, where he is staff. A pupil's or guardian's record with it would give him their sight of
 * what his role keeps closed, so a colleague has to enter it: a teacher may well have a child at the school.
 */
export async function ownAccount(staff: Pick<StaffStore, 'findByIds'>, { viewer }: Context): Promise<string | null> {
  const [self] = viewer.id.startsWith('stf_') ? await staff.findByIds([viewer.id], {}) : [];
  return self?.subject ?? null;
}

/** Refuses a record that would be the viewer's own. */
export async function refuseOwnAccount(
  staff: Pick<StaffStore, 'findByIds'>,
  context: Context,
  subject: string | null | undefined,
): Promise<void> {
  if (subject && (await ownAccount(staff, context)) === subject) refuse('NOT_YOURSELF', 'subject');
}
