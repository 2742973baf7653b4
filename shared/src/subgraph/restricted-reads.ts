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
  let noted: { readonly fields: Set<string>; readonly subjects: Set<string>; readonly timer: NodeJS.Immediate } | null = null;
  const writes: Promise<void>[] = [];

  function flush(): void {
    if (!noted) return;
    clearImmediate(noted.timer);
    const written = write({ fields: [...noted.fields].toSorted(), subjectIds: [...noted.subjects] });
    // Judged by `settle`; until then nobody waits for it.
    written.catch(() => undefined);
    writes.push(written);
    noted = null;
  }

  return {
    note(field, subjectId) {
      noted ??= { fields: new Set(), subjects: new Set(), timer: setImmediate(flush) };
      noted.fields.add(field);
      noted.subjects.add(subjectId);
    },
    async settle() {
      flush();
      if (writes.length > 0) await Promise.all(writes);
    },
  };
}
