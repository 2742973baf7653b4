import type { Socket } from 'node:net';
import { createRequire } from 'node:module';

/** What is used here of the driver's own connection. */
interface DriverConnection {
  readonly socket: Socket;
  onClose(): void;
}

/**
 * Ends what waits on a connection that is gone. The driver (7.5 to 7.9) takes `false` from `socket.write` for a full buffer and waits for
 * `drain`, and for nothing else. Node also says `false` for a socket that the store has ended and that hasn't told its `close` yet; that one
 * never drains, and no time-out runs on it any more. So a command that was sent in this moment never settled: as a hello of the monitor, the
 * process never looked for the store again (seen when the store was restarted under load); as a write of a relay, its loop would stand still.
 * Woken, the command sees the error of its connection and fails by it.
 */
export function endWaitsWithTheirConnection(): void {
  const mongoose = createRequire(import.meta.filename).resolve('mongoose');
  // The copy that mongoose works with: another one may lie above it.
  const { Connection } = createRequire(mongoose)('mongodb/lib/cmap/connection.js') as { Connection: { prototype: DriverConnection } };
  const { onClose } = Connection.prototype;
  if (typeof onClose !== 'function')
    throw new Error('This MongoDB driver has no Connection.onClose: see what shared/src/mongo-driver.ts mends');
  Connection.prototype.onClose = function (this: DriverConnection) {
    onClose.call(this);
    this.socket.emit('drain');
  };
}
