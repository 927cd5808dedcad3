import * as v from 'valibot';
import { expect, it } from 'vitest';
import { SummarySchema } from '../contract/summary';
import { launchAnswer, summaryAnswer } from '../test-chart';
import { asText } from './as-text';
import { endnotes } from './endnotes';

const summary = (more: object = {}) => v.parse(SummarySchema, { ...summaryAnswer(), ...more });

it('saysFirstWhoseItIsAndThatItIsADraft', () => {
  const [whose, standing] = asText(launchAnswer, summary(), false).split('\n');
  expect(whose).toBe('QUILL, Tom, Born May-1961 (63y), Sex Male, MRN not recorded');
  expect(standing).toBe('DRAFT, not signed');
  expect(asText(launchAnswer, summary(), true)).not.toContain('DRAFT');
});

it('hasEachSourceOnceAndItsNumberAtEachStatement', () => {
  const text = asText(launchAnswer, summary(), false);
  expect(text).toContain('- Asthma since 1999. [1]');
  expect(text.match(/^\[1\] .*Condition\/1\/_history\/1/m)).not.toBeNull();
});

it('hasNothingThatWasWithheld', () =>
  expect(asText(launchAnswer, summary(), false)).not.toContain('Bronchoscopy'));

it('saysIncompleteWhereTheChartWas', () =>
  expect(asText(launchAnswer, summary({ complete: false }), false)).toContain('INCOMPLETE'));

it('neverPassesAClinicianWordsOffAsChecked', () => {
  const own = {
    text: 'To be seen by cardiology.',
    verdict: 'not-found',
    citations: [],
    index: 3,
    edit: { mark: 'inserted', drafted: null, acknowledged: false },
  };
  const sections = [{ code: 'plan', title: 'Plan', statements: [own] }];
  expect(asText(launchAnswer, summary({ sections }), false)).toContain(
    '- To be seen by cardiology. (Clinician’s words, not found in the chart)\n',
  );
});

it('numbersInTheOrderOfTheText', () => {
  const answer = summaryAnswer();
  const facts = { ...answer.facts, C0: { ...answer.facts.C1, id: 'C0' } };
  const sections = [
    {
      code: 'a',
      title: 'A',
      statements: [
        { text: 'One.', verdict: 'supported', citations: ['C1', 'C0', 'C1'] },
        { text: 'Two.', verdict: 'supported', citations: ['C0'] },
      ],
    },
  ];
  const notes = endnotes(summary({ facts, sections }));
  expect(notes.facts.map(({ id }) => id)).toEqual(['C1', 'C0']);
  expect(notes.marksOf({ citations: ['C0', 'C1'] })).toBe('[2][1]');
});

it('saysHowFarBackItLooksAndWhatItDoesNotUse', () => {
  const lookBack = { period: 'P1Y', from: '2023-11-16', notUsed: 212, kinds: { result: 212 } };
  expect(asText(launchAnswer, summary({ lookBack }), false)).toContain(
    'Looks back 1 year, to 16-Nov-2023: 212 older entries not used\n',
  );
});
