import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agreed,
  contactOf,
  coordinator,
  guardianOf,
  guide,
  otherGuide,
  planned,
  startPlacements,
  student,
  terms,
  TODAY,
  type Placements,
} from '../test-support/placements.ts';

const AGREEMENT =
  'placement { revision state agreement { version state parties signatures { party onPaper } evaluationDates { moment dueOn } weeklyHours inForceSince } }';

describe('an agreement', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());
  const traineeOf = (id: string) => id.replace('plc_', 'trn_');

  it('is signed by the pupil, the guardian, the school and the company; then the placement is agreed and its evaluations are scheduled', async () => {
    const { id, revision } = await planned(placements);
    const named = [{ moment: 'MIDTERM', dueOn: '2027-03-17' }];
    const drafted = await placements.run(
      coordinator,
      'draftAgreement',
      { id, revision, terms: terms({ evaluationDates: named }) },
      AGREEMENT,
    );
    expect(drafted.userErrors).toEqual([]);
    expect(drafted.placement).toMatchObject({
      state: 'PROPOSED',
      agreement: {
        version: 1,
        state: 'TO_BE_SIGNED',
        parties: ['STUDENT', 'GUARDIAN', 'SCHOOL', 'COMPANY'],
        evaluationDates: [
          { moment: 'START', dueOn: '2027-02-01' },
          { moment: 'MIDTERM', dueOn: '2027-03-17' },
          { moment: 'FINAL', dueOn: '2027-04-23' },
        ],
        weeklyHours: 26,
      },
    });
    let seen = drafted.placement.revision as number;
    const sign = async (who: Parameters<Placements['run']>[0], party: string, of = id) => {
      const answer = await placements.run(
        who,
        'signAgreement',
        { id: of, revision: seen, version: 1, party },
        'placement { revision } trainee { id revision }',
      );
      seen = answer['placement']?.revision ?? answer['trainee']?.revision ?? seen;
      return answer.userErrors.map(({ code, field }) => [code, field]);
    };
    expect(await sign(student('stu_17'), 'STUDENT')).toEqual([]);
    expect(await sign(student('stu_17'), 'STUDENT')).toEqual([['ALREADY_SIGNED', 'party']]);
    expect(await sign(student('stu_17'), 'SCHOOL')).toEqual([['FORBIDDEN', 'party']]);
    expect(await sign(otherGuide, 'SCHOOL')).toEqual([['FORBIDDEN', 'party']]);
    expect(await sign(contactOf('emp_other'), 'COMPANY', traineeOf(id))).toEqual([['NOT_FOUND', 'id']]);
    expect(await sign(contactOf('emp_vdl'), 'COMPANY', traineeOf(id))).toEqual([]);
    expect(await sign(guide, 'SCHOOL')).toEqual([]);
    const before = await placements.query(coordinator, `{ evaluations(filter: { placement: "${id}" }) { totalCount } }`);
    expect(before.data.evaluations.totalCount).toBe(0);
    expect(await sign(guardianOf('stu_17'), 'GUARDIAN')).toEqual([]);

    const { data } = await placements.query(
      coordinator,
      `{ placement(id: "${id}") { state evaluations { nodes { moment dueOn state pendingRoles } } agreement { state inForceSince } } }`,
    );
    expect(data.placement).toMatchObject({
      state: 'AGREED',
      agreement: { state: 'IN_FORCE', inForceSince: `${TODAY}T10:00:00.000Z` },
      evaluations: {
        nodes: [
          { moment: 'START', dueOn: '2027-02-01', state: 'SCHEDULED', pendingRoles: ['EMPLOYER', 'STUDENT', 'SCHOOL'] },
          { moment: 'MIDTERM', dueOn: '2027-03-17' },
          { moment: 'FINAL', dueOn: '2027-04-23' },
        ],
      },
    });
    const types = (await placements.events()).map((event) => event.type);
    expect(types.filter((type) => type === 'PlacementAgreed')).toHaveLength(1);
    expect(types.filter((type) => type === 'EvaluationScheduled')).toHaveLength(3);
    expect((await placements.events()).find((event) => event.type === 'EvaluationScheduled')?.data).toEqual({
      evaluationId: expect.stringMatching(/^evl_/),
      placementId: id,
      studentId: 'stu_17',
      locationId: 'loc_a',
      employerId: 'emp_vdl',
      holidayRegion: 'ZUID',
      moment: expect.any(String),
      dueOn: expect.any(String),
      pendingRoles: ['EMPLOYER', 'STUDENT', 'SCHOOL'],
    });
    await placements.run(coordinator, 'cancelPlacement', { id, revision: seen }, 'placement { id }');
  });

  it('counts only with the guardian’s signature where the pupil is a minor, on paper too', async () => {
    const { id, revision } = await planned(placements, { studentId: 'stu_15' });
    const signatures = ['STUDENT', 'SCHOOL', 'COMPANY'].map((party) => ({ party, signedOn: TODAY }));
    const input = { id, revision, terms: terms(), signatures };
    expect((await placements.run(coordinator, 'agreePlacement', input, AGREEMENT)).userErrors).toMatchObject([
      { code: 'SIGNATURE_MISSING', field: 'signatures', message: 'Er ontbreken handtekeningen van: ouder of voogd.' },
    ]);
    const all = [...signatures, { party: 'GUARDIAN', signedOn: TODAY }];
    const agreement = await placements.run(coordinator, 'agreePlacement', { ...input, signatures: all }, AGREEMENT);
    expect(agreement.placement).toMatchObject({ state: 'AGREED', agreement: { state: 'IN_FORCE' } });
    expect(agreement.placement.agreement.signatures).toContainEqual({ party: 'GUARDIAN', onPaper: true });
  });

  it('excludes dangerous work under 18, names days inside the internship, and each moment once', async () => {
    const { id, revision } = await planned(placements);
    const draft = async (rest: object) =>
      (await placements.run(coordinator, 'draftAgreement', { id, revision, terms: terms(rest) }, AGREEMENT)).userErrors.map(
        ({ code, field }) => [code, field],
      );
    expect(await draft({ dangerousWorkExcluded: false })).toEqual([['DANGEROUS_WORK', 'terms.dangerousWorkExcluded']]);
    expect(await draft({ evaluationDates: [{ moment: 'FINAL', dueOn: '2027-06-01' }] })).toEqual([
      ['OUTSIDE_PLACEMENT', 'terms.evaluationDates.0.dueOn'],
    ]);
    const twice = [1, 2].map((day) => ({ moment: 'FINAL', dueOn: `2027-03-0${day}` }));
    expect(await draft({ evaluationDates: twice })).toEqual([['EVALUATION_EXISTS', 'terms.evaluationDates.1.moment']]);
    expect(await draft({ workplaceSupervisor: null })).toEqual([['INVALID_INPUT', 'terms.workplaceSupervisor']]);
    await placements.run(coordinator, 'cancelPlacement', { id, revision }, 'placement { id }');
  });

  it('is written anew when the dates change before everybody signed', async () => {
    const { id, revision } = await planned(placements, { studentId: 'stu_18' });
    const drafted = await placements.run(coordinator, 'draftAgreement', { id, revision, terms: terms() }, AGREEMENT);
    const move = { id, revision: drafted.placement.revision, startsOn: '2027-02-08', endsOn: '2027-04-30' };
    const moved = await placements.run(coordinator, 'movePlacement', move, AGREEMENT);
    expect(moved.placement.agreement).toBeNull();
    await placements.run(coordinator, 'cancelPlacement', { id, revision: moved.placement.revision }, 'placement { id }');
  });

  it('in force is amended, not moved', async () => {
    const { id, revision } = await agreed(placements, { studentId: 'stu_18' });
    const move = await placements.run(
      coordinator,
      'movePlacement',
      { id, revision, startsOn: '2027-02-01', endsOn: '2027-05-21' },
      AGREEMENT,
    );
    expect(move.userErrors).toMatchObject([{ code: 'AGREEMENT_IN_FORCE' }]);
    const draft = await placements.run(coordinator, 'draftAgreement', { id, revision, terms: terms() }, AGREEMENT);
    expect(draft.userErrors).toMatchObject([{ code: 'AGREEMENT_IN_FORCE' }]);

    const amendment = { id, revision, endsOn: '2027-05-21', workplaceSupervisorId: 'wsp_2', reason: 'Het gaat goed' };
    const AMENDED =
      'placement { revision endsOn workplaceSupervisor { id } amendments { state amendsVersion parties endsOn signatures { party } } agreement { version endsOn } }';
    const written = await placements.run(coordinator, 'amendAgreement', amendment, AMENDED);
    expect(written.placement).toMatchObject({
      endsOn: '2027-04-23',
      workplaceSupervisor: { id: 'wsp_1' },
      amendments: [{ state: 'TO_BE_SIGNED', amendsVersion: 1, parties: ['STUDENT', 'SCHOOL', 'COMPANY'], endsOn: '2027-05-21' }],
    });
    let seen = written.placement.revision as number;
    for (const party of ['STUDENT', 'SCHOOL', 'COMPANY']) {
      const input = { id, revision: seen, version: 1, party, onPaperOn: TODAY };
      const signed = await placements.run(coordinator, 'signAgreement', input, AMENDED);
      expect(signed.userErrors).toEqual([]);
      seen = signed['placement'].revision;
    }
    const { data } = await placements.query(
      coordinator,
      `{ placement(id: "${id}") { endsOn workplaceSupervisor { id } agreement { version endsOn } amendments { state } evaluations { nodes { moment dueOn } } } }`,
    );
    expect(data.placement).toEqual({
      endsOn: '2027-05-21',
      workplaceSupervisor: { id: 'wsp_2' },
      agreement: { version: 2, endsOn: '2027-05-21' },
      amendments: [{ state: 'IN_FORCE' }],
      evaluations: {
        nodes: [
          { moment: 'START', dueOn: '2027-02-01' },
          // 26 March is Good Friday: the day before it.
          { moment: 'MIDTERM', dueOn: '2027-03-25' },
          { moment: 'FINAL', dueOn: '2027-05-21' },
        ],
      },
    });
    expect((await placements.events()).filter((event) => event.type === 'EvaluationChanged').map((event) => event.data['dueOn'])).toEqual([
      '2027-03-25',
      '2027-05-21',
    ]);
  });

  it('is amended by who signed it, and one change at a time', async () => {
    const { id, revision } = await agreed(placements, { studentId: 'stu_18', startsOn: '2027-06-01', endsOn: '2027-06-30' });
    const written = await placements.run(coordinator, 'amendAgreement', { id, revision, endsOn: '2027-06-29' }, 'placement { revision }');
    const seen = written.placement.revision as number;
    const second = await placements.run(
      coordinator,
      'amendAgreement',
      { id, revision: seen, endsOn: '2027-06-28' },
      'placement { revision }',
    );
    expect(second.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: 'id' }]);
    // It was signed on paper: the pupil's own click is another signature than the one that is amended.
    const clicked = await placements.run(
      student('stu_18'),
      'signAgreement',
      { id, revision: seen, version: 1, party: 'STUDENT' },
      'placement { revision }',
    );
    expect(clicked.userErrors).toMatchObject([{ code: 'NOT_A_SIGNATORY', field: 'party' }]);
    const withdrawn = await placements.run(coordinator, 'withdrawAmendment', { id, revision: seen }, 'placement { amendments { state } }');
    expect(withdrawn.placement).toEqual({ amendments: [] });
  });

  it('gives the old time back in the calendar when an amendment meets another placement', async () => {
    const { id, revision } = await agreed(placements, { studentId: 'stu_18', startsOn: '2027-07-05', endsOn: '2027-07-16' });
    await planned(placements, { studentId: 'stu_18', startsOn: '2027-07-19', endsOn: '2027-07-30' });
    const written = await placements.run(coordinator, 'amendAgreement', { id, revision, endsOn: '2027-07-23' }, 'placement { revision }');
    let seen = written.placement.revision as number;
    let codes: string[] = [];
    for (const party of ['STUDENT', 'SCHOOL', 'COMPANY']) {
      const signed = await placements.run(
        coordinator,
        'signAgreement',
        { id, revision: seen, version: 1, party, onPaperOn: TODAY },
        'placement { revision }',
      );
      codes = signed.userErrors.map(({ code }) => code);
      seen = signed['placement']?.revision ?? seen;
    }
    expect(codes).toEqual(['PLACEMENTS_OVERLAP']);
    const { data } = await placements.query(coordinator, `{ placement(id: "${id}") { endsOn amendments { state } } }`);
    expect(data.placement).toEqual({ endsOn: '2027-07-16', amendments: [{ state: 'TO_BE_SIGNED' }] });
  });
});
