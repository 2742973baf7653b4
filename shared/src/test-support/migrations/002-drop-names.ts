import { eachDocument } from '../../migrations.ts';

/** Stands in for a real one in the tests of the runner. */
export const migration = eachDocument({
  what: 'takes away what nobody reads any more',
  collection: 'things',
  filter: { name: { $exists: true } },
  change: () => ({ $unset: { name: 1 } }),
});
