import type { Language } from '@servicepunt/shared/contracts/roles';
import type { Text, TextInput } from './message.ts';

/** A pupil who turned 16 is asked about what his guardians agreed to. It says that he may say no, and that nothing happens before he says something. */
export const consentReview: Readonly<Record<Language, (input: TextInput) => Text>> = {
  nl: ({ kind, audience, pupil }) =>
    audience === 'STUDENT'
      ? {
          subject: kind === 'WARN' ? 'Je beslist nu zelf over je toestemming' : 'Nog één keer: jij beslist over je toestemming',
          paragraphs: [
            'Je bent 16 jaar of ouder. Je ouder of voogd gaf eerder toestemming voor jou.',
            'Nu beslis jij. Kijk wat er is afgesproken en zeg ja of nee. Allebei mag.',
            'Zeg je niets? Dan geven we niets nieuws meer door. Praat erover met je begeleider als je wilt.',
          ],
          action: 'Mijn toestemmingen bekijken',
        }
      : {
          subject: 'Een leerling beslist nu zelf over zijn toestemming',
          paragraphs: [
            `${pupil ?? 'Een leerling'} is 16 jaar of ouder en beslist nu zelf over wat een ouder of voogd heeft toegestaan. We kunnen de leerling niet per e-mail bereiken.`,
            'Wilt u het met de leerling bespreken? U kunt vastleggen wat de leerling op papier beslist; ja en nee zijn allebei goed.',
          ],
          action: 'Toestemmingen bekijken',
        },
  en: ({ kind, audience, pupil }) =>
    audience === 'STUDENT'
      ? {
          subject: kind === 'WARN' ? 'You now decide yourself about your consent' : 'Once more: you decide about your consent',
          paragraphs: [
            'You are 16 or older. Your parent or guardian gave consent for you before.',
            'Now you decide. See what was agreed, and say yes or no. Both are fine.',
            'If you say nothing, we pass on nothing new. Talk about it with your supervisor if you like.',
          ],
          action: 'See my consents',
        }
      : {
          subject: 'A pupil now decides on consent',
          paragraphs: [
            `${pupil ?? 'A pupil'} is 16 or older and now decides on what a parent or guardian agreed to. We can't reach the pupil by mail.`,
            'Would you talk it over with the pupil? You can record what the pupil decides on paper; yes and no are both fine.',
          ],
          action: 'See the consents',
        },
};
