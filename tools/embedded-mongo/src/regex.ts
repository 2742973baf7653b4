import type { BSONRegExp } from 'bson';
import { fail, unserved } from './errors.ts';

/** What MongoDB (PCRE2) and JavaScript read alike: an atom or closed group with its count, an opened group, `|`, and both ends. */
const ATOM = /[^\\^$*+?()[\]{}|]|\\[\^$.*+?()[\]{}|\\]|\\d|\[\^?(?:[^\\^[\]]|\\[\]\\^-])+\]|\)/;
const COUNT = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/;
const TOKENS = new RegExp(`(?:${ATOM.source})(?:${COUNT.source})?|\\((?:\\?:|(?!\\?))|[|^$]`, 'gu');

/** @throws 238 for what isn't read alike, rather than matching it wrongly; 51091 for a broken pattern */
export function toRegExp({ pattern, options }: BSONRegExp): RegExp {
  const tokens = pattern.match(TOKENS) ?? [];
  if (tokens.join('') !== pattern || /[^i]/.test(options)) unserved(`the regular expression /${pattern}/${options}`);
  // To MongoDB a line ends at \n only, and `$` stands before a last one too.
  const translated = tokens.map((token) => token.replace(/^\./, '[^\\n]').replace(/^\$/, '(?=\\n?(?![^]))'));
  try {
    return new RegExp(translated.join(''), `${options}u`);
  } catch {
    return fail(51091, `Regular expression is invalid: ${pattern}`);
  }
}
