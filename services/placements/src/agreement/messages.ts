import type { Messages, Wording } from '@servicepunt/shared/errors';
import type { AgreementParty } from './rules.ts';

export const agreementMessages = {
  AGREEMENT_IN_FORCE: {
    nl: 'De overeenkomst is getekend. Wijzig haar met een wijzigingsblad.',
    en: 'The agreement is in force. Change it by an amendment.',
  },
  DANGEROUS_WORK: {
    nl: 'Een leerling onder de 18 mag geen gevaarlijk werk doen; het bedrijf moet dat verklaren.',
    en: 'A pupil under 18 does no dangerous work; the company has to declare so.',
  },
  NOT_A_SIGNATORY: {
    nl: 'Deze partij tekent niet, of een ander tekende de versie die gewijzigd wordt.',
    en: "This party doesn't sign, or somebody else signed the version that is amended.",
  },
  ALREADY_SIGNED: { nl: 'Deze partij heeft al getekend.', en: 'This party has signed.' },
  SIGNATURE_MISSING: { nl: 'Er ontbreken handtekeningen van: {parties}.', en: 'Signatures are missing of: {parties}.' },
} as const satisfies Messages;

const PARTY_WORDS: Readonly<Record<AgreementParty, Readonly<{ nl: string; en: string }>>> = {
  STUDENT: { nl: 'leerling', en: 'pupil' },
  GUARDIAN: { nl: 'ouder of voogd', en: 'guardian' },
  SCHOOL: { nl: 'school', en: 'school' },
  COMPANY: { nl: 'bedrijf', en: 'company' },
};
export function wordsOfParties(parties: readonly AgreementParty[]): Wording {
  const inLanguage = (language: 'nl' | 'en') => parties.map((party) => PARTY_WORDS[party][language]).join(', ');
  return { nl: inLanguage('nl'), en: inLanguage('en') };
}
