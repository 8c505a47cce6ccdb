import { describe, expect, test } from 'vitest';
import type { LoggedChange } from '../../../src/core/logged-change';
import { loggedChangeText } from '../../../src/wording/logged-change-text';
import { messagesIn } from '../../support/messages-in';

const sentAt = '2026-11-28T12:00:00.000Z';
const rule =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/n/securityRules/r';
const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const days = 24 * hours;

/** The text of a change `after` milliseconds after the request; the network was read an hour later. */
function textOf(
  after: number,
  {
    language = 'en',
    readAfter = 1 * hours,
    ...change
  }: Partial<LoggedChange> & { language?: 'en' | 'fr'; readAfter?: number } = {},
): string {
  const isoAfter = (milliseconds: number): string =>
    new Date(Date.parse(sentAt) + milliseconds).toISOString();
  const logged: LoggedChange = {
    id: rule,
    scope: 'own',
    at: isoAfter(after),
    caller: 'ana@contoso.com',
    ...change,
  };
  return loggedChangeText(messagesIn(language), logged, { sentAt, readAt: isoAfter(readAfter) }) ?? '';
}

const distanceOf = (...parameters: Parameters<typeof textOf>): string =>
  textOf(...parameters).replace(/^.*\((?:activity log|journal d’activité)\)\.\s?/, '');

describe('how long before or after the request a change was', () => {
  test.each<readonly [number, string, string]>([
    [
      -6 * minutes,
      'That was 6 minutes before you sent the request.',
      'C’était 6 minutes avant l’envoi de votre requête.',
    ],
    [
      -1 * minutes,
      'That was 1 minute before you sent the request.',
      'C’était 1 minute avant l’envoi de votre requête.',
    ],
    [
      -119 * seconds,
      'That was 1 minute before you sent the request.',
      'C’était 1 minute avant l’envoi de votre requête.',
    ],
    [
      -59 * seconds,
      'That was at about the time you sent the request.',
      'C’était à peu près au moment de l’envoi de votre requête.',
    ],
    [
      0,
      'That was at about the time you sent the request.',
      'C’était à peu près au moment de l’envoi de votre requête.',
    ],
    [
      59 * seconds,
      'That was at about the time you sent the request.',
      'C’était à peu près au moment de l’envoi de votre requête.',
    ],
    [
      1 * minutes,
      'That was 1 minute after you sent the request.',
      'C’était 1 minute après l’envoi de votre requête.',
    ],
    [
      15 * minutes,
      'That was 15 minutes after you sent the request.',
      'C’était 15 minutes après l’envoi de votre requête.',
    ],
    [
      -59 * minutes,
      'That was 59 minutes before you sent the request.',
      'C’était 59 minutes avant l’envoi de votre requête.',
    ],
    [
      -60 * minutes,
      'That was 1 hour before you sent the request.',
      'C’était 1 heure avant l’envoi de votre requête.',
    ],
    [
      -23.9 * hours,
      'That was 23 hours before you sent the request.',
      'C’était 23 heures avant l’envoi de votre requête.',
    ],
    [
      -24 * hours,
      'That was 1 day before you sent the request.',
      'C’était 1 jour avant l’envoi de votre requête.',
    ],
    [
      -89 * days,
      'That was 89 days before you sent the request.',
      'C’était 89 jours avant l’envoi de votre requête.',
    ],
  ])('%d ms', (after, english, french) => {
    expect(distanceOf(after)).toBe(english);
    expect(distanceOf(after, { language: 'fr' })).toBe(french);
  });

  test('long after the request, if the network was read later', () => {
    const readAfter = 3 * days;
    expect(distanceOf(1 * hours, { readAfter })).toBe('That was 1 hour after you sent the request.');
    expect(distanceOf(2 * days, { readAfter })).toBe('That was 2 days after you sent the request.');
  });

  test('nothing, if the change is later than the network was read, because the clocks differ', () => {
    expect(distanceOf(61 * minutes)).toBe('');
    expect(distanceOf(1 * days)).toBe('');
    expect(textOf(1 * days)).toMatch(/^ana@contoso\.com last changed r on /);
    expect(distanceOf(60 * minutes + 30 * seconds)).toBe('That was 1 hour after you sent the request.');
  });

  test('nothing, if Azure’s time isn’t one', () => {
    expect(textOf(0, { at: 'yesterday' })).toBe(
      'ana@contoso.com last changed r on yesterday (activity log).',
    );
  });

  test('nothing at all, if Azure doesn’t name who did', () => {
    expect(textOf(0, { caller: null })).toBe('');
  });
});
