import { createServer } from 'node:net';

/**
 * A free port on the loopback address, `preferred` if it is free: what a person has bookmarked stays where it was.
 * Somebody else may take it before it is used; a process that meets that says so and the stack stops.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred;
  const { port, release } = await holdPort(0);
  await release();
  return port;
}

export async function isFree(port: number): Promise<boolean> {
  try {
    await (await holdPort(port)).release();
    return true;
  } catch {
    return false;
  }
}

/** Keeps a port (0: any free one) until `release` is called, so that a stack that starts at the same moment gets another. */
export async function holdPort(port: number): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port');
  return { port: address.port, release: () => new Promise((resolve) => void server.close(() => resolve())) };
}
