import mongoose from 'mongoose';

export const { Binary, BSONRegExp, Double, Long, ObjectId } = mongoose.mongo;

export type Fields = Readonly<Record<string, unknown>>;

/** The code of the error that MongoDB answers; several where it changed between versions. */
export type ErrorCode = number | { anyOf: readonly number[] };

export const isErrorCode = (expected: unknown): expected is ErrorCode =>
  typeof expected === 'number' || (typeof expected === 'object' && expected !== null && 'anyOf' in expected);

/** What it says; the filter; the `_id`s found, in natural order. */
export type FilterCase = readonly [title: string, filter: Fields, found: readonly unknown[] | ErrorCode];

export interface FilterGroup {
  subject: string;
  documents: readonly Fields[];
  cases: readonly FilterCase[];
}

/** What it says; the document before (with `_id` 1 added); the update; the document after (without its `_id`). */
export type UpdateCase = readonly [
  title: string,
  before: Fields,
  update: Fields | readonly Fields[],
  after: Fields | ErrorCode,
  options?: { filter?: Fields; arrayFilters?: readonly Fields[]; unmodified?: boolean },
];

/** What it says; the filter and update of an upsert into an empty collection; the document that it makes, `_id` included unless generated. */
export type UpsertCase = readonly [title: string, filter: Fields, update: Fields, made: Fields | ErrorCode];

export interface FindGroup {
  subject: string;
  documents: readonly Fields[];
  /** What it says; the fields of the find command; the documents found. */
  cases: readonly (readonly [title: string, command: Fields, found: readonly Fields[] | ErrorCode])[];
}

export interface PipelineGroup {
  subject: string;
  documents: readonly Fields[];
  cases: readonly (readonly [title: string, pipeline: readonly Fields[], found: readonly Fields[] | ErrorCode])[];
}

/** Commands in a row on a collection of its own; `@` stands for its name. An expectation names the fields that matter. */
export interface CommandCase {
  title: string;
  documents?: readonly Fields[];
  steps: readonly (readonly [command: Fields, expected: Fields | ErrorCode])[];
}
