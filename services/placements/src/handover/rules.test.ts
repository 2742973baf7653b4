import { describe, expect, it } from '@jest/globals';
import {
  allowedBases,
  ballIn,
  checklistOf,
  daysOf,
  disclosuresOf,
  guardianMustKnow,
  isLate,
  itemsToShow,
  mayInspect,
  stepsAfter,
  usualDeadline,
  type HandoverItem,
} from './rules.ts';

const AT = new Date('2027-01-10T10:00:00Z');
const LATER = new Date('2027-01-12T10:00:00Z');
const item = (kind: HandoverItem['kind'], legalBasis: HandoverItem['legalBasis'], changedAt = AT): HandoverItem => ({
  kind,
  legalBasis,
  changedAt,
  text: 'tekst',
});

describe('the deadline', () => {
  it('is 1 April for mbo, of this school year or the next', () => {
    expect(usualDeadline('MBO', 'ZUID', '2026-11-24')).toBe('2027-04-01');
    expect(usualDeadline('MBO', 'ZUID', '2027-04-01')).toBe('2027-04-01');
    expect(usualDeadline('MBO', 'ZUID', '2027-04-02')).toBe('2028-04-01');
  });
  it("is the start of the region's summer holiday for all others", () => {
    expect(usualDeadline('EMPLOYER', 'NOORD', '2026-11-24')).toBe('2027-07-10');
    expect(usualDeadline('DAY_ACTIVITY', 'ZUID', '2026-11-24')).toBe('2027-07-24');
  });
  it('is early July where the dates of the ministry do not reach', () => {
    expect(usualDeadline('MUNICIPALITY', 'ZUID', '2035-08-01')).toBe('2036-07-05');
  });
  it('makes a handover late once its day has come and the conversation was not held', () => {
    expect(isLate({ state: 'PLANNED', deadline: '2027-04-01' }, '2027-03-31')).toBe(false);
    expect(isLate({ state: 'PLANNED', deadline: '2027-04-01' }, '2027-04-01')).toBe(true);
    expect(isLate({ state: 'HELD', deadline: '2027-04-01' }, '2027-05-01')).toBe(false);
  });
});

describe('a legal basis stands per item', () => {
  it('the report by law goes to schools only', () => {
    expect(allowedBases('MBO')).toContain('STATUTORY_REPORT');
    for (const target of ['EMPLOYER', 'DAY_ACTIVITY', 'MUNICIPALITY'] as const)
      expect(allowedBases(target)).not.toContain('STATUTORY_REPORT');
  });
  it('shows the receiving party inspected items with a ground that stands', () => {
    const items = [
      item('SUPPORT_NEEDS', 'CONSENT'),
      item('WHAT_WORKS', 'STATUTORY_REPORT'),
      item('LEARNING_PATH', null),
      item('INTERNSHIP_HISTORY', 'STATUTORY_REPORT', LATER),
    ];
    const shown = (inspectedAt: Date | null, consentWithdrawnAt: Date | null = null) =>
      itemsToShow({ items, inspectedAt, consentWithdrawnAt }).map(({ kind }) => kind);
    expect(shown(null)).toEqual([]);
    expect(shown(AT)).toEqual(['SUPPORT_NEEDS', 'WHAT_WORKS']);
    expect(shown(LATER)).toEqual(['SUPPORT_NEEDS', 'WHAT_WORKS', 'INTERNSHIP_HISTORY']);
    expect(shown(LATER, LATER)).toEqual(['WHAT_WORKS', 'INTERNSHIP_HISTORY']);
  });
  it('is disclosed per ground, consent first since it may be refused', () => {
    const items = [item('WHAT_WORKS', 'STATUTORY_REPORT'), item('SUPPORT_NEEDS', 'CONSENT'), item('LEARNING_PATH', 'STATUTORY_REPORT')];
    expect(disclosuresOf(items)).toEqual([
      { legalBasis: 'CONSENT', items: ['SUPPORT_NEEDS'] },
      { legalBasis: 'STATUTORY_REPORT', items: ['WHAT_WORKS', 'LEARNING_PATH'] },
    ]);
  });
});

describe('the right to inspect', () => {
  const ages = { turns16On: '2027-01-10', turns18On: '2029-01-10' };
  it('is the pupil’s from the 16th birthday, and a guardian’s until the 18th', () => {
    expect(mayInspect('STUDENT', ages, '2027-01-09')).toBe(false);
    expect(mayInspect('STUDENT', ages, '2027-01-10')).toBe(true);
    expect(mayInspect('GUARDIAN', ages, '2029-01-09')).toBe(true);
    expect(mayInspect('GUARDIAN', ages, '2029-01-10')).toBe(false);
  });
  it('comes with informing the guardian of a minor', () => {
    expect(guardianMustKnow(ages, '2029-01-09')).toBe(true);
    expect(guardianMustKnow(ages, '2029-01-10')).toBe(false);
  });
});

describe('the lead time', () => {
  it('is measured per step and per party that has the ball', () => {
    const first = stepsAfter([], 'PREPARING', AT);
    const second = stepsAfter(first, 'HELD', LATER);
    expect(second).toEqual([
      { state: 'PREPARING', ball: 'SCHOOL', since: AT, until: LATER },
      { state: 'HELD', ball: 'RECEIVING_PARTY', since: LATER, until: null },
    ]);
    expect(stepsAfter(second, 'CONFIRMED', LATER).every((step) => step.until !== null)).toBe(true);
    expect(daysOf(second[0] ?? second[1]!, LATER)).toBe(2);
  });
  it('has the school at the ball until the conversation was held', () => {
    expect((['PREPARING', 'INFORMED', 'PLANNED', 'HELD'] as const).map(ballIn)).toEqual(['SCHOOL', 'SCHOOL', 'SCHOOL', 'RECEIVING_PARTY']);
  });
});

it('the checklist is read off the handover', () => {
  const done = checklistOf({
    items: [item('SUPPORT_NEEDS', 'CONSENT')],
    inspectedAt: AT,
    consentWithdrawnAt: null,
    supervisorId: 'stf_1',
    firstDayAgreements: null,
    aftercareContact: 'bel de school',
    confirmedAt: null,
  })
    .filter((check) => check.done)
    .map((check) => check.kind);
  expect(done).toEqual(['LEGAL_BASIS', 'INFORMED_AND_INSPECTED', 'CONTACT_PERSONS', 'SUPPORT_NEEDS', 'AFTERCARE_CONTACT']);
});
