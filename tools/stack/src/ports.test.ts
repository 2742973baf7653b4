import { describe, expect, it } from '@jest/globals';
import { freePort, holdFreePort, holdPort } from './ports.ts';
import { reserveGatewayPort } from './stack.ts';

describe('ports', () => {
  it('that are held are nobody else’s until they are released', async () => {
    const held = await holdFreePort();
    await expect(holdPort(held.port)).rejects.toThrow(/EADDRINUSE/);
    await held.release();
    await (await holdPort(held.port)).release();
  });

  it('stay where they were, unless somebody took them', async () => {
    const held = await holdFreePort();
    expect(await freePort(held.port)).not.toBe(held.port);
    await held.release();
    expect(await freePort(held.port)).toBe(held.port);
  });

  it('are none that a system gives to outgoing connections', async () => {
    const held = await Promise.all(Array.from({ length: 50 }, () => holdFreePort()));
    for (const { port, release } of held) {
      expect(port).toBeLessThan(32_768);
      await release();
    }
    expect(new Set(held.map(({ port }) => port)).size).toBe(50);
  });

  it('of the gateway are refused in words when in use', async () => {
    const held = await holdFreePort();
    await expect(reserveGatewayPort(held.port)).rejects.toThrow(
      `Port ${held.port} is in use, perhaps by another stack. Stop what uses it, or choose another port: PORT=${held.port + 1} npm start`,
    );
    await held.release();
  });
});
