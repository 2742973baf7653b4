import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { handedOver } from './test-support/handovers.ts';
import {
  agreed,
  contactOf,
  coordinator,
  otherGuide,
  servicePoint,
  startPlacements,
  systemOf,
  type Placements,
} from './test-support/placements.ts';

describe('readings of restricted texts', () => {
  let placements: Placements;
  let placementId: string;
  beforeAll(async () => {
    placements = await startPlacements();
    placementId = (await agreed(placements)).id;
    await handedOver(placements, 'PREPARING');
  });
  afterAll(() => placements.stop());
  const readings = async () => {
    await placements.relay.drain();
    const rows = await placements.connection.collection('events').find({ type: 'PlacementRecordsRead' }).sort({ _id: 1 }).toArray();
    return rows.map((row) => row['data'] as Record<string, unknown>);
  };

  const actors = async () => {
    const rows = await placements.connection.collection('events').find({ type: 'PlacementRecordsRead' }).toArray();
    return rows.map((row) => row['actor'] as string);
  };

  it('of placements, evaluations and handovers are told, one event for a request', async () => {
    const before = (await readings()).length;
    const document = `{ placement(id: "${placementId}") { workAdjustments } evaluations(filter: { placement: "${placementId}" }) { nodes { conclusion { text } } } warmHandovers { nodes { items { text } } } }`;
    expect((await placements.query(coordinator, document)).errors).toBeUndefined();
    const told = (await readings()).slice(before);
    expect(told.flatMap((data) => data['fields'])).toEqual(
      expect.arrayContaining(['Evaluation.conclusion', 'Placement.workAdjustments', 'WarmHandover.items']),
    );
    for (const data of told) expect(data).toMatchObject({ subjectIds: ['stu_17'], requestId: expect.stringMatching(/^[\w-]{8,}$/) });
    expect(JSON.stringify(told)).not.toMatch(/opdracht|Rustige/);
  });

  it('of a trainee, by people and by HR systems, and of the notes of aftercare by those who see them, are told', async () => {
    const trainee = `{ trainee(id: "${placementId.replace('plc_', 'trn_')}") { goals { text } workAdjustments } }`;
    const key = systemOf('emp_vdl', 'trainees:read');
    for (const who of [contactOf('emp_vdl'), key]) {
      const before = (await readings()).length;
      expect((await placements.query(who, trainee)).errors).toBeUndefined();
      const told = (await readings()).slice(before);
      expect(told).toMatchObject([{ fields: ['Trainee.goals', 'Trainee.workAdjustments'], subjectIds: ['stu_17'] }]);
      expect(await actors()).toContain(who.id);
    }

    await placements.hear('StudentLeft', { studentId: 'stu_17', locationId: 'loc_a', leftOn: '2025-09-15', destination: 'MBO' });
    const found = await placements.query(coordinator, '{ aftercareCases { nodes { id revision } } }');
    const [row] = found.data.aftercareCases.nodes as { id: string; revision: number }[];
    const check = { dueOn: '2025-10-01', checkedOn: '2025-10-02', stillAtDestination: true, situation: 'EDUCATION', note: 'Gaat goed' };
    await placements.run(coordinator, 'recordOutcomeCheck', { ...row, ...check }, 'aftercareCase { id }');
    const reads = async (who: Viewer) => {
      const before = (await readings()).length;
      await placements.query(who, '{ aftercareCases { nodes { checks { note } } } }');
      return (await readings()).slice(before).map(({ fields }) => fields);
    };
    expect(await reads(coordinator)).toEqual([['AftercareCase.checks']]);
    for (const who of [servicePoint, otherGuide]) expect(await reads(who)).toEqual([]);
  });

  it('and changes, by who came with a link, are told as his, with the link by which he came', async () => {
    const { data } = await placements.query(
      contactOf('emp_vdl'),
      `{ evaluations(filter: { placement: "${placementId}" }) { nodes { id moment employerForm { questions { code required } } } } }`,
    );
    type Open = { id: string; moment: string; employerForm: { questions: { code: string; required: boolean }[] } };
    const { id, employerForm } = (data.evaluations.nodes as Open[]).find(({ moment }) => moment === 'MIDTERM') as Open;
    const answers = employerForm.questions.filter(({ required }) => required).map(({ code }) => ({ question: code, score: 3 }));
    const byLink: Viewer = {
      ...{ kind: 'LINK', id: 'lnk_0123456789', onBehalfOf: 'wsp_1', language: 'nl' },
      grants: [{ role: 'EMPLOYER_CONTACT', scope: { kind: 'TASK', id }, apiScopes: ['task:todo'] }],
    };
    const form = { id, revision: 1, role: 'EMPLOYER', answers };
    const { userErrors } = await placements.run(byLink, 'submitEvaluation', form, 'evaluation { employerForm { state } }');
    expect(userErrors).toEqual([]);
    await placements.relay.drain();
    const told = await placements.connection.collection('events').find({ 'data.linkId': byLink.id }).toArray();
    expect(told.map(({ type, actor }) => `${type} ${actor}`)).toEqual(
      expect.arrayContaining(['PlacementRecordsRead wsp_1', 'EvaluationChanged wsp_1']),
    );
    expect(await actors()).not.toContain(byLink.id);
  });

  it('that were refused, or of what is not restricted, are not', async () => {
    const before = await readings();
    const { errors } = await placements.query(servicePoint, `{ placement(id: "${placementId}") { workAdjustments } }`);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await placements.query(coordinator, `{ placement(id: "${placementId}") { state startsOn } }`);
    expect(await readings()).toEqual(before);
  });
});
