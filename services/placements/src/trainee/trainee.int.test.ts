import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiScope, Viewer } from '@servicepunt/shared/contracts/roles';
import {
  agreed,
  contactOf,
  coordinator,
  guardianOf,
  plan,
  planned,
  servicePoint,
  startPlacements,
  student,
  systemOf,
  TODAY,
  type Placements,
} from '../test-support/placements.ts';

const traineeOf = (placementId: string) => placementId.replace('plc_', 'trn_');
const vdl = contactOf('emp_vdl');

describe('a trainee, as the company sees him', () => {
  let placements: Placements;
  let proposed: string;
  let signed: string;
  let quiet: string;
  beforeAll(async () => {
    placements = await startPlacements();
    proposed = (await planned(placements, { studentId: 'stu_15' })).id;
    signed = (await agreed(placements)).id;
    const { placement } = await placements.run(
      coordinator,
      'planPlacement',
      plan({ studentId: 'stu_18', propose: false }),
      'placement { id }',
    );
    quiet = placement.id;
  });
  afterAll(() => placements.stop());
  const listed = async (who: Viewer, filter = '') => {
    const { data, errors } = await placements.query(who, `{ trainees${filter} { totalCount nodes { id } } }`);
    return errors ? errors[0]?.extensions.code : data.trainees.nodes.map((row: { id: string }) => row.id).toSorted();
  };

  it('is there from the proposal on, at his own company and nowhere else', async () => {
    expect(await listed(vdl)).toEqual([traineeOf(proposed), traineeOf(signed)].toSorted());
    expect(await listed(contactOf('emp_other'))).toEqual([]);
    expect(await listed(contactOf('emp_other', 'emp_vdl'))).toHaveLength(2);
    expect(await listed(contactOf())).toBe('FORBIDDEN');
    const { data } = await placements.query(
      vdl,
      `{ quiet: trainee(id: "${traineeOf(quiet)}") { id } nobody: trainee(id: "trn_nobody") { id } }`,
    );
    expect(data).toEqual({ quiet: null, nobody: null });
  });

  it('shows what the work needs, and names of the school only as the agreement has them', async () => {
    const ask = async (id: string) =>
      (
        await placements.query(
          vdl,
          `{ trainee(id: "${id}") { kind rhythm state startsOn endsOn ageClass weeklyHours workingTimes { weekday startsAt endsAt } goals { text } workAdjustments schoolName schoolSupervisor { name phone } agreement { version state } employer { id } site { id } workplaceSupervisor { id } evaluations { totalCount nodes { moment } } } }`,
        )
      ).data.trainee;
    expect(await ask(traineeOf(signed))).toMatchObject({
      kind: 'VOCATIONAL',
      state: 'AGREED',
      ageClass: 'SIXTEEN_SEVENTEEN',
      weeklyHours: 26,
      goals: [{ text: 'Vragen stellen als iets niet duidelijk is' }],
      workAdjustments: 'Eén opdracht tegelijk',
      schoolName: 'De Beemden',
      schoolSupervisor: { name: 'Marijke van Dongen', phone: '+31402673000' },
      agreement: { version: 1, state: 'IN_FORCE' },
      employer: { id: 'emp_vdl' },
      site: { id: 'sit_1' },
      workplaceSupervisor: { id: 'wsp_1' },
      evaluations: { totalCount: 3 },
    });
    expect(await ask(traineeOf(proposed))).toMatchObject({
      state: 'PROPOSED',
      ageClass: 'FOURTEEN_FIFTEEN',
      schoolName: null,
      schoolSupervisor: null,
      agreement: null,
    });
  });

  it('gives the owner of the names what they depend on', async () => {
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Trainee { id studentKey disclosureBasis agreementInForce } } }`;
    const r = [signed, proposed, quiet].map((id) => ({ __typename: 'Trainee', id: traineeOf(id) }));
    const { data } = await placements.query(vdl, entities, { r });
    expect(data._entities).toEqual([
      { id: traineeOf(signed), studentKey: 'stu_17', disclosureBasis: 'CONSENT', agreementInForce: true },
      { id: traineeOf(proposed), studentKey: 'stu_15', disclosureBasis: 'CONSENT', agreementInForce: false },
      null,
    ]);
  });

  it('is read by an HR system as far as its key goes', async () => {
    expect(await listed(systemOf('emp_vdl', 'trainees:read'))).toHaveLength(2);
    expect(await listed(systemOf('emp_vdl', 'offers:write'))).toEqual([]);
    expect(await listed(systemOf('emp_other', 'trainees:read'))).toEqual([]);
    const ask = async (...scopes: ApiScope[]) => {
      const { data } = await placements.query(
        systemOf('emp_vdl', ...scopes),
        `{ trainee(id: "${traineeOf(signed)}") { kind workingTimes { weekday } weeklyHours evaluations { totalCount } agreement { version } } }`,
      );
      return Object.entries(data.trainee as Record<string, unknown>).flatMap(([name, value]) => (value === null ? [] : [name]));
    };
    expect(await ask('trainees:read')).toEqual(['kind']);
    expect(await ask('trainees:read', 'schedules:read')).toEqual(['kind', 'workingTimes', 'weeklyHours']);
    expect(await ask('trainees:read', 'evaluations:read')).toEqual(['kind', 'evaluations']);
  });

  it('is no way for the school, the pupil or a guardian: they have the placement', async () => {
    for (const who of [coordinator, servicePoint, student('stu_17'), guardianOf('stu_17')]) expect(await listed(who)).toBe('FORBIDDEN');
    const r = [{ __typename: 'Trainee', id: traineeOf(signed) }];
    const { data } = await placements.query(
      coordinator,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Trainee { id } } }',
      { r },
    );
    expect(data._entities).toEqual([null]);
  });

  it('is listed per company by period and state, at the same cost for one company and for many', async () => {
    expect(await listed(vdl, '(filter: { state: [AGREED] })')).toEqual([traineeOf(signed)]);
    expect(await listed(vdl, '(filter: { from: "2027-04-24" })')).toEqual([]);
    expect(await listed(vdl, '(filter: { employer: "emp_other" })')).toEqual([]);
    const both = contactOf('emp_vdl', 'emp_other');
    const ask = (ids: string[]) =>
      placements.query(
        both,
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Employer { trainees(first: 5, filter: { state: [AGREED, PROPOSED] }) { totalCount nodes { id evaluations(first: 2) { nodes { id } } } } } } }',
        { r: ids.map((id) => ({ __typename: 'Employer', id })) },
      );
    const { data } = await ask(['emp_vdl', 'emp_other']);
    expect(data._entities.map((row: { trainees: { totalCount: number } }) => row.trainees.totalCount)).toEqual([2, 0]);
    const several = await placements.countCommands(() => ask(['emp_vdl', 'emp_other']));
    expect(several).toEqual({ find: 2 });
  });

  it('is not reached through a placement, an evaluation of another company, or the placements of the employer', async () => {
    const { data, errors } = await placements.query(
      vdl,
      `query ($r: [_Any!]!) { placement(id: "${signed}") { id } placements { totalCount } _entities(representations: $r) { ... on Placement { id workAdjustments } ... on Employer { placements { totalCount } } } }`,
      {
        r: [
          { __typename: 'Placement', id: signed },
          { __typename: 'Employer', id: 'emp_vdl' },
        ],
      },
    );
    expect(data).toMatchObject({ placement: null, placements: null, _entities: [null, { placements: null }] });
    expect(errors?.every((error) => error.extensions.code === 'FORBIDDEN')).toBe(true);
    const { data: pupil } = await placements.query(
      vdl,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Student { id placements { totalCount } } } }',
      {
        r: [{ __typename: 'Student', id: 'stu_17' }],
      },
    );
    expect(pupil._entities[0].placements).toBeNull();
  });

  it('declines a proposal on behalf of his company, and no other', async () => {
    const { id, revision } = await planned(placements, { studentId: 'stu_18', startsOn: '2027-05-03', endsOn: '2027-05-28' });
    const decline = (who: Viewer) =>
      placements.run(who, 'declinePlacement', { id: traineeOf(id), revision, reason: 'Te druk' }, 'placement { id }');
    expect((await decline(contactOf('emp_other'))).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'id' }]);
    expect((await decline(vdl)).userErrors).toEqual([]);
    expect(await listed(vdl)).not.toContain(traineeOf(id));
  });

  it('is gone at once when the consent that it rests on is withdrawn, and only then', async () => {
    const contract = { studentId: 'stu_18', startsOn: '2027-06-07', endsOn: '2027-06-25', legalBasis: 'CONTRACT' };
    const { id } = await planned(placements, contract);
    expect(await listed(vdl)).toHaveLength(3);
    await placements.hear('ConsentWithdrawn', { studentId: 'stu_18', consentId: 'cns_2' });
    expect(await listed(vdl)).toHaveLength(3);
    await placements.hear('ConsentWithdrawn', { studentId: 'stu_17', consentId: 'cns_1' });
    expect(await listed(vdl)).toEqual([traineeOf(proposed), traineeOf(id)].toSorted());
    const { data } = await placements.query(vdl, '{ evaluations { totalCount } }');
    expect(data.evaluations.totalCount).toBe(0);
    const { data: own } = await placements.query(
      coordinator,
      `{ placement(id: "${signed}") { state legalBasis revision evaluations { totalCount } } }`,
    );
    expect(own.placement).toMatchObject({ state: 'AGREED', legalBasis: null, evaluations: { totalCount: 3 } });
  });

  it('comes back on a ground that was found later; an old withdrawal that is heard again closes nothing', async () => {
    placements.setNow('2026-12-01T10:00:00Z');
    const { data } = await placements.query(coordinator, `{ placement(id: "${signed}") { revision } }`);
    const again = { id: signed, revision: data.placement.revision, legalBasis: 'CONSENT' };
    const proposedAgain = await placements.run(coordinator, 'proposePlacement', again, 'placement { legalBasis }');
    expect(proposedAgain).toMatchObject({ placement: { legalBasis: 'CONSENT' }, userErrors: [] });
    expect(await listed(vdl)).toContain(traineeOf(signed));
    await placements.hear('ConsentWithdrawn', { studentId: 'stu_17', consentId: 'cns_1' }, `${TODAY}T10:00:00Z`);
    expect(await listed(vdl)).toContain(traineeOf(signed));
    const { data: forms } = await placements.query(vdl, '{ evaluations { totalCount } }');
    expect(forms.evaluations.totalCount).toBe(3);
  });
});
