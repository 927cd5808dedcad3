import { expect, it } from 'vitest';
import type { Version } from '../contract/version';
import { firstSides, keyOf, sideOf, sidesOf } from './sides';

const version = (draftId: string, more: Partial<Version> = {}): Version => ({
  draftId,
  document: 'Chart summary',
  state: 'drafted',
  composedAt: '2026-01-14T08:12:45Z',
  composedBy: 'rules',
  modelName: null,
  promptVersion: null,
  edits: 0,
  edited: null,
  signed: null,
  location: null,
  replaces: null,
  recalled: false,
  canOpen: false,
  canCorrect: false,
  canRetract: false,
  ...more,
});
const signed = { by: 'Practitioner/okafor', byName: null, at: '2026-01-13T08:12:45Z' };

it('comparesTheNewestWithTheLastThatWasSigned', () =>
  expect(firstSides([version('c', { edits: 2 }), version('b'), version('a', { signed })])).toEqual({
    from: { draftId: 'a', as: 'now' },
    to: { draftId: 'c', as: 'now' },
  }));

it('comparesWithWhatWasDraftedWhereNothingWasSigned', () =>
  expect(firstSides([version('c', { edits: 2 }), version('b')])?.from).toEqual({
    draftId: 'c',
    as: 'drafted',
  }));

it('comparesNothingWhereThereIsButOneText', () => {
  expect(firstSides([])).toBeNull();
  expect(firstSides([version('a')])).toBeNull();
  expect(firstSides([version('b'), version('a')])?.from).toEqual({ draftId: 'a', as: 'now' });
});

it('offersADraftedTextWhereSomebodyChangedIt', () => {
  const sides = sidesOf([version('b', { edits: 1 }), version('a')]);
  expect(sides.map(keyOf)).toEqual(['now b', 'drafted b', 'now a']);
  expect(sides.map(keyOf).map(sideOf)).toEqual(sides);
});
