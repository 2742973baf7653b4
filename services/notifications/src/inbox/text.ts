import { dayOf } from '@servicepunt/shared/clock';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { textOf } from '../delivery/templates/render.ts';
import type { NotificationRow } from './store.ts';

/** The words of a message for its reader, as they were true on the day it came. */
export function inboxTextOf(row: NotificationRow, { viewer }: Pick<Context, 'viewer'>): { title: string; text: string } {
  const { subjectType, kind, role, facts } = row;
  const { subject, paragraphs } = textOf(
    {
      subjectType,
      kind,
      role,
      pupil: null,
      facts: {
        moment: facts['moment'] ?? null,
        dueOn: facts['dueOn'] ?? null,
        conversationAt: facts['conversationAt'] ?? null,
        deadline: facts['deadline'] ?? null,
      },
    },
    { language: viewer.language, personId: row.personId, today: dayOf(row.createdAt) },
  );
  return { title: subject, text: paragraphs.join('\n') };
}
