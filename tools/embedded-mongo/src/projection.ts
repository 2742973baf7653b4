import { fail, unserved } from './errors.ts';
import { isNumeric, show, truthy, type Doc } from './values.ts';

/** Keeps whole fields or leaves them out, and says separately what becomes of `_id`. @throws 31253 and 31254 where both are mixed, 238 */
export function parseProjection(spec: Doc | undefined): (doc: Doc) => Doc {
  const switches = [...(spec ?? [])].map(([name, value]): [name: string, keep: boolean] => {
    const plain = (typeof value === 'boolean' || isNumeric(value)) && !name.includes('.') && !name.startsWith('$');
    return plain ? [name, truthy(value)] : unserved(`the projection ${name}: ${show(value)}`);
  });
  const others = switches.filter(([name]) => name !== '_id');
  const id = switches.find(([name]) => name === '_id')?.[1];
  const keeping = others[0]?.[1] ?? id ?? false;
  if (others.some(([, keep]) => keep !== keeping)) fail(keeping ? 31254 : 31253, 'Cannot mix keeping and leaving out in a projection');
  const named = new Set([...others.map(([name]) => name), ...(keeping === (id ?? true) ? ['_id'] : [])]);
  return (doc) => new Map([...doc].filter(([name]) => named.has(name) === keeping));
}
