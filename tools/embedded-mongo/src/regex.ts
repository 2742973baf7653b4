import { fail, unserved } from './errors.ts';

/**
 * Translates a MongoDB (PCRE2) pattern to JavaScript. What both read alike is passed on, what they read differently (`.`, `$`, `\s`, `\A`,
 * `\z`) is rewritten, and what JavaScript can't say is refused rather than matched wrongly.
 */
export function toRegExp(pattern: string, options: string): RegExp {
  for (const option of options) {
    if (option === 'x') unserved("the regex option 'x'");
    if (!'imsu'.includes(option)) fail(51108, `invalid flag in regex options: ${option}`);
  }
  const multiline = options.includes('m');
  let translated = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!;
    if (char === '\\') {
      const next = pattern[++i];
      if (next === undefined) fail(51091, 'Regular expression is invalid: \\ at end of pattern');
      translated += escape(next, inClass);
    } else if (inClass) {
      if (char === '[' && /^\[[:.=]/.test(pattern.slice(i))) unserved('a POSIX class in a regular expression');
      inClass = char !== ']';
      translated += char === '[' ? '\\[' : char;
    } else if (char === '[') {
      inClass = true;
      translated += char;
      // A closing bracket that comes first is a literal in PCRE.
      if (pattern[i + 1] === '^') translated += pattern[++i];
      if (pattern[i + 1] === ']') translated += `\\${pattern[++i]}`;
    } else if (char === '(' && pattern[i + 1] === '?' && !/^\(\?(:|=|!|<=|<!)/.test(pattern.slice(i))) {
      unserved('this kind of group in a regular expression');
    } else if (/[*+?}]/.test(char) && pattern[i + 1] === '+') {
      unserved('a possessive quantifier');
    } else if (char === '{' && !/^\{\d+(,\d*)?\}/.test(pattern.slice(i))) {
      translated += '\\{';
    } else if ((char === '}' && !/\{\d+(,\d*)?$/.test(translated)) || char === ']') {
      translated += `\\${char}`;
    } else if (char === '.') {
      translated += options.includes('s') ? '[^]' : '[^\\n]';
    } else if (char === '$') {
      translated += multiline ? '(?=\\n|(?![^]))' : '(?=\\n?(?![^]))';
    } else if (char === '^') {
      translated += multiline ? '(?<=\\n|(?<![^]))' : '(?<![^])';
    } else {
      translated += char;
    }
  }
  try {
    return new RegExp(translated, options.includes('i') ? 'iu' : 'u');
  } catch {
    return fail(51091, `Regular expression is invalid: ${pattern}`);
  }
}

function escape(char: string, inClass: boolean): string {
  if (/[dDwW1-9nrtfbB0x]/.test(char)) return char === '0' ? '\\x00' : `\\${char}`;
  if (char === 's') return inClass ? '\\t-\\r ' : '[\\t-\\r ]';
  if (char === 'S' && !inClass) return '[^\\t-\\r ]';
  if (char === 'A' && !inClass) return '(?<![^])';
  if (char === 'z' && !inClass) return '(?![^])';
  if (char === 'Z' && !inClass) return '(?=\\n?(?![^]))';
  if (/[\p{L}\p{N}]/u.test(char)) unserved(`\\${char} in a regular expression`);
  return char.length === 1 && /[\^$\\.*+?()[\]{}|/]/.test(char) ? `\\${char}` : `\\u{${char.codePointAt(0)!.toString(16)}}`;
}

/** The literal text that every match must start with, so that an index range can serve `^abc`; empty if there is none. */
export function literalPrefix(pattern: string, options: string): string {
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return '';
  const [, plain = ''] = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\p{L}\p{N}])*)/u.exec(pattern) ?? [];
  const quantified = /^[*?{]/.test(pattern.slice(1 + plain.length));
  return plain.replace(quantified ? /\\?.$/u : /$^/, '').replace(/\\(.)/gu, '$1');
}
