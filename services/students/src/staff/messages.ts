import type { Messages } from '@servicepunt/shared/errors';

export const staffMessages = {
  GRANT_ALREADY_HELD: { nl: 'Deze medewerker heeft deze rol al.', en: 'This staff member holds this role already.' },
  GRANT_NOT_HELD: { nl: 'Deze medewerker heeft deze rol niet.', en: "This staff member doesn't hold this role." },
  NOT_YOURSELF: {
    nl: 'Dit kunt u niet bij uzelf doen. Vraag het een collega.',
    en: "You can't do this to yourself. Ask a colleague.",
  },
  LAST_HOLDER: {
    nl: 'Dit is de laatste die deze rol heeft. Geef de rol eerst aan een ander.',
    en: 'This is the last one who holds this role. Give it to somebody else first.',
  },
} as const satisfies Messages;
