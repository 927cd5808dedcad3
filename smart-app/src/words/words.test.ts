import { expect, it } from 'vitest';
import { OUTCOMES } from '../contract/coverage';
import { FALLBACK_REASONS, KINDS } from '../contract/summary';
import { NOT_READ, TIERS } from '../contract/ward';
import { knows, say } from './words';

it.each([
  ...OUTCOMES.map((outcome) => `coverage.outcome.${outcome}`),
  ...FALLBACK_REASONS.map((reason) => `origin.fallback.${reason}`),
  ...KINDS.map((kind) => `kind.${kind}`),
  ...TIERS.map((tier) => `ward.tier.${tier}`),
  ...NOT_READ.map((outcome) => `ward.notRead.${outcome}`),
])('hasWordsFor %s', (key) => expect(knows(key)).toBe(true));

it('saysEachOutcomeOfReadingInItsOwnWords', () =>
  expect(new Set(OUTCOMES.map((outcome) => say(`coverage.outcome.${outcome}`))).size).toBe(OUTCOMES.length));

it('countsInTheGrammarOfTheLanguage', () => {
  expect(say('withheld.heading', { count: 1 })).toBe('Withheld from the summary: 1 statement');
  expect(say('withheld.heading', { count: 2 })).toBe('Withheld from the summary: 2 statements');
});

it('putsValuesInUnchanged', () =>
  expect(say('page.user', { name: '<b>{{count}} $t(page.product)</b>' })).toBe(
    'Signed in as <b>{{count}} $t(page.product)</b>',
  ));
