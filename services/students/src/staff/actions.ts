import type { Role } from '@servicepunt/shared/contracts/roles';
import { refuse } from '@servicepunt/shared/errors';
import { derivedId } from '@servicepunt/shared/ids';
import type { ImportResult } from '@servicepunt/shared/import';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision, create } from '@servicepunt/shared/writes';
import { sortNameOf } from '../person/rules.ts';
import type { DeactivateStaffMemberInput, GrantRoleInput, ImportStaffInput, WithdrawGrantInput } from '../schema.generated.ts';
import type { SchoolStore } from '../school/store.ts';
import { importStaff } from './import.ts';
import { mayDeactivate, mayGrant, staffMemberPolicy } from './policy.ts';
import {
  BOOTSTRAP_STAFF_NUMBER,
  grantsInForce,
  holdsGrant,
  isLocationRole,
  isStaffRole,
  STAFF_ROLES,
  theGrant,
  withGrant,
  withoutGrants,
  type GrantEntry,
  type StaffRole,
} from './rules.ts';
import type { StaffMemberRow, StaffStore } from './store.ts';

type Answer = { staffMember: StaffMemberRow };

/** What may be done with staff and their roles. */
export function createStaffActions(deps: { staff: StaffStore; schools: Pick<SchoolStore, 'findByCodes' | 'findByIds'> }) {
  const { staff } = deps;

  async function load(context: Context, id: string): Promise<StaffMemberRow> {
    const [row] = await staff.findByIds([id], staffMemberPolicy.rows(context.viewer));
    return row ?? refuse('NOT_FOUND', 'id');
  }

  async function save(context: Context, row: StaffMemberRow, set: Partial<StaffMemberRow>): Promise<Answer> {
    const events = [{ type: 'StaffMemberChanged', data: { staffMemberId: row._id } }] as const;
    const changed = await change(staff.model, context, row, { $set: { ...set } }, events);
    if (changed) return { staffMember: changed };
    return refuse('REVISION_CONFLICT', 'revision', {}, { staffMember: await load(context, row._id) });
  }

  /** The role that an input names, with its reach, when the viewer may give and withdraw it. */
  async function grantOf(context: Context, input: { role: Role; schoolLocationId?: string | null | undefined }) {
    const { role } = input;
    const locationId = input.schoolLocationId ?? null;
    if (!isStaffRole(role)) return refuse('INVALID_INPUT', 'role', { rule: STAFF_ROLES.join(', ') });
    if (isLocationRole(role) !== (locationId !== null))
      refuse('INVALID_INPUT', 'schoolLocationId', {
        rule: isLocationRole(role)
          ? { nl: 'deze rol hoort bij een vestiging', en: 'this role belongs to a location' }
          : { nl: 'deze rol hoort niet bij één vestiging', en: "this role isn't bound to one location" },
      });
    if (!mayGrant(context.viewer, { role, locationId })) refuse('FORBIDDEN', 'role');
    if (locationId !== null && (await deps.schools.findByIds([locationId], {})).length === 0) refuse('NOT_FOUND', 'schoolLocationId');
    return { role, locationId } satisfies Pick<GrantEntry, 'role' | 'locationId'>;
  }

  return {
    importStaff: (context: Context, input: ImportStaffInput): Promise<ImportResult> => importStaff(deps, context, input),

    /** Gives a role; who had left comes back with it. */
    async grantRole(context: Context, input: GrantRoleInput): Promise<Answer> {
      const row = await load(context, input.id);
      const grant = await grantOf(context, input);
      checkRevision(row, input.revision, 'staffMember');
      if (holdsGrant(row.grants, grant)) refuse('GRANT_ALREADY_HELD', 'role', {}, { staffMember: row });
      return save(context, row, { active: true, grants: withGrant(row.grants, grant, context.clock.now(), context.viewer.id) });
    },

    async withdrawGrant(context: Context, input: WithdrawGrantInput): Promise<Answer> {
      const row = await load(context, input.id);
      const grant = await grantOf(context, input);
      checkRevision(row, input.revision, 'staffMember');
      if (!holdsGrant(row.grants, grant)) refuse('GRANT_NOT_HELD', 'role', {}, { staffMember: row });
      // Otherwise the last one who can give roles could lock everybody out.
      if (row._id === context.viewer.id && grant.role === 'SERVICE_POINT') refuse('NOT_YOURSELF', 'role');
      return save(context, row, { grants: withoutGrants(row.grants, theGrant(grant), context.clock.now(), context.viewer.id) });
    },

    async deactivateStaffMember(context: Context, input: DeactivateStaffMemberInput): Promise<Answer> {
      const row = await load(context, input.id);
      if (!mayDeactivate(context.viewer, grantsInForce(row.grants))) refuse('FORBIDDEN', 'id');
      if (row._id === context.viewer.id) refuse('NOT_YOURSELF', 'id');
      checkRevision(row, input.revision, 'staffMember');
      if (!row.active) return { staffMember: row };
      return save(context, row, {
        active: false,
        grants: withoutGrants(row.grants, () => true, context.clock.now(), context.viewer.id),
      });
    },

    /** Active people who hold a role now, at one location or wherever it reaches. */
    staffOf: (role: StaffRole, locationId: string | null): Promise<string[]> => staff.findIdsByRole(role, locationId),

    /** The first person of an empty system, so that somebody can sign in and bring in the others; does nothing once there is staff. */
    async bootstrap(context: Pick<Context, 'clock' | 'newId'>, subject: string): Promise<void> {
      if (!(await staff.isEmpty())) return;
      const person = { givenName: 'Servicepunt', familyName: 'LOB', email: null, phone: null, subject };
      const id = derivedId('stf', 'bootstrap', subject);
      const which = { role: 'SERVICE_POINT', locationId: null } as const;
      try {
        await create(
          staff.model,
          { ...context, viewer: { kind: 'SERVICE', id: 'students', language: 'nl', grants: [] } },
          {
            _id: id,
            ...person,
            staffNumber: BOOTSTRAP_STAFF_NUMBER,
            sortName: sortNameOf(person),
            language: 'nl',
            active: true,
            grants: withGrant([], which, context.clock.now(), 'students'),
          },
          () => [{ type: 'StaffMemberChanged', data: { staffMemberId: id } }],
        );
      } catch (error) {
        // Another instance that starts at the same moment made the same person.
        if (!isDuplicateKey(error)) throw error;
      }
    },
  };
}
export type StaffActions = ReturnType<typeof createStaffActions>;
