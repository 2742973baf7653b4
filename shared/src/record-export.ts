/**
 * How rows become part of a pupil's exported record: everything that is about him, without our bookkeeping,
 * and with the function of everybody else instead of his id or name.
 */

/** What stands in rows for ourselves and says nothing about anybody. */
const BOOKKEEPING = new Set([
  ...['outbox', 'outboxAt', 'inputHash', 'revision', 'updatedAt', 'sortName', 'imported', 'followUps', 'followUpAt'],
  ...['lookAt', 'enqueues', 'claim', 'leaseUntil', 'waits', 'messageId', 'refusedAddress', 'refused', 'askedAt', 'attempts', 'failures'],
]);
/** People whom a record names by what they are: the beginning of their ids. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  stf: 'STAFF_MEMBER',
  con: 'EMPLOYER_CONTACT',
  wsp: 'WORKPLACE_SUPERVISOR',
  pct: 'CONTACT_OF_RECEIVING_PARTY',
  key: 'EMPLOYER_SYSTEM',
  lnk: 'HOLDER_OF_A_LINK',
  grd: 'GUARDIAN',
  stu: 'OTHER_PUPIL',
};
/** Contacts of others that an agreement names in full. */
const NAMED_CONTACTS: Readonly<Record<string, string>> = { schoolSupervisor: 'STAFF_MEMBER', workplaceSupervisor: 'WORKPLACE_SUPERVISOR' };
const PERSON_ID = /^([a-z]{3})_[0-9a-z]+$/;

/** A value of a row as the record shows it; `own` are the ids of the pupil and of his guardians, who are told as they are. */
export function forRecord(value: unknown, own: ReadonlySet<string>): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') {
    const [, prefix = ''] = PERSON_ID.exec(value) ?? [];
    return own.has(value) ? value : (FUNCTIONS[prefix] ?? value);
  }
  if (Array.isArray(value)) return value.map((item) => forRecord(item, own));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      if (BOOKKEEPING.has(name)) return [];
      if (name in NAMED_CONTACTS && member !== null && typeof member === 'object') return [[name, NAMED_CONTACTS[name]]];
      return [[name === '_id' ? 'id' : name, forRecord(member, own)]];
    }),
  );
}
