import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate, type CodegenConfig } from '@graphql-codegen/cli';

/** Generated sources that differ from what their SDL gives now. */
export async function staleSources(root: string): Promise<string[]> {
  const { default: config } = (await import(pathToFileURL(join(root, 'codegen.config.mjs')).href)) as { default: CodegenConfig };
  if (Object.keys(config.generates).length === 0) return [];
  const files = (await generate({ ...config, cwd: root, silent: true }, false)) as { filename: string; content: string }[];
  return files.flatMap(({ filename, content }) => {
    const path = isAbsolute(filename) ? filename : join(root, filename);
    const current = existsSync(path) ? readFileSync(path, 'utf8') : '';
    return current.trim() === content.trim() ? [] : [`${filename} is stale: run npm run codegen`];
  });
}
