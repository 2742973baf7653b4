/** MongoDB's names for the error codes that this server sends; any other code is called Location<code>. */
const NAMES = new Map(
  `1 InternalError 2 BadValue 9 FailedToParse 13 Unauthorized 14 TypeMismatch 15 Overflow 16 InvalidLength 20 IllegalOperation 22 InvalidBSON
  26 NamespaceNotFound 27 IndexNotFound 28 PathNotViable 40 ConflictingUpdateOperators 43 CursorNotFound 48 NamespaceExists
  52 DollarPrefixedFieldName 53 InvalidIdField 54 NotSingleValueField 56 EmptyFieldName 59 CommandNotFound 66 ImmutableField
  67 CannotCreateIndex 72 InvalidOptions 73 InvalidNamespace 85 IndexOptionsConflict 86 IndexKeySpecsConflict 123 NotAReplicaSet
  168 InvalidPipelineOperator 171 CannotIndexParallelArrays 197 InvalidIndexSpecificationOption 238 NotImplemented 241 ConversionFailure
  291 NoQueryExecutionPlans 292 QueryExceededMemoryLimitNoDiskUseAllowed 10334 BSONObjectTooLarge 11000 DuplicateKey`
    .matchAll(/(\d+) (\w+)/g)
    .map(([, code, name]) => [Number(code), name!]),
);

/** An error that goes to the client as MongoDB would send it. */
export class MongoError extends Error {
  readonly code: number;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: number, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.extra = extra;
  }

  get codeName(): string {
    return NAMES.get(this.code) ?? `Location${this.code}`;
  }
}

export function fail(code: number, message: string, extra?: Readonly<Record<string, unknown>>): never {
  throw new MongoError(code, message, extra);
}

/** Refuses what a real MongoDB has and this server leaves out on purpose. */
export function unserved(what: string): never {
  fail(238, `${what} is not served by embedded-mongo; it works only on a real mongod`);
}
