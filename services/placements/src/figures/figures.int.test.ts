import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer } from '@servicepunt/shared/test-support/subgraph';
import { coordinator, startPlacements, type Placements } from '../test-support/placements.ts';
import { createPlacementFigures } from './store.ts';

const READ = `query ($location: ID) {
  placementFigures(schoolYear: 2022, schoolLocation: $location) {
    schoolLocation { id } schoolYear placements cells { kind rhythm state placements pupils }
  }
}`;

describe('figures of placements', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
    const figures = createPlacementFigures(placements.connection);
    const count = async (schoolLocationId: string, kind: string, pupils: number, each: number) => {
      const group = { schoolLocationId, schoolYear: '2022', kind, rhythm: 'BLOCK', state: 'COMPLETED' };
      for (let pupil = 0; pupil < pupils; pupil += 1) {
        const id = `stu_${schoolLocationId}${kind}${pupil}`;
        await figures.pupils.add(group, id);
        await figures.pupils.settle(id);
        for (let one = 0; one < each; one += 1) {
          await figures.placements.add(group, `plc_${id}${one}`);
          await figures.placements.settle(`plc_${id}${one}`);
        }
      }
    };
    await count('loc_a', 'ORIENTATION', 8, 2);
    await count('loc_a', 'TASTER', 1, 10);
    await count('loc_a', 'OUTFLOW', 6, 1);
    await count('loc_b', 'TASTER', 7, 1);
  });
  afterAll(() => placements.stop());
  const ask = async (as: Viewer, location: string | null = null) => placements.query(as, READ, { location });

  it('count pupils before they are told: ten placements of one pupil are his', async () => {
    const { data, errors } = await ask(viewer(grant('SERVICE_POINT')), 'loc_a');
    expect(errors).toBeUndefined();
    expect(data.placementFigures).toMatchObject([{ schoolLocation: { id: 'loc_a' }, placements: 32 }]);
    const shown = Object.fromEntries(
      (data.placementFigures[0].cells as { kind: string; placements: number; pupils: number }[]).map((cell) => [
        cell.kind,
        [cell.placements, cell.pupils],
      ]),
    );
    expect(shown).toEqual({ ORIENTATION: [16, 8], TASTER: [null, null], OUTFLOW: [null, null] });
  });

  it('are for the Servicepunt, the board and the location’s director alone', async () => {
    const locationsOf = async (as: Viewer, location?: string) =>
      ((await ask(as, location)).data.placementFigures as { schoolLocation: { id: string } }[]).map(
        ({ schoolLocation }) => schoolLocation.id,
      );
    expect(await locationsOf(viewer(grant('DIRECTOR')))).toEqual(['loc_a', 'loc_b']);
    const director = viewer(grant('DIRECTOR', { kind: 'LOCATION', id: 'loc_b' }));
    expect(await locationsOf(director)).toEqual(['loc_b']);
    expect(await locationsOf(director, 'loc_a')).toEqual([]);
    for (const nobody of [
      coordinator,
      viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_a' })),
      viewer(grant('PRIVACY_OFFICER')),
    ])
      expect((await ask(nobody)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
