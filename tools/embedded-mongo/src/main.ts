import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './server.ts';

if (process.env.NODE_ENV === 'production') {
  console.error('embedded-mongo is for development and tests and refuses NODE_ENV=production: set MONGODB_URL to a real MongoDB.');
  process.exit(2);
}

const { values } = parseArgs({ options: { folder: { type: 'string' }, port: { type: 'string', default: '0' } } });
if (!values.folder || !/^\d{1,5}$/.test(values.port)) {
  console.error('usage: node tools/embedded-mongo/src/main.ts --folder DIR [--port N]');
  process.exit(2);
}

const tell = (entry: object): void => console.error(JSON.stringify(entry));
const failed = (error: unknown): never => {
  tell({ event: 'failed', folder: values.folder, error: error instanceof Error ? error.message : String(error) });
  process.exit(1);
};
try {
  const server = await startEmbeddedMongo({ folder: values.folder, port: Number(values.port), log: tell });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void server.stop().then(() => process.exit(0), failed));
  console.log(JSON.stringify({ event: 'ready', url: server.url }));
} catch (error) {
  failed(error);
}
