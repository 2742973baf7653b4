export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;
/** Whether a value of JSON is an object, rather than a list or null. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
