import { eachDocument } from '../../migrations.ts';

/** Stands in for a real one in the tests of the runner. */
export const migration = eachDocument({
  what: 'writes each name a second time, for a search that ignores case',
  collection: 'things',
  filter: { folded: { $exists: false } },
  change: ({ name }) => ({ $set: { folded: String(name).toLowerCase() }, $inc: { times: 1 } }),
});
