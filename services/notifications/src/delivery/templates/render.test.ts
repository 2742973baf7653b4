import { describe, expect, it } from '@jest/globals';
import { RECIPIENT_ROLES, REMINDER_KINDS, SUBJECT_TYPES } from '../../rule/rules.ts';
import { pupilInMail } from './message.ts';
import { renderMail, textOf, type MessageItem } from './render.ts';

const item: MessageItem = {
  subjectType: 'EVALUATION',
  kind: 'WARN',
  role: 'EMPLOYER',
  facts: { moment: 'MIDTERM', dueOn: '2026-11-26', conversationAt: null, deadline: null },
  pupil: 'Noor',
  url: 'https://lob.example/link#secret',
  isLink: true,
};
const reader = { language: 'nl', personId: 'wsp_1', name: 'Piet', today: '2026-11-19' } as const;
const preferences = 'https://lob.example/preferences';

describe('a mail', () => {
  it('says in Dutch what, when and where, in plain text and HTML', () => {
    const mail = renderMail([item], reader, preferences);
    expect(mail.subject).toBe('Tussentijdse evaluatie van de stage: graag vóór donderdag 26 november 2026');
    expect(mail.text).toContain('Beste Piet,');
    expect(mail.text).toContain('Formulier openen: https://lob.example/link#secret');
    expect(mail.text).toContain(preferences);
    expect(mail.html).toContain('<html lang="nl">');
    expect(mail.html).toContain('href="https://lob.example/link#secret"');
  });

  it('speaks English to those who chose it', () => {
    const mail = renderMail([item], { ...reader, language: 'en' }, preferences);
    expect(mail.subject).toBe('Midterm evaluation of the internship: please before Thursday 26 November 2026');
  });

  it('speaks to a pupil in short sentences, and says je', () => {
    const { paragraphs } = textOf({ ...item, role: 'STUDENT' }, { ...reader, personId: 'stu_1' });
    for (const sentence of paragraphs.join(' ').split(/(?<=[.?])\s/)) expect(sentence.split(' ').length).toBeLessThanOrEqual(15);
    expect(paragraphs.join(' ')).toMatch(/\bje\b/);
    expect(paragraphs.join(' ')).not.toMatch(/\bu\b/);
  });

  it('never lets a name become markup', () => {
    const mail = renderMail([{ ...item, pupil: '<img src=x onerror=alert(1)>' }], { ...reader, name: '"><script>' }, preferences);
    expect(mail.html).not.toContain('<img');
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('gathers several reminders under one subject', () => {
    const mail = renderMail([item, { ...item, pupil: 'Sem', url: 'https://lob.example/link#other' }], reader, preferences);
    expect(mail.subject).toBe('2 herinneringen over stages');
    expect(mail.text).toContain('link#secret');
    expect(mail.text).toContain('link#other');
  });

  it('tells staff who stand in that somebody else could not be reached', () => {
    const { subject, paragraphs } = textOf(item, { ...reader, personId: 'stf_1' });
    expect(subject).toBe('Niemand bereikbaar voor de tussentijdse evaluatie');
    expect(paragraphs[0]).toContain('het bedrijf niet bereiken');
  });

  it('reads as a chase when a person sends it by hand after the day', () => {
    const { subject } = textOf({ ...item, kind: 'MANUAL' }, { ...reader, today: '2026-11-27' });
    expect(subject).toBe('Herinnering: tussentijdse evaluatie van de stage');
  });

  it('tells the time of a conversation as the clock on the wall shows it', () => {
    const facts = { moment: null, dueOn: null, conversationAt: '2027-06-03T12:00:00Z', deadline: '2027-07-01' };
    const { paragraphs } = textOf({ ...item, subjectType: 'HANDOVER', role: 'SCHOOL', facts }, { ...reader, personId: 'stf_1' });
    expect(paragraphs[0]).toBe('Het overdrachtsgesprek van Noor is op donderdag 3 juni 2027 om 14:00 uur.');
  });

  it.each(['nl', 'en'] as const)('names the pupil in its body and never in its subject, in %s', (language) => {
    for (const subjectType of SUBJECT_TYPES)
      for (const kind of REMINDER_KINDS)
        for (const role of RECIPIENT_ROLES)
          for (const personId of ['stf_1', 'con_1'])
            for (const conversationAt of [null, '2026-11-26T12:00:00Z']) {
              const facts = { moment: 'FINAL', dueOn: '2026-11-26', conversationAt, deadline: '2027-04-01' };
              const text = textOf({ subjectType, kind, role, facts, pupil: 'Noor W.' }, { language, personId, today: '2026-11-19' });
              expect(text.subject).not.toContain('Noor');
              // A form's own pupil is spoken to, not of; a contact who goes has no pupil.
              if (subjectType !== 'IDLE_CONTACT' && (role !== 'STUDENT' || subjectType === 'HANDOVER'))
                expect(text.paragraphs.join(' ')).toContain('Noor W.');
            }
  });

  it('tells staff a first name with an initial, and others the first name alone', () => {
    expect(pupilInMail({ givenName: 'Noor', familyName: 'de Wit' }, true)).toBe('Noor W.');
    expect(pupilInMail({ givenName: 'Noor', familyName: 'el idrissi' }, true)).toBe('Noor E.');
    expect(pupilInMail({ givenName: 'Noor', familyName: 'de Wit' }, false)).toBe('Noor');
  });

  it.each(['nl', 'en'] as const)('has words in %s for every role, kind and subject, and none that lack a value', (language) => {
    for (const subjectType of SUBJECT_TYPES)
      for (const kind of REMINDER_KINDS)
        for (const role of RECIPIENT_ROLES)
          for (const personId of ['stf_1', 'con_1', 'stu_1'])
            for (const pupil of ['Noor', null]) {
              const facts = { moment: 'FINAL', dueOn: '2026-11-26', conversationAt: null, deadline: '2027-04-01' };
              const text = textOf({ subjectType, kind, role, facts, pupil }, { language, personId, today: '2026-11-19' });
              const all = [text.subject, ...text.paragraphs, text.action].join(' ');
              expect(all).not.toMatch(/undefined|null|  |\{/);
              expect(text.paragraphs.length).toBeGreaterThan(0);
            }
  });
});
