import { createServer } from 'node:net';
import { property } from './property.ts';

/**
 * Where free ports are looked for: below the ports that systems hand out to outgoing connections and to whoever asks for any port.
 * Between the choice of a port and its use a process starts; a port of that range would be taken by a connection every now and then.
 */
const FIRST = 20_000;
const LAST = 32_000;
const ATTEMPTS = 100;

export interface HeldPort {
  readonly port: number;
  release(): Promise<void>;
}

/** A free port on the loopback address, `preferred` if it is free: what a person has bookmarked stays where it was. */
export async function freePort(preferred?: number): Promise<number> {
  const held = await holdFreePort(preferred);
  await held.release();
  return held.port;
}

/** Keeps a free port until it is released, so that nobody else gets it in the meantime. */
export async function holdFreePort(preferred?: number): Promise<HeldPort> {
  let candidate = preferred ?? anyPort();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await holdPort(candidate);
    } catch (error) {
      if (attempt === ATTEMPTS || property(error, 'code') !== 'EADDRINUSE') throw error;
      candidate = anyPort();
    }
  }
}

/** Keeps this port until it is released; rejects as `listen` does when it can't be had. */
export async function holdPort(port: number): Promise<HeldPort> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
  });
  return { port, release: () => new Promise((resolve) => void server.close(() => resolve())) };
}

const anyPort = () => FIRST + Math.floor(Math.random() * (LAST - FIRST));
