import { parseArgs } from 'node:util';
import { DATA_FOLDER, generateLarge, generateSample } from './generate.ts';

const { values } = parseArgs({ options: { students: { type: 'string' }, out: { type: 'string' } } });
if (values.students === undefined) {
  const folder = values.out ?? DATA_FOLDER;
  const names = await generateSample(folder);
  process.stdout.write(`${names.length} files in ${folder}\n`);
} else {
  const count = Number(values.students);
  if (!Number.isInteger(count) || count < 0 || values.out === undefined) {
    process.stderr.write('Usage: node tools/sample-data/src/main.ts [--out FOLDER] | --students COUNT --out FILE\n');
    process.exitCode = 1;
  } else {
    await generateLarge(count, values.out);
    process.stdout.write(`${count} pupils in ${values.out}\n`);
  }
}
