/**
 * Ends the planning process when the gateway is gone. A thread of its own: while the planner searches, its event loop sees no
 * `disconnect`, and an operation that takes forever would outlive a gateway that was killed.
 */
import process from 'node:process';
import { workerData } from 'node:worker_threads';

const LOOK_MS = 500;
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
}, LOOK_MS);
