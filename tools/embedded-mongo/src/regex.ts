import { fail, unserved } from './errors.ts';

const START = '(?<![^])';
const END = '(?![^])';

/** What MongoDB (PCRE2) and JavaScript read differently, by what they read it from. Everything not named here is passed on. */
const SYNTAX: readonly [source: RegExp, translate: (found: string, options: string) => string][] = [
  [/^\[\[[:.=]/, () => unserved('a POSIX class in a regular expression')],
  [
    /^\[(\^?)(\]?)((?:\\[^]|[^\]\\])*)\]/,
    (found) => found.replace(/^(\[\^?)\]/, '$1\\]').replaceAll(/\\[^]|(?!^)\[/g, (part) => escaped(part, true)),
  ],
  [/^\\[^]/u, (found) => escaped(found, false)],
  [/^\(\?(?!:|=|!|<=|<!)/, () => unserved('this kind of group in a regular expression')],
  [/^[*+?}]\+/, () => unserved('a possessive quantifier')],
  [/^\{\d+(,\d*)?\}/, (found) => found],
  [/^[{}\]]/, (found) => `\\${found}`],
  [/^\./, (_, options) => (options.includes('s') ? '[^]' : '[^\\n]')],
  [/^\$/, (_, options) => (options.includes('m') ? `(?=\\n|${END})` : `(?=\\n?${END})`)],
  [/^\^/, (_, options) => (options.includes('m') ? `(?<=\\n|${START})` : START)],
  [/^[^]/u, (found) => found],
];

function escaped(found: string, inClass: boolean): string {
  const char = found.at(-1)!;
  if (found === '[') return '\\[';
  if (char === 's') return inClass ? '\\t-\\r ' : '[\\t-\\r ]';
  if (!inClass && char in ANCHORS) return ANCHORS[char as keyof typeof ANCHORS];
  if (/[dDwW1-9nrtfbBx]/.test(char)) return found;
  if (/[\p{L}\p{N}]/u.test(found.slice(1))) unserved(`${found} in a regular expression`);
  return /[\^$\\.*+?()[\]{}|/]/.test(char) ? found : `\\u{${found.codePointAt(1)!.toString(16)}}`;
}

const ANCHORS = { A: START, z: END, Z: `(?=\\n?${END})`, S: '[^\\t-\\r ]' };

/** @throws 51108 for an unknown option, 51091 for a broken pattern; what JavaScript can't say is refused rather than matched wrongly */
export function toRegExp(pattern: string, options: string): RegExp {
  const unknown = /[^imsux]/.exec(options);
  if (unknown) fail(51108, `invalid flag in regex options: ${unknown[0]}`);
  if (options.includes('x')) unserved("the regex option 'x'");
  let translated = '';
  for (let rest = pattern; rest !== '';) {
    const [source, translate] = SYNTAX.find(([form]) => form.test(rest))!;
    const [found] = source.exec(rest)!;
    translated += translate(found, options);
    rest = rest.slice(found.length);
  }
  try {
    return new RegExp(translated, options.includes('i') ? 'iu' : 'u');
  } catch {
    return fail(51091, `Regular expression is invalid: ${pattern}`);
  }
}

/** The literal text that every match must start with, so that an index range can serve `^abc`; empty if there is none. */
export function literalPrefix(pattern: string, options: string): string {
  const plain = options === '' && !pattern.includes('|') ? /^\^((?:[\p{L}\p{N} @_-]|\\[^\p{L}\p{N}])*)(?![*?{])/u.exec(pattern) : null;
  return (plain?.[1] ?? '').replaceAll(/\\(.)/gu, '$1');
}
