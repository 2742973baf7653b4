import { fail, unserved } from './errors.ts';
import { isNumeric, show, truthy, type Doc } from './values.ts';

/** Which fields are kept: whole ones only, and what becomes of `_id` is said separately. @throws 31253 and 31254 where both are mixed, 238 */
export function parseProjection(spec: Doc | undefined): (name: string) => boolean {
  const switches = [...(spec ?? [])].map(([name, value]): [name: string, keep: boolean] => {
    const plain = (typeof value === 'boolean' || isNumeric(value)) && !name.includes('.') && !name.startsWith('$');
    return plain ? [name, truthy(value)] : unserved(`the projection ${name}: ${show(value)}`);
  });
  const others = switches.filter(([name]) => name !== '_id');
  const id = switches.find(([name]) => name === '_id')?.[1];
  const keeping = others[0]?.[1] ?? id ?? false;
  if (others.some(([, keep]) => keep !== keeping)) fail(keeping ? 31254 : 31253, 'Cannot mix keeping and leaving out in a projection');
  const named = new Set([...others.map(([name]) => name), ...(keeping === (id ?? true) ? ['_id'] : [])]);
  return (name) => named.has(name) === keeping;
}

/** What a projection leaves of a document. */
export const project = (doc: Doc, keeps: (name: string) => boolean): Doc => new Map([...doc].filter(([name]) => keeps(name)));
