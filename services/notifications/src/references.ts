/** An entity of another service: its id is all that we have of it. */
export interface Reference {
  readonly id: string;
}

/** The field that refers to it, or null where there is none. */
export const referenceTo = (id: string | null): Reference | null => (id === null || id === '' ? null : { id });
