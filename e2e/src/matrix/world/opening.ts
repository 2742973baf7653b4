import type { RunningStack } from '../../support/stack.ts';
import { createCanaries } from '../canaries.ts';
import { createClient } from './client.ts';
import { layGround } from './ground.ts';
import { createHandingOver } from './handovers.ts';
import { createPlacing } from './placements.ts';
import { openDocuments } from './store.ts';

/** The people and companies with whom every story begins, and what can be played with them. */
export async function openStories(stack: RunningStack) {
  const canaries = createCanaries();
  const client = await createClient(stack);
  const store = await openDocuments(stack.file.documents.url);
  const ground = await layGround(client, canaries);
  const placing = createPlacing(client, canaries, ground);
  const handing = createHandingOver(client, canaries, ground, placing);
  return { canaries, client, store, ground, placing, handing, coordinator: ground.as('coordinator') };
}
