import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { installedPackages } from './installed-packages.ts';
import { sbomOf } from './sbom.ts';

const root = join(__dirname, '../../../..');

describe.each(['gateway', ...SERVICES.map((name) => `services/${name}`)])('the SBOM of %s', (workspace) => {
  const { bomFormat, components } = sbomOf(root, workspace);
  const told = new Set(components.map(({ purl }) => decodeURIComponent(purl).replace('pkg:npm/', '')));

  it('names every package that the image holds, in its version', () => {
    expect(bomFormat).toBe('CycloneDX');
    const held = [...installedPackages(root, workspace)].filter(([, entry]) => !entry.link);
    const missing = held
      .map(([place, { version }]) => `${place.split('node_modules/').pop()}@${version}`)
      .filter((name) => !told.has(name));
    expect(missing).toEqual([]);
    expect(told).toContain('graphql@16.15.0');
  });

  it('names no development tool, and outside the gateway nothing under the Elastic licence', () => {
    expect([...told].filter((name) => /^(jest|typescript|oxlint)@/.test(name))).toEqual([]);
    const elastic = components.filter(({ licenses }) => JSON.stringify(licenses ?? []).includes('Elastic')).map(({ name }) => name);
    if (workspace === 'gateway') expect(elastic).toContain('@apollo/gateway');
    else expect(elastic).toEqual([]);
  });
});
