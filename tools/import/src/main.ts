import { runImport } from './cli.ts';

process.exitCode = await runImport(process.argv.slice(2), {
  env: process.env,
  screen: { print: (line) => void process.stdout.write(`${line}\n`), terminal: process.stderr.isTTY ? process.stderr : null },
});
