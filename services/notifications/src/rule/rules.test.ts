import { describe, expect, it } from '@jest/globals';
import { CHASES, RULES } from './rules.ts';

const rule = (id: string) => RULES.find((candidate) => candidate.id === id);

describe('the rules as data', () => {
  it('have one id each', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it.each(['employer', 'student', 'school'])('warn the %s 7 days and 1 day before an evaluation, while its form is open', (role) => {
    expect(rule(`evaluation.warn.${role}`)).toMatchObject({
      role: role.toUpperCase(),
      kind: 'WARN',
      class: 'NORMAL',
      timing: { daysBefore: [7, 1] },
      onlyWhilePending: true,
    });
  });

  it.each(['employer', 'student', 'school'])('chase the %s four times after an evaluation, while its form is open', (role) => {
    expect(rule(`evaluation.chase.${role}`)).toMatchObject({
      role: role.toUpperCase(),
      kind: 'CHASE',
      timing: { steps: [1, 2, 3, 4] },
      onlyWhilePending: true,
    });
  });

  it.each(['school', 'receiving-party'])('warn the %s of a handover 28, 14, 7 days and 1 day before, whoever has the ball', (side) => {
    expect(rule(`handover.warn.${side}`)).toMatchObject({
      basis: 'CONVERSATION',
      timing: { daysBefore: [28, 14, 7, 1] },
      onlyWhilePending: false,
    });
    expect(rule(`handover.warn-deadline.${side}`)).toMatchObject({
      basis: 'DEADLINE',
      timing: { daysBefore: [28, 14, 7] },
      class: 'NORMAL',
    });
    expect(rule(`handover.last-call.${side}`)).toMatchObject({ basis: 'DEADLINE', timing: { daysBefore: [1] }, class: 'LEGAL_DEADLINE' });
  });

  it.each(['school', 'receiving-party'])('chase the %s of a handover only while it has the ball', (side) => {
    expect(rule(`handover.chase.${side}`)).toMatchObject({ kind: 'CHASE', onlyWhilePending: true });
    expect(rule(`handover.chase-deadline.${side}`)).toMatchObject({ kind: 'CHASE', onlyWhilePending: true, class: 'LEGAL_DEADLINE' });
  });

  it('ask a pupil twice about his consents, by his role alone and with no chase or escalation behind it', () => {
    expect(RULES.filter(({ subject }) => subject === 'CONSENT_REVIEW')).toMatchObject([
      { id: 'consent-review.ask.student', role: 'STUDENT', kind: 'WARN', class: 'NORMAL', timing: { steps: [0] }, onlyWhilePending: true },
      {
        id: 'consent-review.ask-again.student',
        role: 'STUDENT',
        kind: 'CHASE',
        class: 'NORMAL',
        timing: { steps: [2] },
        onlyWhilePending: true,
      },
    ]);
  });

  it.each(['evaluation.escalate', 'handover.escalate', 'handover.escalate-deadline'])(
    '%s tells the coordinator after the last chase, then the Servicepunt',
    (prefix) => {
      expect(rule(`${prefix}.coordinator`)).toMatchObject({ role: 'COORDINATOR', kind: 'ESCALATE', timing: { steps: [CHASES + 1] } });
      expect(rule(`${prefix}.service-point`)).toMatchObject({ role: 'SERVICE_POINT', kind: 'ESCALATE', timing: { steps: [CHASES + 2] } });
    },
  );
});
