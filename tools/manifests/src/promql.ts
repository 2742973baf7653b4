/** `label="value"`, or with `!=`, `=~`, `!~`. */
export interface LabelFilter {
  readonly label: string;
  readonly op: string;
  readonly value: string;
}
/** What an expression of Prometheus' query language asks for, as far as names go. */
export interface Asked {
  readonly metrics: readonly { readonly name: string; readonly filters: readonly LabelFilter[] }[];
  /** Labels by which it groups, joins or names its answer. */
  readonly grouping: readonly string[];
}

const WORDS = new Set([
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'and',
  'or',
  'unless',
  'bool',
  'offset',
  'inf',
  'nan',
]);
const LABELS_FOLLOW = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']);
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[[^\]]*\]|[A-Za-z_:][\w:]*|\S/g;

/** Reads the metrics that an expression names, the labels and values that it filters each by, and the labels it groups by. */
export function readExpression(expression: string): Asked {
  const tokens = expression.match(TOKEN) ?? [];
  const metrics: { name: string; filters: LabelFilter[] }[] = [];
  const grouping: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (token === 'label_replace') {
      // label_replace(<vector>, "new label", …): the first string inside names the label that it makes.
      const made = tokens.slice(at).find((later) => later.startsWith('"'));
      if (made) grouping.push(made.slice(1, -1));
    }
    if (!/^[A-Za-z_:]/.test(token)) continue;
    if (LABELS_FOLLOW.has(token)) {
      if (tokens[at + 1] !== '(') continue;
      for (at += 2; at < tokens.length && tokens[at] !== ')'; at += 1) if (tokens[at] !== ',') grouping.push(tokens[at] ?? '');
      continue;
    }
    if (WORDS.has(token.toLowerCase()) || ['(', 'by', 'without'].includes(tokens[at + 1] ?? '')) continue;
    const filters: LabelFilter[] = [];
    if (tokens[at + 1] === '{') {
      for (at += 2; at < tokens.length && tokens[at] !== '}'; at += 1) {
        const label = tokens[at] ?? '';
        if (!/^[A-Za-z_]/.test(label)) continue;
        let op = '';
        while (/^[=!~]$/.test(tokens[at + 1] ?? '')) op += tokens[(at += 1)];
        filters.push({ label, op, value: (tokens[(at += 1)] ?? '').slice(1, -1) });
      }
    }
    metrics.push({ name: token, filters });
  }
  return { metrics, grouping };
}
