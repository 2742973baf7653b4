import type { Language } from '@servicepunt/shared/contracts/roles';
import { longDay, type Text, type TextInput } from './message.ts';

/** A contact of a company is told that his data go, and what he does if he wants to stay; doing nothing is fine. */
export const idleContact: Readonly<Record<Language, (input: TextInput) => Text>> = {
  nl: ({ audience, facts }) => {
    const day = longDay(facts.dueOn, 'nl');
    return audience === 'STAND_IN'
      ? {
          subject: 'Een contactpersoon wordt binnenkort verwijderd',
          paragraphs: [
            `Van een contactpersoon van een bedrijf hebben we twee jaar niets gehoord. Op ${day} verwijderen we de gegevens. We kunnen deze persoon niet per e-mail bereiken.`,
            'Weet u dat deze persoon nog voor het bedrijf werkt? Leg dat dan vóór die dag vast bij de contactpersoon.',
          ],
          action: 'Contactpersoon bekijken',
        }
      : {
          subject: 'We verwijderen binnenkort uw gegevens',
          paragraphs: [
            `U staat bij ons als contactpersoon van uw bedrijf. We hebben twee jaar niets van u of uw bedrijf gehoord. Daarom verwijderen we op ${day} uw naam, e-mailadres, telefoonnummer en account.`,
            'Wilt u contactpersoon blijven? Meld u dan vóór die dag één keer aan, of laat het uw school of het Servicepunt weten. Dan blijft alles zoals het is.',
            'Wilt u dat niet? Dan hoeft u niets te doen.',
          ],
          action: 'Aanmelden en contactpersoon blijven',
        };
  },
  en: ({ audience, facts }) => {
    const day = longDay(facts.dueOn, 'en');
    return audience === 'STAND_IN'
      ? {
          subject: 'A contact will be removed soon',
          paragraphs: [
            `We haven't heard of a contact of a company for two years. On ${day} we remove the data. We can't reach this person by mail.`,
            'Do you know that this person still works for the company? Then record that with the contact before that day.',
          ],
          action: 'See the contact',
        }
      : {
          subject: 'We will remove your data soon',
          paragraphs: [
            `You are with us as a contact of your company. We haven't heard of you or your company for two years. So on ${day} we remove your name, e-mail address, telephone number and account.`,
            'Would you like to stay a contact? Then sign in once before that day, or tell your school or the Servicepunt. Everything then stays as it is.',
            "If you don't, you need do nothing.",
          ],
          action: 'Sign in and stay a contact',
        };
  },
};
