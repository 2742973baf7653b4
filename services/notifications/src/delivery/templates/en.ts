import { consentReview } from './consent-review.ts';
import { idleContact } from './idle-contact.ts';
import { dayOfFacts, longDay, wallTime, type MessageFacts, type Text, type TextInput, type Texts } from './message.ts';
import { ROLE_WORDS } from './words.ts';

const MOMENTS: Readonly<Record<string, string>> = {
  START: 'start talk',
  WEEK_THREE: 'evaluation after three weeks',
  MIDTERM: 'midterm evaluation',
  GO_NO_GO: 'go/no-go talk',
  FINAL: 'final evaluation',
};
const moment = (facts: MessageFacts) => MOMENTS[facts.moment ?? ''] ?? 'evaluation';
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function evaluation({ kind, audience, facts, pupil, role }: TextInput): Text {
  const day = longDay(facts.dueOn, 'en');
  const internship = pupil === null ? 'the internship' : `${pupil}'s internship`;
  switch (audience) {
    case 'STUDENT':
      return kind === 'WARN'
        ? {
            subject: 'Fill in your form about your internship',
            paragraphs: [
              `The ${moment(facts)} of your internship is on ${day}.`,
              'Fill in your form before that day. You can stop and go on later.',
            ],
            action: 'Open my form',
          }
        : {
            subject: 'Your form about your internship is not ready yet',
            paragraphs: [
              `The ${moment(facts)} of your internship was on ${day}.`,
              'We still miss your form. Can you fill it in today? Ask your supervisor if you get stuck.',
            ],
            action: 'Open my form',
          };
    case 'EMPLOYER':
      return kind === 'WARN'
        ? {
            subject: `${capital(moment(facts))} of the internship: please before ${day}`,
            paragraphs: [
              `The ${moment(facts)} of ${internship} is on ${day}.`,
              'Would you fill in the form before that day? It takes about five minutes, and you can save it half-way.',
            ],
            action: 'Open the form',
          }
        : {
            subject: `Reminder: ${moment(facts)} of the internship`,
            paragraphs: [
              `The ${moment(facts)} of ${internship} was on ${day}. We have not received your form yet.`,
              'Would you still fill it in?',
            ],
            action: 'Open the form',
          };
    case 'COORDINATOR':
      return {
        subject: `${capital(moment(facts))} is still missing`,
        paragraphs: [
          `The ${moment(facts)} of ${internship} was on ${day}. After four reminders forms are still missing.`,
          'Would you get in touch with those concerned?',
        ],
        action: 'See the evaluation',
      };
    case 'SERVICE_POINT':
      return {
        subject: `${capital(moment(facts))} is still missing, the coordinator was told`,
        paragraphs: [
          `The ${moment(facts)} of ${internship} was on ${day}. Forms are still missing; the school's coordinator was told before.`,
        ],
        action: 'See the evaluation',
      };
    case 'STAND_IN':
      return {
        subject: `Nobody can be reached for the ${moment(facts)}`,
        paragraphs: [
          `For the ${moment(facts)} of ${internship} (${day}) we can't reach ${ROLE_WORDS[role].en}.`,
          'Would you get in touch yourself and have the address corrected?',
        ],
        action: 'See the evaluation',
      };
    case 'SCHOOL':
    case 'RECEIVING_PARTY':
    default:
      return kind === 'WARN'
        ? {
            subject: `${capital(moment(facts))} on ${day}`,
            paragraphs: [`The ${moment(facts)} of ${internship} is on ${day}. The school's form is still open.`],
            action: 'Open the form',
          }
        : {
            subject: `The school's form is missing: ${moment(facts)}`,
            paragraphs: [`The ${moment(facts)} of ${internship} was on ${day}. The school's form is still missing.`],
            action: 'Open the form',
          };
  }
}

function handover(input: TextInput): Text {
  const { kind, audience, facts, pupil, role } = input;
  const whose = pupil === null ? '' : ` of ${pupil}`;
  const day = longDay(dayOfFacts('HANDOVER', facts), 'en');
  const when =
    facts.conversationAt === null
      ? `The handover${whose} has to be done by ${day}; no conversation is planned yet.`
      : `The handover conversation${whose} is on ${day} at ${wallTime(facts.conversationAt)}.`;
  const was =
    facts.conversationAt === null
      ? `The handover${whose} had to be done by ${day}.`
      : `The handover conversation${whose} was planned for ${day}.`;
  if (kind === 'ESCALATE' || audience === 'COORDINATOR' || audience === 'SERVICE_POINT')
    return {
      subject: 'The warm handover stands still',
      paragraphs: [
        was,
        audience === 'SERVICE_POINT'
          ? 'After four reminders and a message to the coordinator nothing has changed.'
          : 'After four reminders nothing has changed. Would you get in touch with both sides?',
      ],
      action: 'See the handover',
    };
  if (audience === 'STAND_IN')
    return {
      subject: 'Nobody can be reached for the warm handover',
      paragraphs: [`For the handover we can't reach ${ROLE_WORDS[role].en}.`, when, 'Would you get in touch yourself?'],
      action: 'See the handover',
    };
  if (kind === 'WARN')
    return audience === 'RECEIVING_PARTY'
      ? {
          subject: `Warm handover: ${day}`,
          paragraphs: [when, 'The file shows what is handed over and what we ask of you.'],
          action: 'Open the handover',
        }
      : {
          subject: `Warm handover: ${day}`,
          paragraphs: [when, 'Would you see whether everything on the list is ready, and pupil and parents are informed?'],
          action: 'Open the handover',
        };
  return {
    subject: 'The warm handover waits for you',
    paragraphs: [
      was,
      audience === 'RECEIVING_PARTY' ? 'Would you confirm the handover, or tell us what you still miss?' : 'The next step is yours.',
    ],
    action: 'Open the handover',
  };
}

export const en: Texts = {
  text: (input) =>
    ({ EVALUATION: evaluation, HANDOVER: handover, CONSENT_REVIEW: consentReview.en, IDLE_CONTACT: idleContact.en })[input.subjectType](
      input,
    ),
  greeting: (name) => (name === null ? 'Hello,' : `Dear ${name},`),
  closing: 'Servicepunt LOB',
  linkNote: "You don't have to sign in. The link is personal: don't pass it on.",
  footer: 'This is an automatic message of the Servicepunt LOB.',
  preferences: 'Fewer or other messages',
  digestSubject: (count) => `${count} reminders about internships`,
  digestIntro: (count) => `There are ${count} things for you this week.`,
};
