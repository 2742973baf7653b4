import type { Clock } from '@servicepunt/shared/clock';
import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import type { EmployerRow } from '../employer/store.ts';
import type { EmployerPersonRow, PersonStore } from './store.ts';

export interface ContactCallDeps {
  readonly store: PersonStore;
  readonly clock: Clock;
  readonly findRelationOwners: (employerIds: readonly string[]) => Promise<readonly { _id: string; relationOwnerId: string }[]>;
  readonly findEmployer: (id: string) => Promise<EmployerRow | null>;
  /** Employers that work, or may come to work, with the schools: those named, and those of the groups. */
  readonly findWorking: (employerIds: readonly string[], groupIds: readonly string[]) => Promise<readonly { _id: string }[]>;
}

/** Whether a message can reach somebody: by mail, or in the inbox of those who sign in. */
const canBeTold = (row: EmployerPersonRow): boolean => row.email !== null || row.subject !== null;

export function contactCalls({ store, clock, findEmployer, findRelationOwners, findWorking }: ContactCallDeps): CallHandlers {
  return {
    /** One person may be the contact of several companies or groups: he signs in once and gets a grant for each company. */
    async 'employers.viewerBySubject'({ subject }) {
      const contacts = await store.findBySubject(subject);
      const [first] = contacts;
      if (!first) return { viewer: null };
      const employers = await findWorking(
        contacts.flatMap((row) => row.employerId ?? []),
        contacts.flatMap((row) => row.groupId ?? []),
      );
      if (employers.length === 0) return { viewer: null };
      const today = clock.today();
      await store.noteActive(
        contacts.flatMap(({ _id, lastActiveOn }) => (lastActiveOn === today ? [] : [_id])),
        today,
      );
      return {
        viewer: {
          kind: 'PERSON',
          id: first._id,
          language: first.language,
          grants: employers.map(({ _id }) => ({ role: 'EMPLOYER_CONTACT', scope: { kind: 'EMPLOYER', id: _id } })),
        },
      };
    },

    async 'employers.accountsKnown'({ subjects }) {
      const held = new Set((await store.findBySubjects(subjects)).map(({ subject }) => subject));
      return { known: subjects.map((subject) => held.has(subject)) };
    },

    async 'employers.people'({ ids }) {
      const rows = await store.findPeople(ids);
      return {
        people: rows.map(({ _id, givenName, familyName, email, language, active }) => ({
          id: _id,
          givenName,
          familyName,
          email,
          language,
          active,
        })),
      };
    },

    async 'employers.checkWorkplace'({ employerId, siteId, workplaceSupervisorId }) {
      const employer = await findEmployer(employerId);
      if (!employer) return { problem: 'UNKNOWN_EMPLOYER' };
      if (siteId !== null && !employer.sites.some((site) => site._id === siteId)) return { problem: 'UNKNOWN_SITE' };
      const supervisor =
        workplaceSupervisorId === null ? null : (await store.findByIds('WORKPLACE_SUPERVISOR', [workplaceSupervisorId], { employerId }))[0];
      if (supervisor === undefined) return { problem: 'UNKNOWN_WORKPLACE_SUPERVISOR' };
      return { problem: employer.state !== 'ACTIVE' || supervisor?.active === false ? 'INACTIVE' : null };
    },

    async 'employers.relationOwners'({ employerIds }) {
      const rows = employerIds.length > 0 ? await findRelationOwners(employerIds) : [];
      return { owners: rows.map(({ _id, relationOwnerId }) => ({ employerId: _id, staffMemberId: relationOwnerId })) };
    },

    /** The company's own contacts come before those of its group, who have seventeen companies to look after. */
    async 'employers.contactsOf'({ employerId, workplaceSupervisorId }) {
      const employer = await findEmployer(employerId);
      if (!employer) return { personIds: [], contactIds: [] };
      const rows = await store.findToTell(employerId, employer.groupId, workplaceSupervisorId);
      const contacts = rows.filter((row) => row.kind === 'CONTACT' && canBeTold(row));
      const contactIds = [...contacts.filter((row) => row.employerId !== null), ...contacts.filter((row) => row.employerId === null)].map(
        (row) => row._id,
      );
      const supervisorIds = rows.filter((row) => row.kind === 'WORKPLACE_SUPERVISOR' && row.email !== null).map((row) => row._id);
      return { personIds: [...supervisorIds, ...contactIds], contactIds };
    },
  };
}
