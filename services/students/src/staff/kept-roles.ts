import { Schema } from 'mongoose';
import type { Role } from '@servicepunt/shared/contracts/roles';
import { refuse } from '@servicepunt/shared/errors';
import { isDuplicateKey, ours, type Connection } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change } from '@servicepunt/shared/writes';
import { holdsGrant, type StaffRole, type Which } from './rules.ts';
import type { StaffMemberRow, StaffStore } from './store.ts';

/** Roles of the whole foundation that are never without a holder: nobody could give roles, or nobody would answer for privacy. */
const KEPT: readonly Role[] = ['SERVICE_POINT', 'DIRECTOR', 'PRIVACY_OFFICER'];
export const isKept = ({ role, locationId }: Which): boolean => locationId === null && KEPT.includes(role);

/** Longer than any request lives: what left longer ago and still holds the role, never left. */
const LEAVING_SECONDS = 60;
/** Others who leave at the same moment; each round one of them is through. */
const MOST_ROUNDS = 20;

/**
 * One document per role: "somebody holds it" is a rule over several people, so it has a document of its own, changed under a condition on
 * its revision. It names those who are about to lose the role, since their own records don't show that yet.
 */
interface KeptRoleRow {
  _id: string;
  revision: number;
  leaving: { staffMemberId: string; at: Date }[];
}

export function createKeptRoleStore(connection: Connection) {
  const leaving = new Schema({ staffMemberId: { type: String, required: true }, at: { type: Date, required: true } }, { _id: false });
  const model = connection.model<KeptRoleRow>(
    'KeptRole',
    new Schema<KeptRoleRow>(
      { _id: String, revision: { type: Number, required: true }, leaving: { type: [leaving], required: true } },
      { versionKey: false, strict: 'throw', collection: 'keptRoles' },
    ),
  );
  return {
    async read(role: StaffRole): Promise<KeptRoleRow> {
      return (await model.findOne(ours({ _id: role })).lean<KeptRoleRow | null>()) ?? { _id: role, revision: 0, leaving: [] };
    },
    /** False when somebody else changed it since it was read. */
    async replace({ _id, revision }: KeptRoleRow, next: KeptRoleRow['leaving']): Promise<boolean> {
      if (revision > 0) {
        const written = await model.updateOne(ours({ _id, revision }), { $set: { leaving: next, revision: revision + 1 } });
        return written.modifiedCount === 1;
      }
      try {
        await model.insertMany([{ _id, revision: 1, leaving: next }], { lean: true });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async stay(role: StaffRole, staffMemberId: string): Promise<void> {
      await model.updateOne(ours({ _id: role }), { $pull: { leaving: { staffMemberId } }, $inc: { revision: 1 } });
    },
  };
}
export type KeptRoleStore = ReturnType<typeof createKeptRoleStore>;

/** Keeps the roles of the whole foundation with somebody, also when two withdraw each other's at the same moment. */
export function createKeptRoles(deps: { staff: StaffStore; keptRoles: KeptRoleStore }) {
  const { staff, keptRoles } = deps;

  async function claim(context: Context, row: StaffMemberRow, which: Which): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      // Who is leaving is read first: whoever is missing from it by then has lost the role in his own record, which is read after it.
      const known = await keptRoles.read(which.role);
      const holders = await staff.findHolders(which);
      const since = context.clock.now().getTime() - LEAVING_SECONDS * 1_000;
      const others = known.leaving.filter(({ staffMemberId }) => staffMemberId !== row._id);
      const late = others.filter(({ at, staffMemberId }) => at.getTime() <= since && holders.some(({ _id }) => _id === staffMemberId));
      if (late.length > 0 && !(await takeBack(context, which, late, holders))) continue;
      const leaving = others.filter((each) => !late.includes(each));
      const left = holders.filter(({ _id }) => _id !== row._id && !leaving.some(({ staffMemberId }) => staffMemberId === _id));
      if (left.length === 0) refuse('LAST_HOLDER', 'role');
      if (await keptRoles.replace(known, [...leaving, { staffMemberId: row._id, at: context.clock.now() }])) return;
    }
    throw new Error(`The holders of ${which.role} changed ${MOST_ROUNDS} times while one of them was to lose it`);
  }

  /** Whose withdrawal ended half-way holds the role still. Its revision moves on, so that the write that never came is refused if it comes yet. */
  async function takeBack(
    context: Context,
    which: Which,
    late: KeptRoleRow['leaving'],
    holders: readonly Pick<StaffMemberRow, '_id' | 'revision'>[],
  ): Promise<boolean> {
    const changed = await Promise.all(
      holders
        .filter(({ _id }) => late.some(({ staffMemberId }) => staffMemberId === _id))
        .map((holder) => change(staff.model, context, holder, {})),
    );
    return changed.every((row) => row !== null && holdsGrant(row.grants, which));
  }

  return {
    /** Runs `withdraw`, which takes these roles from somebody, where another holder of each is left meanwhile; refuses otherwise. */
    async whileHeld<T>(context: Context, row: StaffMemberRow, grants: readonly Which[], withdraw: () => Promise<T>): Promise<T> {
      const claimed: StaffRole[] = [];
      try {
        for (const which of grants.filter(isKept)) {
          await claim(context, row, which);
          claimed.push(which.role);
        }
        return await withdraw();
      } finally {
        // Either way his own record tells from now on.
        for (const role of claimed) await keptRoles.stay(role, row._id);
      }
    },
  };
}
