import { consentReview } from './consent-review.ts';
import { idleContact } from './idle-contact.ts';
import { dayOfFacts, longDay, wallTime, type MessageFacts, type Text, type TextInput, type Texts } from './message.ts';
import { ROLE_WORDS } from './words.ts';

const MOMENTS: Readonly<Record<string, string>> = {
  START: 'startgesprek',
  WEEK_THREE: 'evaluatie na drie weken',
  MIDTERM: 'tussentijdse evaluatie',
  GO_NO_GO: 'go/no-go-gesprek',
  FINAL: 'eindevaluatie',
};
const moment = (facts: MessageFacts) => MOMENTS[facts.moment ?? ''] ?? 'evaluatie';
const article = (facts: MessageFacts) => (['START', 'GO_NO_GO'].includes(facts.moment ?? '') ? 'het' : 'de');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function evaluation({ kind, audience, facts, pupil, role }: TextInput): Text {
  const day = longDay(facts.dueOn, 'nl');
  const the = `${article(facts)} ${moment(facts)}`;
  const internship = pupil === null ? 'de stage' : `de stage van ${pupil}`;
  switch (audience) {
    case 'STUDENT':
      return kind === 'WARN'
        ? {
            subject: 'Vul je formulier over je stage in',
            paragraphs: [`Op ${day} is ${the} van je stage.`, 'Vul jouw formulier vóór die dag in. Je kunt stoppen en later verder gaan.'],
            action: 'Open mijn formulier',
          }
        : {
            subject: 'Je formulier over je stage is nog niet klaar',
            paragraphs: [
              `Op ${day} was ${the} van je stage.`,
              'We missen jouw formulier nog. Vul je het vandaag in? Lukt het niet? Vraag je begeleider.',
            ],
            action: 'Open mijn formulier',
          };
    case 'EMPLOYER':
      return kind === 'WARN'
        ? {
            subject: `${capital(moment(facts))} van de stage: graag vóór ${day}`,
            paragraphs: [
              `Op ${day} is ${the} van ${internship}.`,
              'Wilt u het formulier vóór die dag invullen? Het kost ongeveer vijf minuten en u kunt het tussendoor opslaan.',
            ],
            action: 'Formulier openen',
          }
        : {
            subject: `Herinnering: ${moment(facts)} van de stage`,
            paragraphs: [
              `Op ${day} was ${the} van ${internship}. Uw formulier hebben we nog niet ontvangen.`,
              'Wilt u het alsnog invullen?',
            ],
            action: 'Formulier openen',
          };
    case 'COORDINATOR':
      return {
        subject: `${capital(moment(facts))} blijft uit`,
        paragraphs: [
          `Op ${day} was ${the} van ${internship}. Na vier herinneringen ontbreken er nog formulieren.`,
          'Neemt u contact op met de betrokkenen?',
        ],
        action: 'Evaluatie bekijken',
      };
    case 'SERVICE_POINT':
      return {
        subject: `${capital(moment(facts))} blijft uit, ook na de coördinator`,
        paragraphs: [
          `Op ${day} was ${the} van ${internship}. Er ontbreken nog formulieren; de coördinator van de school is al gewaarschuwd.`,
        ],
        action: 'Evaluatie bekijken',
      };
    case 'STAND_IN':
      return {
        subject: `Niemand bereikbaar voor ${the}`,
        paragraphs: [
          `Voor ${the} van ${internship} (${day}) kunnen we ${ROLE_WORDS[role].nl} niet bereiken.`,
          'Wilt u zelf contact opnemen en het adres laten aanpassen?',
        ],
        action: 'Evaluatie bekijken',
      };
    case 'SCHOOL':
    case 'RECEIVING_PARTY':
    default:
      return kind === 'WARN'
        ? {
            subject: `${capital(moment(facts))} op ${day}`,
            paragraphs: [`Op ${day} is ${the} van ${internship}. Het formulier van school staat nog open.`],
            action: 'Formulier openen',
          }
        : {
            subject: `Formulier van school ontbreekt: ${moment(facts)}`,
            paragraphs: [`Op ${day} was ${the} van ${internship}. Het formulier van school ontbreekt nog.`],
            action: 'Formulier openen',
          };
  }
}

function handover(input: TextInput): Text {
  const { kind, audience, facts, pupil, role } = input;
  const whose = pupil === null ? '' : ` van ${pupil}`;
  const day = longDay(dayOfFacts('HANDOVER', facts), 'nl');
  const when =
    facts.conversationAt === null
      ? `De overdracht${whose} moet uiterlijk op ${day} zijn afgerond; er is nog geen gesprek gepland.`
      : `Het overdrachtsgesprek${whose} is op ${day} om ${wallTime(facts.conversationAt)} uur.`;
  const was =
    facts.conversationAt === null
      ? `De overdracht${whose} moest op ${day} zijn afgerond.`
      : `Het overdrachtsgesprek${whose} was gepland op ${day}.`;
  if (kind === 'ESCALATE' || audience === 'COORDINATOR' || audience === 'SERVICE_POINT')
    return {
      subject: 'Warme overdracht ligt stil',
      paragraphs: [
        was,
        audience === 'SERVICE_POINT'
          ? 'Na vier herinneringen en een bericht aan de coördinator is er niets veranderd.'
          : 'Na vier herinneringen is er niets veranderd. Neemt u contact op met beide partijen?',
      ],
      action: 'Overdracht bekijken',
    };
  if (audience === 'STAND_IN')
    return {
      subject: 'Niemand bereikbaar voor de warme overdracht',
      paragraphs: [`Voor de overdracht kunnen we ${ROLE_WORDS[role].nl} niet bereiken.`, when, 'Wilt u zelf contact opnemen?'],
      action: 'Overdracht bekijken',
    };
  if (kind === 'WARN')
    return audience === 'RECEIVING_PARTY'
      ? {
          subject: `Warme overdracht: ${day}`,
          paragraphs: [when, 'In het dossier ziet u wat er wordt overgedragen en wat wij van u vragen.'],
          action: 'Overdracht openen',
        }
      : {
          subject: `Warme overdracht: ${day}`,
          paragraphs: [when, 'Kijkt u of alles op de lijst klaarstaat en of leerling en ouders zijn geïnformeerd?'],
          action: 'Overdracht openen',
        };
  return {
    subject: 'De warme overdracht wacht op u',
    paragraphs: [
      was,
      audience === 'RECEIVING_PARTY' ? 'Wilt u de overdracht bevestigen, of laten weten wat u nog mist?' : 'De volgende stap is aan u.',
    ],
    action: 'Overdracht openen',
  };
}

export const nl: Texts = {
  text: (input) =>
    ({ EVALUATION: evaluation, HANDOVER: handover, CONSENT_REVIEW: consentReview.nl, IDLE_CONTACT: idleContact.nl })[input.subjectType](
      input,
    ),
  greeting: (name) => (name === null ? 'Goedendag,' : `Beste ${name},`),
  closing: 'Servicepunt LOB',
  linkNote: 'Inloggen hoeft niet. De link is persoonlijk: stuur hem niet door.',
  footer: 'Dit is een automatisch bericht van het Servicepunt LOB.',
  preferences: 'Minder of andere berichten',
  digestSubject: (count) => `${count} herinneringen over stages`,
  digestIntro: (count) => `Deze week staan er ${count} dingen voor u klaar.`,
};
