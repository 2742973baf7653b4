/** What a request read of restricted records: which fields (`Student.shortStay`), of whom. Values are never kept. */
export interface ReadingBatch {
  readonly fields: readonly string[];
  readonly subjectIds: readonly string[];
}
export interface RestrictedReads {
  note(field: string, subjectId: string): void;
  /** Resolves once everything that was noted is written down; what fails here keeps the answer back. */
  settle(): Promise<void>;
}

/**
 * Collects the readings of one request and writes them in one batch, while the rest of the answer is still being made.
 * Only what is read after that batch went off (a restricted field behind another edge) makes a second one.
 */
export function createRestrictedReads(write: (batch: ReadingBatch) => Promise<void>): RestrictedReads {
  let fields = new Set<string>();
  let subjects = new Set<string>();
  let timer: NodeJS.Immediate | null = null;
  const writes: Promise<void>[] = [];

  function flush(): void {
    if (timer) clearImmediate(timer);
    timer = null;
    if (subjects.size === 0) return;
    const written = write({ fields: [...fields].toSorted(), subjectIds: [...subjects] });
    // Judged by `settle`; until then nobody waits for it.
    written.catch(() => undefined);
    writes.push(written);
    fields = new Set();
    subjects = new Set();
  }

  return {
    note(field, subjectId) {
      fields.add(field);
      subjects.add(subjectId);
      timer ??= setImmediate(flush);
    },
    async settle() {
      flush();
      await Promise.all(writes);
    },
  };
}
