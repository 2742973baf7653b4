/** MongoDB's names for the error codes that this server sends; any other code is called Location<code>. */
const NAMES = new Map(
  `1 InternalError 2 BadValue 9 FailedToParse 13 Unauthorized 14 TypeMismatch 15 Overflow 16 InvalidLength 20 IllegalOperation
  22 InvalidBSON 26 NamespaceNotFound 27 IndexNotFound 28 PathNotViable 40 ConflictingUpdateOperators 43 CursorNotFound
  48 NamespaceExists 52 DollarPrefixedFieldName 53 InvalidIdField 54 NotSingleValueField 56 EmptyFieldName 59 CommandNotFound
  66 ImmutableField 67 CannotCreateIndex 73 InvalidNamespace 85 IndexOptionsConflict 86 IndexKeySpecsConflict 123 NotAReplicaSet
  168 InvalidPipelineOperator 171 CannotIndexParallelArrays 197 InvalidIndexSpecificationOption 238 NotImplemented
  291 NoQueryExecutionPlans 10334 BSONObjectTooLarge 11000 DuplicateKey`
    .matchAll(/(\d+) (\w+)/g)
    .map(([, code, name]) => [Number(code), name]),
);

/** An error that goes to the client as MongoDB would send it. */
export class MongoError extends Error {
  reply = { code: 1, errmsg: '' };
}

export const nameOfCode = (code: number): string => NAMES.get(code) ?? `Location${code}`;

export function fail(code: number, errmsg: string, extra: Readonly<Record<string, unknown>> = {}): never {
  throw Object.assign(new MongoError(errmsg), { reply: { code, errmsg, ...extra } });
}

/** Refuses what a real MongoDB has and this server leaves out on purpose. */
export const unserved = (what: string): never => fail(238, `${what} is not served by embedded-mongo; it works only on a real mongod`);
