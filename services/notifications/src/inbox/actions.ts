import { refuse, Refusal } from '@servicepunt/shared/errors';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change } from '@servicepunt/shared/writes';
import { hasInbox } from '../delivery/rules.ts';
import type { Teller } from '../live/tell.ts';
import type { ChangeNotificationPreferencesInput, MarkNotificationReadInput } from '../schema.generated.ts';
import { notificationPolicy, personOf } from './policy.ts';
import { preferenceProblems } from './rules.ts';
import type { InboxStore, NotificationRow, PreferencesRow, PreferencesView } from './store.ts';

/** What a person does with his own inbox. */
export function createInboxActions(deps: { inbox: InboxStore; tell: Teller }) {
  const { inbox } = deps;

  async function standing(personId: string): Promise<PreferencesRow | undefined> {
    const [row] = await inbox.preferencesOf([personId]);
    return row;
  }

  return {
    async markNotificationRead(
      context: Context,
      input: MarkNotificationReadInput,
    ): Promise<{ notification: NotificationRow; unreadCount: number }> {
      const visible = notificationPolicy.rows(context.viewer);
      const notification = visible && (await inbox.markRead(input.id, visible, context.clock.now()));
      if (!visible || !notification) return refuse('NOT_FOUND', 'id');
      // The same person's other windows; that it is read stands in any case.
      await deps.tell.notifications([notification]).catch((error: unknown) => context.log.warn({ event: 'live-not-told', err: error }));
      return { notification, unreadCount: await inbox.countUnread(visible) };
    },

    async changePreferences(context: Context, input: ChangeNotificationPreferencesInput): Promise<{ preferences: PreferencesView }> {
      const personId = personOf(context.viewer);
      if (personId === null) return refuse('FORBIDDEN');
      const { clock } = context;
      const choice = {
        mail: input.mail,
        inApp: input.inApp,
        language: input.language ?? null,
        pausedUntil: input.pausedUntil ?? null,
        digestWeekday: input.digestWeekday ?? null,
      };
      const problems = preferenceProblems(choice, { hasInbox: hasInbox(personId), today: clock.today() });
      if (problems.length > 0) throw new Refusal(problems);
      const changed = await change(inbox.preferences, context, { _id: personId, revision: input.revision }, { $set: choice });
      if (changed) return { preferences: changed };
      if (input.revision === 0) {
        const now = clock.now();
        const first: PreferencesRow = { _id: personId, ...choice, revision: 1, createdAt: now, updatedAt: now, outbox: [] };
        try {
          await inbox.preferences.create([first]);
          return { preferences: first };
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
      return refuse('REVISION_CONFLICT', 'revision', {}, { preferences: await standing(personId) });
    },
  };
}
export type InboxActions = ReturnType<typeof createInboxActions>;
