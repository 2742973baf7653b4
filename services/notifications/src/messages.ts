/** Texts of this service's own error codes. */
export const notificationsMessages = {
  SUBJECT_CLOSED: {
    nl: 'De evaluatie of overdracht is afgerond of geannuleerd: er is niets om aan te herinneren.',
    en: 'The evaluation or handover is done or cancelled: there is nothing to remind of.',
  },
  NOBODY_TO_REMIND: {
    nl: 'In deze rol heeft niemand meer iets te doen.',
    en: 'Nobody has anything to do any more in this role.',
  },
  TOO_EARLY_TO_REMIND: {
    nl: 'Het is nog te vroeg om {who} te herinneren: dat kan vanaf {next}. Moet het toch eerder, zeg dat er dan bij.',
    en: 'It is too early to remind {who}: that can be done from {next}. If it has to be earlier, say so.',
  },
  REMINDED_BEFORE: {
    nl: 'Kort geleden is {who} hieraan herinnerd. Opnieuw kan vanaf {next}.',
    en: 'A short while ago {who} was reminded of this. Again from {next}.',
  },
  NOT_CANCELLABLE: {
    nl: 'Deze herinnering is al verstuurd of geannuleerd.',
    en: 'This reminder has gone out or was cancelled before.',
  },
  NOT_FAILED: {
    nl: 'Alleen een mislukte verzending kan opnieuw.',
    en: 'Only a delivery that failed can be sent again.',
  },
} as const;
