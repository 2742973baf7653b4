import type { RowFilter } from '@servicepunt/shared/policy';

/**
 * A company group, and the contacts of a whole group, belong to no single employer: an employer's people reach them through
 * the employers of theirs that are in the group *now*. Their policies name the path `reach`; this turns it into the store's own paths.
 */
export interface Reach {
  /** A policy's row filter on `reach` as a filter of the store; `to` says where the rows hold employers' and groups' ids. */
  filter(rows: RowFilter | null, to: (employerIds: string[], groupIds: string[]) => RowFilter): Promise<RowFilter | null>;
  /** The viewer's employers in a group, as far as a filter asked for them. */
  inGroup(groupId: string): readonly string[];
}

export function createReach(
  groupsOf: (employerIds: readonly string[]) => Promise<readonly { _id: string; groupId: string | null }[]>,
): Reach {
  const byGroup = new Map<string, string[]>();
  let loading: Promise<void> | null = null;
  const load = (employerIds: readonly string[]): Promise<void> =>
    (loading ??= (async () => {
      for (const { _id, groupId } of await groupsOf(employerIds))
        if (groupId !== null) byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), _id]);
    })());
  return {
    async filter(rows, to) {
      if (rows === null || !('reach' in rows)) return rows;
      const wanted = rows['reach'] as string | { $in: string[] };
      const employerIds = typeof wanted === 'string' ? [wanted] : wanted.$in;
      await load(employerIds);
      return to(employerIds, [...byGroup.keys()]);
    },
    inGroup: (groupId) => byGroup.get(groupId) ?? [],
  };
}
