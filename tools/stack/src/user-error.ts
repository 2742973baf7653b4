/** Something that the person at the terminal can put right: shown as its message, without a stack trace. */
export class UserError extends Error {
  override name = 'UserError';
}
