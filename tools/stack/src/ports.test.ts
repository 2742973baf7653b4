import { describe, expect, it } from '@jest/globals';
import { freePort, holdPort, isFree } from './ports.ts';
import { reserveGatewayPort } from './stack.ts';

describe('ports', () => {
  it('that are held are nobody else’s until they are released', async () => {
    const held = await holdPort(0);
    expect(await isFree(held.port)).toBe(false);
    await expect(holdPort(held.port)).rejects.toThrow(/EADDRINUSE/);
    await held.release();
    expect(await isFree(held.port)).toBe(true);
  });

  it('stay where they were, unless somebody took them', async () => {
    const held = await holdPort(0);
    expect(await freePort(held.port)).not.toBe(held.port);
    await held.release();
    expect(await freePort(held.port)).toBe(held.port);
  });

  it('of the gateway are refused in words when in use', async () => {
    const held = await holdPort(0);
    await expect(reserveGatewayPort(held.port)).rejects.toThrow(
      `Port ${held.port} is in use, perhaps by another stack. Stop what uses it, or choose another port: PORT=${held.port + 1} npm start`,
    );
    await held.release();
  });
});
