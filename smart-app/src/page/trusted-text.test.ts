import { expect, it } from 'vitest';
import { plainText } from './trusted-text';

it('admitsStyleRules', () => expect(plainText(':root > a{color:red}')).toBe(':root > a{color:red}'));

it.each(['<img src=x>', '</style><script>', '<!-- -->'])('refusesMarkup: %s', (text) =>
  expect(() => plainText(text)).toThrow(TypeError),
);
