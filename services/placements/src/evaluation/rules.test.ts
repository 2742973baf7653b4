import { describe, expect, it } from '@jest/globals';
import { CURRENT_QUESTION_VERSION, QUESTION_VERSIONS, questionsOf } from './questions.ts';
import { answerProblems, evaluatorRoles, missingAnswers, outcomeFits } from './rules.ts';

const form = { questionVersion: 1, moment: 'MIDTERM' } as const;
const answer = (question: string, score: number | null, text: string | null = null) => ({ question, score, text });

describe('the core questions', () => {
  it('have a form for every role at every moment', () => {
    for (const moment of ['START', 'WEEK_THREE', 'MIDTERM', 'GO_NO_GO', 'FINAL'] as const)
      for (const role of ['EMPLOYER', 'STUDENT', 'SCHOOL'] as const)
        expect(questionsOf(CURRENT_QUESTION_VERSION, moment, role).some((question) => question.required)).toBe(true);
  });
  it('have codes that are unique within a version', () => {
    for (const questions of Object.values(QUESTION_VERSIONS)) {
      const codes = questions.map((question) => question.code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
  it('ask about a contract only at the go/no-go evaluation', () => {
    expect(questionsOf(1, 'GO_NO_GO', 'EMPLOYER').map((question) => question.code)).toContain('contract-intended');
    expect(questionsOf(1, 'MIDTERM', 'EMPLOYER').map((question) => question.code)).not.toContain('contract-intended');
  });
});

describe('answers', () => {
  it('belong to questions of that form, each once, on their scale', () => {
    expect(answerProblems(form, 'EMPLOYER', [answer('works-safely', 4)])).toEqual([]);
    expect(answerProblems(form, 'STUDENT', [answer('works-safely', 4)])).toEqual([
      { code: 'UNKNOWN_QUESTION', field: 'answers.0.question' },
    ]);
    expect(answerProblems(form, 'EMPLOYER', [answer('works-safely', 4), answer('works-safely', 3)])).toEqual([
      { code: 'UNKNOWN_QUESTION', field: 'answers.1.question' },
    ]);
    for (const score of [0, 5, 2.5, -1])
      expect(answerProblems(form, 'EMPLOYER', [answer('works-safely', score)])).toEqual([
        { code: 'INVALID_INPUT', field: 'answers.0.score' },
      ]);
    expect(answerProblems({ ...form, moment: 'GO_NO_GO' }, 'EMPLOYER', [answer('contract-intended', 0)])).toEqual([]);
    expect(answerProblems(form, 'EMPLOYER', [answer('goes-well', 3)])).toHaveLength(1);
  });
  it('are missing while a required question has none', () => {
    const required = questionsOf(1, 'MIDTERM', 'STUDENT').filter((question) => question.required);
    const all = required.map((question) => answer(question.code, 3));
    expect(missingAnswers(form, 'STUDENT', all)).toEqual([]);
    expect(missingAnswers(form, 'STUDENT', all.slice(1))).toEqual([required[0]]);
    expect(missingAnswers(form, 'STUDENT', [answer(required[0]?.code ?? '', null, 'wel iets')])).toContain(required[0]);
  });
});

it('inside the school there is no company to fill in a form', () => {
  expect(evaluatorRoles(null)).toEqual(['STUDENT', 'SCHOOL']);
  expect(evaluatorRoles('emp_1')).toEqual(['EMPLOYER', 'STUDENT', 'SCHOOL']);
});

it('go and no-go are outcomes of the go/no-go evaluation, and its only ones', () => {
  expect(outcomeFits('GO_NO_GO', 'GO')).toBe(true);
  expect(outcomeFits('GO_NO_GO', 'ON_TRACK')).toBe(false);
  expect(outcomeFits('FINAL', 'NO_GO')).toBe(false);
  expect(outcomeFits('FINAL', 'STOP')).toBe(true);
});
