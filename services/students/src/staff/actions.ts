import type { Role } from '@servicepunt/shared/contracts/roles';
import { refuse } from '@servicepunt/shared/errors';
import { derivedId } from '@servicepunt/shared/ids';
import type { ImportResult } from '@servicepunt/shared/import';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create } from '@servicepunt/shared/writes';
import type { Accounts } from '../person/accounts.ts';
import { sortNameOf } from '../person/rules.ts';
import type { DeactivateStaffMemberInput, GrantRoleInput, ImportStaffInput, WithdrawGrantInput } from '../schema.generated.ts';
import type { SchoolStore } from '../school/store.ts';
import { importStaff } from './import.ts';
import { createKeptRoles, isKept, type KeptRoleStore } from './kept-roles.ts';
import { isHimself, mayGrant, mayTakeOver, staffMemberPolicy } from './policy.ts';
import {
  BOARD,
  BOOTSTRAP_BOARD_NUMBER,
  BOOTSTRAP_STAFF_NUMBER,
  grantsInForce,
  holdsGrant,
  fitsReach,
  isLocationRole,
  isStaffRole,
  STAFF_ROLES,
  theGrant,
  withGrant,
  withoutGrants,
  type GrantEntry,
  type StaffRole,
  type Which,
} from './rules.ts';
import type { StaffMemberRow, StaffStore } from './store.ts';

type Answer = { staffMember: StaffMemberRow };
const SELF = { kind: 'SERVICE', id: 'students', language: 'nl', grants: [] } as const;
const changeOf = (staffMemberId: string) => [{ type: 'StaffMemberChanged', data: { staffMemberId } }] as const;

/** What may be done with staff and their roles. */
export function createStaffActions(deps: {
  staff: StaffStore;
  schools: Pick<SchoolStore, 'findByCodes' | 'findByIds'>;
  accounts: Pick<Accounts, 'taken'>;
  keptRoles: KeptRoleStore;
}) {
  const { staff } = deps;
  const { whileHeld } = createKeptRoles(deps);

  async function load(context: Context, id: string): Promise<StaffMemberRow> {
    const [row] = await staff.findByIds([id], staffMemberPolicy.rows(context.viewer));
    return row ?? refuse('NOT_FOUND', 'id');
  }

  async function save(context: Context, row: StaffMemberRow, set: Partial<StaffMemberRow>): Promise<Answer> {
    const changed = await change(staff.model, context, row, { $set: { ...set } }, changeOf(row._id));
    if (changed) return { staffMember: changed };
    return refuse('REVISION_CONFLICT', 'revision', {}, { staffMember: await load(context, row._id) });
  }

  /** The role that an input names, with its reach, when the viewer may give and withdraw it. */
  async function grantOf(context: Context, input: { role: Role; schoolLocationId?: string | null | undefined }) {
    const { role } = input;
    const locationId = input.schoolLocationId ?? null;
    if (!isStaffRole(role)) return refuse('INVALID_INPUT', 'role', { rule: STAFF_ROLES.join(', ') });
    if (!fitsReach(role, locationId !== null))
      refuse('INVALID_INPUT', 'schoolLocationId', {
        rule: isLocationRole(role)
          ? { nl: 'deze rol hoort bij een vestiging', en: 'this role belongs to a location' }
          : { nl: 'deze rol hoort niet bij één vestiging', en: "this role isn't bound to one location" },
      });
    if (!mayGrant(context.viewer, { role, locationId })) refuse('FORBIDDEN', 'role');
    if (locationId !== null && (await deps.schools.findByIds([locationId], {})).length === 0) refuse('NOT_FOUND', 'schoolLocationId');
    return { role, locationId } satisfies Pick<GrantEntry, 'role' | 'locationId'>;
  }

  async function makeFirst(
    context: Pick<Context, 'clock' | 'newId'>,
    subject: string,
    which: Which,
    staffNumber: string,
    givenName: string,
  ): Promise<void> {
    const person = { givenName, familyName: 'LOB', email: null, phone: null, subject };
    const id = derivedId('stf', 'bootstrap', staffNumber, subject);
    const grants = withGrant([], which, context.clock.now(), SELF.id);
    const row = { _id: id, ...person, staffNumber, sortName: sortNameOf(person), language: 'nl', active: true, grants } as const;
    try {
      await create(staff.model, { ...context, viewer: SELF }, row, () => changeOf(id));
    } catch (error) {
      // Another instance that starts at the same moment made the same person.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  return {
    importStaff: (context: Context, input: ImportStaffInput): Promise<ImportResult> => importStaff(deps, context, input),

    /** Gives a role; who had left comes back with it. */
    async grantRole(context: Context, input: GrantRoleInput): Promise<Answer> {
      const row = await load(context, input.id);
      const grant = await grantOf(context, input);
      if (isHimself(context.viewer, row._id)) refuse('NOT_YOURSELF', 'id');
      checkRevision(row, input.revision, 'staffMember');
      if (holdsGrant(row.grants, grant)) refuse('GRANT_ALREADY_HELD', 'role', {}, { staffMember: row });
      return save(context, row, { active: true, grants: withGrant(row.grants, grant, context.clock.now(), context.viewer.id) });
    },

    async withdrawGrant(context: Context, input: WithdrawGrantInput): Promise<Answer> {
      const row = await load(context, input.id);
      const grant = await grantOf(context, input);
      checkRevision(row, input.revision, 'staffMember');
      if (!holdsGrant(row.grants, grant)) refuse('GRANT_NOT_HELD', 'role', {}, { staffMember: row });
      if (isHimself(context.viewer, row._id) && isKept(grant)) refuse('NOT_YOURSELF', 'role');
      return whileHeld(context, row, [grant], () =>
        save(context, row, { grants: withoutGrants(row.grants, theGrant(grant), context.clock.now(), context.viewer.id) }),
      );
    },

    async deactivateStaffMember(context: Context, input: DeactivateStaffMemberInput): Promise<Answer> {
      const row = await load(context, input.id);
      const held = grantsInForce(row.grants);
      if (!mayTakeOver(context.viewer, held)) refuse('FORBIDDEN', 'id');
      if (row._id === context.viewer.id) refuse('NOT_YOURSELF', 'id');
      checkRevision(row, input.revision, 'staffMember');
      if (!row.active) return { staffMember: row };
      return whileHeld(context, row, held, () =>
        save(context, row, {
          active: false,
          grants: withoutGrants(row.grants, () => true, context.clock.now(), context.viewer.id),
        }),
      );
    },

    /** Active people who hold a role now, at one location or wherever it reaches. */
    staffOf: (role: StaffRole, locationId: string | null): Promise<string[]> => staff.findIdsByRole(role, locationId),

    /** The first person of an empty system, so that somebody can sign in and bring in the others; does nothing once there is staff. */
    async bootstrap(context: Pick<Context, 'clock' | 'newId'>, subject: string): Promise<void> {
      if (await staff.isEmpty())
        await makeFirst(context, subject, { role: 'SERVICE_POINT', locationId: null }, BOOTSTRAP_STAFF_NUMBER, 'Servicepunt');
    },

    /** The director of the board, who appoints the privacy officer; does nothing while somebody is it. */
    async bootstrapBoard(context: Pick<Context, 'clock' | 'newId'>, subject: string): Promise<void> {
      if ((await staff.findHolders(BOARD)).length > 0) return;
      const known = await staff.findActiveBySubject(subject);
      const as = { ...context, viewer: SELF };
      if (!known) await makeFirst(context, subject, BOARD, BOOTSTRAP_BOARD_NUMBER, 'Bestuur');
      else {
        const grants = withGrant(known.grants, BOARD, context.clock.now(), SELF.id);
        await change(staff.model, as, known, { $set: { grants } }, changeOf(known._id));
      }
    },
  };
}
export type StaffActions = ReturnType<typeof createStaffActions>;
