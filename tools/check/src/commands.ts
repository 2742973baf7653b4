import { spawn } from 'node:child_process';

/** Runs one of the repository's own tools; what it prints is the problem where it fails. */
export function runTool(root: string, tool: string, args: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0 ? [] : [output.trim() || `${tool} ended with code ${code}`]));
  });
}
