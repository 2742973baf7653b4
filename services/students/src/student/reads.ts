import type { Clock } from '@servicepunt/shared/clock';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { badArgument } from '@servicepunt/shared/errors';
import { byId } from '@servicepunt/shared/loaders';
import type { PageArgs } from '@servicepunt/shared/paging';
import type { StudentFilter } from '../schema.generated.ts';
import { studentPolicy, type OpenedMark } from './policy.ts';
import type { StudentRow, StudentStore } from './store.ts';

/** Numbers that one filter may name: as many as an import has rows. */
const MAX_NUMBERS = 500;

/** What a request reads of pupils: only rows that the viewer may know of. */
export function studentReads(store: StudentStore, viewer: Viewer, clock: Clock, openedStudents: () => Promise<ReadonlySet<string>>) {
  const visible = studentPolicy.rows(viewer);
  /** Asked beside the rows, so that it costs no time. */
  async function marked<Rows>(read: Promise<Rows>, mark: (rows: Rows, opened: ReadonlySet<string>) => Rows): Promise<Rows> {
    const [rows, opened] = await Promise.all([read, openedStudents()]);
    return opened.size === 0 ? rows : mark(rows, opened);
  }
  const markRow = (row: StudentRow, opened: ReadonlySet<string>): StudentRow & OpenedMark =>
    opened.has(row._id) ? { ...row, restrictedAccessStands: true } : row;
  return {
    loaders: {
      student: byId((ids) => marked(store.findByIds(ids, visible), (rows, opened) => rows.map((row) => markRow(row, opened)))),
      /** Ages for what is computed by age; never shown as they are. */
      studentAge: byId((ids) => store.findAges(ids)),
    },
    lists: {
      students(filter: StudentFilter, args: PageArgs) {
        if ((filter.schoolPupilNumbers?.length ?? 0) > MAX_NUMBERS) throw badArgument('schoolPupilNumbers', `at most ${MAX_NUMBERS}`);
        return marked(store.list(filter, visible, clock.today(), args), (found, opened) => {
          const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: markRow(node, opened) }));
          return { ...found, edges, nodes: edges.map(({ node }) => node) };
        });
      },
    },
  };
}
