export type LegalBasis = 'STATUTORY_REPORT' | 'CONSENT' | 'CONTRACT' | 'PUBLIC_TASK' | 'VITAL_INTEREST';
export interface DisclosureRecipient {
  kind: 'EMPLOYER' | 'PARTNER_ORGANISATION';
  id: string;
}
export interface DisclosureFacts {
  /** The placement or handover that it served. */
  subjectId: string;
  studentId: string;
  recipient: DisclosureRecipient;
  legalBasis: LegalBasis;
  purpose: string;
  items: string[];
  /** The consent that it rests on; null on any other ground. */
  consentId: string | null;
}

/**
 * Whether what is to be disclosed was logged already: same ground, nothing more than was logged, and the consent behind it stands.
 * Otherwise it's another exchange, with an entry of its own.
 */
export function isLogged(
  logged: Pick<DisclosureFacts, 'studentId' | 'legalBasis' | 'items' | 'consentId'>,
  wanted: Pick<DisclosureFacts, 'studentId' | 'legalBasis'> & { readonly items: readonly string[] },
  coveringConsentIds: readonly string[],
): boolean {
  return (
    logged.studentId === wanted.studentId &&
    logged.legalBasis === wanted.legalBasis &&
    wanted.items.every((item) => logged.items.includes(item)) &&
    (logged.consentId === null || coveringConsentIds.includes(logged.consentId))
  );
}
