import { describe, expect, it } from '@jest/globals';
import { planGuardians, readGuardian, ruleOfRepresentation, viewIsOpen, type GuardianFacts, type GuardianRecord } from './rules.ts';

const facts = (values: Partial<GuardianFacts> = {}): GuardianFacts => ({
  givenName: 'Anna',
  familyName: 'de Wit',
  email: null,
  phone: null,
  subject: null,
  relation: null,
  ...values,
});
const record = (id: string, values: Partial<GuardianRecord> = {}): GuardianRecord => ({
  _id: id,
  givenName: 'Anna',
  familyName: 'de Wit',
  email: null,
  phone: null,
  subject: null,
  children: [],
  ...values,
});
const child = (studentId: string, representation: GuardianRecord['children'][number]['representation'] = null) => ({
  studentId,
  relation: null,
  representation,
});
const curator = { kind: 'CURATORSHIP', startsOn: '2026-01-01', endsOn: null } as const;
const plan = (families: Parameters<typeof planGuardians>[0], known: GuardianRecord[] = []) =>
  planGuardians(families, known, (studentId, guardian) => `grd_${studentId}_${guardian.givenName}`);
const childrenOf = (result: ReturnType<typeof plan>) =>
  Object.fromEntries(result.records.map(({ record: { _id, children } }) => [_id, children.map(({ studentId }) => studentId)]));

describe('which guardian a row means', () => {
  it('is a new one where nobody fits', () => {
    expect(childrenOf(plan([{ studentId: 's1', guardians: [facts()] }]))).toEqual({ grd_s1_Anna: ['s1'] });
  });

  it('is the one whom the pupil has already, by name or by account', () => {
    const known = [
      record('g1', { children: [child('s1')] }),
      record('g2', { givenName: 'Bob', subject: 'sub-b', children: [child('s1')] }),
    ];
    const result = plan(
      [
        {
          studentId: 's1',
          guardians: [facts({ givenName: 'ANNA', phone: '+31612345678' }), facts({ givenName: 'Robert', subject: 'sub-b' })],
        },
      ],
      known,
    );
    expect(childrenOf(result)).toEqual({ g1: ['s1'], g2: ['s1'] });
    expect(result.records.map(({ record: { givenName } }) => givenName)).toEqual(['ANNA', 'Robert']);
  });

  it('is a brother’s or sister’s with the same account, or with the same address and name, also within one import', () => {
    const known = [record('g1', { subject: 'sub-a', children: [child('s1')] })];
    const result = plan(
      [
        { studentId: 's2', guardians: [facts({ subject: 'sub-a' }), facts({ givenName: 'Carl', email: 'c@x.example' })] },
        { studentId: 's3', guardians: [facts({ givenName: 'Carl', email: 'c@x.example' })] },
      ],
      known,
    );
    expect(childrenOf(result)).toEqual({ g1: ['s1', 's2'], grd_s2_Carl: ['s2', 's3'] });
  });

  it('is not somebody with the same address and another name, or with another account', () => {
    const known = [record('g1', { email: 'family@x.example', subject: 'sub-a', children: [child('s1')] })];
    const result = plan(
      [
        { studentId: 's2', guardians: [facts({ givenName: 'Bob', email: 'family@x.example' })] },
        { studentId: 's3', guardians: [facts({ email: 'family@x.example', subject: 'sub-other' })] },
      ],
      known,
    );
    expect(childrenOf(result)).toEqual({ grd_s2_Bob: ['s2'], grd_s3_Anna: ['s3'] });
  });

  it('is not whoever had an account before it was given to another', () => {
    const known = [record('g1', { subject: 'sub-old', children: [child('s1')] })];
    const result = plan(
      [
        { studentId: 's1', guardians: [facts({ subject: 'sub-new' })] },
        { studentId: 's2', guardians: [facts({ givenName: 'Zoë', subject: 'sub-old' })] },
      ],
      known,
    );
    expect(childrenOf(result)).toEqual({ g1: ['s1'], grd_s2_Zoë: ['s2'] });
  });

  it('keeps what an empty cell does not say', () => {
    const known = [
      record('g1', { email: 'a@x.example', phone: '+31612345678', subject: 'sub-a', children: [{ ...child('s1'), relation: 'moeder' }] }),
    ];
    const [first] = plan([{ studentId: 's1', guardians: [facts()] }], known).records;
    expect(first?.record).toMatchObject({
      email: 'a@x.example',
      phone: '+31612345678',
      subject: 'sub-a',
      children: [{ studentId: 's1', relation: 'moeder' }],
    });
  });

  it('takes the pupil from whoever is not named any more, unless a legal representation stands', () => {
    const known = [
      record('g1', { children: [child('s1'), child('s2')] }),
      record('g2', { givenName: 'Bob', children: [child('s1', curator)] }),
    ];
    const result = plan([{ studentId: 's1', guardians: [] }], known);
    expect(childrenOf(result)).toEqual({ g1: ['s2'], g2: ['s1'] });
    expect(result.touched.get('s1')).toEqual(new Set(['g1', 'g2']));
  });

  it('leaves everything as it is where the row says nothing', () => {
    expect(plan([{ studentId: 's1', guardians: null }], [record('g1', { children: [child('s1')] })]).records).toEqual([]);
  });

  it('takes back somebody who lost the pupil before', () => {
    const result = plan([{ studentId: 's1', guardians: [facts()] }], [record('grd_s1_Anna')]);
    expect(result.records).toHaveLength(1);
    expect(result.records[0]?.existing?._id).toBe('grd_s1_Anna');
  });
});

describe('a guardian’s view', () => {
  it('closes on the 18th birthday', () => {
    expect(viewIsOpen({ representation: null }, '2008-11-25', '2026-11-24')).toBe(true);
    expect(viewIsOpen({ representation: null }, '2008-11-24', '2026-11-24')).toBe(false);
  });

  it('stays open while a legal representation stands', () => {
    const until = (endsOn: string | null) => ({ representation: { ...curator, endsOn } });
    expect(viewIsOpen(until(null), '2008-01-01', '2026-11-24')).toBe(true);
    expect(viewIsOpen(until('2026-11-24'), '2008-01-01', '2026-11-24')).toBe(true);
    expect(viewIsOpen(until('2026-11-23'), '2008-01-01', '2026-11-24')).toBe(false);
    expect(viewIsOpen({ representation: { ...curator, startsOn: '2026-11-25' } }, '2008-01-01', '2026-11-24')).toBe(false);
  });

  it('needs no representation before adulthood, so none starts earlier', () => {
    expect(ruleOfRepresentation(curator, '2026-01-01')).toBeNull();
    expect(ruleOfRepresentation(curator, '2026-01-02')?.column).toBe('startsOn');
    expect(ruleOfRepresentation({ ...curator, endsOn: '2025-12-31' }, '2025-01-01')?.column).toBe('endsOn');
  });
});

describe('a guardian in a row', () => {
  it('is refused by its column, with its place', () => {
    expect(readGuardian({ givenName: 'Anna', familyName: 'de Wit', email: 'x' }, 'guardians.1.')).toMatchObject({
      ok: false,
      problem: { column: 'guardians.1.email' },
    });
  });
});
