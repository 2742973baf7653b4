import { byId, byParentWith } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { evaluationPolicy } from './policy.ts';
import type { EvaluatorRole } from './questions.ts';
import type { EvaluationFilter, EvaluationRow, EvaluationStore } from './store.ts';
import { formView } from './view.ts';

/** What a request reads of evaluations: only rows that the viewer may know of. */
export function evaluationReads(store: EvaluationStore, { viewer }: Pick<Context, 'viewer'>) {
  const visible = evaluationPolicy.rows(viewer);
  return {
    loaders: { evaluation: byId((ids) => store.findByIds(ids, visible)) },
    lists: { evaluations: (filter: EvaluationFilter, args: PageArgs) => store.list(filter, visible, args) },
    edges: { evaluationsOf: byParentWith((ids, args: PageArgs) => store.pagesOfPlacements(ids, visible, args)) },
    views: {
      formOf: (row: EvaluationRow, role: EvaluatorRole) =>
        formView(row, role, { language: viewer.language, drafts: evaluationPolicy.may(`readDraft${role}`, viewer, row) }),
    },
  };
}
