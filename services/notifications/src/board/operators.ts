import type { Call } from '@servicepunt/shared/service-client';
import type { OidcVerifier } from '@servicepunt/shared/oidc';

/** `unknown`: who it is can't be found out now. */
export type Admission = 'operator' | 'stranger' | 'other-role' | 'unknown';

/** As in the gateway: a role that was withdrawn is gone within 30 s. */
const KNOWN_FOR_MS = 30_000;
const MOST_KNOWN = 200;

/** Whether a sign-in token is that of somebody with the operator's role: the same verification and the same records as at the gateway. */
export function createAdmission(deps: { verify: OidcVerifier; call: Call; now: () => number }): (token: string) => Promise<Admission> {
  const known = new Map<string, { isOperator: boolean; until: number }>();
  return async (token) => {
    try {
      const verdict = await deps.verify(token);
      if (!verdict.ok) return 'stranger';
      const { subject } = verdict.signedIn;
      const remembered = known.get(subject);
      if (remembered && remembered.until > deps.now()) return remembered.isOperator ? 'operator' : 'other-role';
      const { viewer } = await deps.call('students.viewerBySubject', { subject });
      const isOperator = viewer?.grants.some(({ role }) => role === 'OPERATOR') ?? false;
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(subject, { isOperator, until: deps.now() + KNOWN_FOR_MS });
      return isOperator ? 'operator' : 'other-role';
    } catch {
      return 'unknown';
    }
  };
}
