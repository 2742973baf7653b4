import type { Language } from '@servicepunt/shared/contracts/roles';
import type { RecipientRole } from '../../rule/rules.ts';

/** How each role is called in a sentence. */
export const ROLE_WORDS: Readonly<Record<RecipientRole, Readonly<Record<Language, string>>>> = {
  EMPLOYER: { nl: 'het bedrijf', en: 'the company' },
  STUDENT: { nl: 'de leerling', en: 'the pupil' },
  SCHOOL: { nl: 'de begeleider van school', en: "the school's supervisor" },
  RECEIVING_PARTY: { nl: 'de ontvangende partij', en: 'the receiving party' },
  COORDINATOR: { nl: 'de coördinator', en: 'the coordinator' },
  SERVICE_POINT: { nl: 'het Servicepunt', en: 'the Servicepunt' },
};
