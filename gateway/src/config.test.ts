import { describe, expect, it } from '@jest/globals';
import { openGatewaySettings } from './config.ts';

const introspection = (settings: Record<string, string>): boolean | undefined =>
  openGatewaySettings.pick({ INTROSPECTION: true }).parse(settings).INTROSPECTION;

describe('settings of the gateway', () => {
  it('leave introspection open to NODE_ENV where nothing is said about it', () => {
    expect(introspection({})).toBeUndefined();
  });

  it('take a word about introspection as it stands', () => {
    expect([introspection({ INTROSPECTION: 'true' }), introspection({ INTROSPECTION: 'false' })]).toEqual([true, false]);
  });
});
