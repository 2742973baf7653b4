import { decodeJwt } from 'jose';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { Client } from './client.ts';

/** Whom the gateway takes the bearer of a credential for; null where it turns him away. */
export async function viewerOf(client: Client, authorization: string | null): Promise<Viewer | null> {
  if (authorization === null) return null;
  const [scheme, secret = ''] = authorization.split(' ');
  if (scheme === 'Link')
    return (await client.call('gateway', 'placements', 'placements.viewerByLink', { token: secret })).viewer as Viewer | null;
  if (secret.startsWith('slk_'))
    return (await client.call('gateway', 'employers', 'employers.viewerByApiKey', { key: secret })).viewer as Viewer | null;
  const subject = decodeJwt(secret).sub ?? '';
  const [person, contact] = await Promise.all([
    client.call('gateway', 'students', 'students.viewerBySubject', { subject }),
    client.call('gateway', 'employers', 'employers.viewerBySubject', { subject }),
  ]);
  return (person.viewer ?? contact.viewer) as Viewer | null;
}
