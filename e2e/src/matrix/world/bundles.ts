import { traineeIdOf } from '../../../../services/placements/src/placement/ids.ts';
import { ROW_NAMES, type Bundle, type RowName } from '../rows.ts';
import { BUNDLES, type BundleName } from '../situations.ts';
import type { Client } from './client.ts';
import type { Ground } from './ground.ts';
import type { Evaluations } from './placements.ts';
import type { Row, Store } from './store.ts';

interface Sources {
  readonly client: Client;
  readonly store: Store;
  readonly ground: Ground;
  readonly evaluations: Evaluations;
}
/** Finds every record of each story in the documents themselves. */
export async function bundlesOf({ store, ground, evaluations }: Sources): Promise<Record<BundleName, Bundle>> {
  const [locations, staff, guardians, consents, disclosures, accesses, audit, erasures] = await Promise.all(
    ['loc', 'stf', 'grd', 'cns', 'dis', 'rac', 'aud', 'ers'].map((prefix) => store.rows('students', prefix)),
  );
  const [groups, contacts, keys, employers] = await Promise.all(
    ['grp', 'con', 'key', 'emp'].map((prefix) => store.rows('employers', prefix)),
  );
  const [placements, evaluationRows, handovers, cases] = await Promise.all(
    ['plc', 'evl', 'who', 'aft'].map((prefix) => store.rows('placements', prefix)),
  );
  const [reminders, deliveries, notifications] = await Promise.all(
    ['rem', 'dlv', 'ntf'].map((prefix) => store.rows('notifications', prefix)),
  );
  const ofStory = (rows: readonly Row[] | undefined, name: BundleName) =>
    (rows ?? []).filter(({ studentId }) => studentId === ground.pupils[name]);
  const ids = (rows: readonly Row[] | undefined): string[] => (rows ?? []).map(({ _id }) => _id);

  function bundle(name: BundleName): Bundle {
    const company = name === 'elsewhere' ? ground.companies.B : ground.companies.A;
    const location = (locations ?? []).find(({ locationCode }) => (name === 'elsewhere') === String(locationCode).startsWith('72'));
    // Of a pupil with two placements the story is about the one at this company, and what was imported.
    const placed = ofStory(placements, name).filter(({ employerId }) => employerId === company.employer);
    const rank = (row: Row) => Number(row['imported'] !== null) + 2 * Number(row['state'] === 'CANCELLED');
    const planned = placed.toSorted((left, right) => rank(left) - rank(right));
    const handed = ofStory(handovers, name).toSorted(
      (left, right) => Number(Boolean(left['handoverNumber'])) - Number(Boolean(right['handoverNumber'])),
    );
    const family = (guardians ?? []).filter((row) =>
      (row['children'] as { studentId: string }[]).some(({ studentId }) => studentId === ground.pupils[name]),
    );
    const guide = staff?.find(({ _id }) => _id === (planned[0]?.['supervisorId'] ?? ''));
    const subjects = new Set([ground.pupils[name], ...ids(placed), ...ids(handed)]);
    const rows: Partial<Record<RowName, readonly string[]>> = {
      School: location ? [String(location['schoolId'])] : [],
      SchoolLocation: location ? [location._id] : [],
      'StaffMember (the guide)': guide ? [guide._id] : [],
      'StaffMember (the relation owner)': (employers ?? []).flatMap(({ _id, relationOwnerId }) =>
        _id === company.employer && typeof relationOwnerId === 'string' ? [relationOwnerId] : [],
      ),
      Student: [ground.pupils[name]],
      ...(name === 'eighteen'
        ? {
            'Guardian (whose view closed)': ids(family.filter(({ subject }) => subject === ground.subjectOf('guardian eighteen'))),
            'Guardian (legal representative)': ids(family.filter(({ subject }) => subject === ground.subjectOf('guardian represented'))),
          }
        : { Guardian: ids(family) }),
      Consent: ids(ofStory(consents, name)),
      'Disclosure (to the company)': ids(ofStory(disclosures, name).filter((row) => recipientOf(row) === company.employer)),
      'Disclosure (to the receiving party)': ids(ofStory(disclosures, name).filter((row) => recipientOf(row).startsWith('par_'))),
      RestrictedAccess: ids(ofStory(accesses, name)),
      AuditEvent: ids((audit ?? []).filter((row) => (row['subjects'] as string[] | undefined)?.some((id) => subjects.has(id)))),
      Erasure: ids(erasures),
      CompanyGroup: name === 'elsewhere' ? [] : ids(groups),
      Employer: [company.employer],
      EmployerSite: [company.site],
      EmployerContact: ids((contacts ?? []).filter(({ employerId }) => employerId === company.employer)),
      'EmployerContact (of the group)':
        name === 'elsewhere' ? [] : ids((contacts ?? []).filter(({ groupId }) => typeof groupId === 'string')),
      WorkplaceSupervisor: [company.workplaceSupervisor],
      PlacementOffer: [company.offer],
      ApiKey: ids((keys ?? []).filter(({ employerId }) => employerId === company.employer)),
      Placement: ids(planned),
      Trainee: ids(planned).map(traineeIdOf),
      WarmHandover: ids(handed),
      PartnerOrganisation: handed.flatMap(({ partnerId }) => (typeof partnerId === 'string' ? [partnerId] : [])),
      AftercareCase: ids(ofStory(cases, name)),
    };
    const messages: Partial<Record<RowName, readonly string[]>> = name === 'seventeen' ? messagesOf(name) : {};
    const forms: Partial<Record<RowName, readonly string[]>> =
      name === 'seventeen'
        ? {
            'Evaluation (concluded)': [evaluations.START],
            'Evaluation (drafts)': [evaluations.MIDTERM],
            'Evaluation (concluded without all forms)': [evaluations.FINAL],
          }
        : { 'Evaluation (drafts)': ids((evaluationRows ?? []).filter(({ placementId }) => placementId === planned[0]?._id)) };
    const all = { ...rows, ...messages, ...forms };
    return { name, ids: new Map(ROW_NAMES.flatMap((row) => ((all[row]?.length ?? 0) > 0 ? [[row, all[row] ?? []] as const] : []))) };
  }

  /** Those that somebody asked for; the planned ones come later and are many. */
  function messagesOf(name: BundleName): Partial<Record<RowName, readonly string[]>> {
    const asked = ofStory(reminders, name).filter((row) => String(row['rule']).includes('.now.'));
    const to = (role: string, subject: string) => ids(asked.filter((row) => row['role'] === role && row['subjectId'] === subject));
    const handoverId = ids(ofStory(handovers, name)).find((id) => to('RECEIVING_PARTY', id).length > 0) ?? '';
    const told = {
      'Reminder (to the company)': [...to('EMPLOYER', evaluations.MIDTERM), ...to('EMPLOYER', evaluations.FINAL)],
      'Reminder (to the pupil)': to('STUDENT', evaluations.MIDTERM),
      'Reminder (to the school)': to('SCHOOL', evaluations.MIDTERM),
      'Reminder (to the school, of the handover)': to('SCHOOL', handoverId),
      'Reminder (to the receiving party)': to('RECEIVING_PARTY', handoverId),
    };
    const mailed = (of: readonly string[], person: string) =>
      ids(
        (deliveries ?? []).filter(
          (row) =>
            row['channel'] === 'MAIL' &&
            String(row['personId']).startsWith(person) &&
            (row['items'] as { reminderId: string }[]).some(({ reminderId }) => of.includes(reminderId)),
        ),
      );
    // The one of the evaluation that links lead to comes first: whether a link is shown the first would else be chance.
    const ofTheLink = (row: Row): number => Number(row['subjectId'] === evaluations.MIDTERM);
    const inbox = (person: string) =>
      ids(
        (notifications ?? [])
          .filter((row) => row['studentId'] === ground.pupils[name] && String(row['personId']).startsWith(person))
          .toSorted((left, right) => ofTheLink(right) - ofTheLink(left)),
      );
    return {
      ...told,
      'Delivery (to the company)': mailed(told['Reminder (to the company)'], 'con_'),
      'Delivery (to the workplace)': mailed(told['Reminder (to the company)'], 'wsp_'),
      'Delivery (to the pupil)': mailed(told['Reminder (to the pupil)'], 'stu_'),
      'Delivery (to the school)': mailed(told['Reminder (to the school)'], 'stf_'),
      'Delivery (to the receiving party)': mailed(told['Reminder (to the receiving party)'], 'pct_'),
      'Notification (to the company)': inbox('con_'),
      'Notification (to the pupil)': inbox('stu_'),
      'Notification (to the school)': inbox('stf_'),
    };
  }
  return Object.fromEntries(BUNDLES.map((name) => [name, bundle(name)])) as Record<BundleName, Bundle>;
}

const recipientOf = (row: Row): string => (row['recipient'] as { id?: string } | undefined)?.id ?? '';
