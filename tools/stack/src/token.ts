import { resolve } from 'node:path';
import { runTokenTool } from './token-tool.ts';

process.exitCode = await runTokenTool(process.argv.slice(2), {
  dataFolder: resolve(import.meta.dirname, '../../..', process.env['DATA_DIR'] ?? '.data'),
  print: (line) => void process.stdout.write(`${line}\n`),
  explain: (line) => void process.stderr.write(`${line}\n`),
});
