import { expect, it } from 'vitest';
import { compared, folded, isSame, type Line } from './comparing';

const shown = (lines: readonly Line[]) =>
  lines.map(({ parts }) =>
    parts
      .map(({ text, change }) =>
        change === 'same' ? text : change === 'added' ? `{+${text}+}` : `{-${text}-}`,
      )
      .join(''),
  );

it('neverTakesANumberApart', () =>
  expect(shown(compared('- Warfarin 12.5 mg daily', '- Warfarin 1.25 mg daily'))).toEqual([
    '- Warfarin {-12.5-}{+1.25+} mg daily',
  ]));

it('keepsTwoStatementsApartThatHaveLittleInCommon', () =>
  expect(shown(compared('- Asthma since 1999.', '- Do not attempt resuscitation.'))).toEqual([
    '{-- Asthma since 1999.-}',
    '{+- Do not attempt resuscitation.+}',
  ]));

it('findsAChangedLineAmongLinesThatCame', () =>
  expect(
    shown(compared('A\n- Furosemide 40 mg daily\nZ', 'A\n- Quite another one\n- Furosemide 80 mg daily\nZ')),
  ).toEqual(['A', '{+- Quite another one+}', '- Furosemide {-40-}{+80+} mg daily', 'Z']));

it('losesNoLineOfEitherText', () => {
  const before = 'one\ntwo words here\nthree\n\nfive';
  const after = 'zero\ntwo words there\n\nfive\nsix';
  const lines = compared(before, after);
  const side = (left: string) =>
    lines
      .map(({ parts }) => parts.filter(({ change }) => change === 'same' || change === left))
      .filter((kept) => kept.length > 0)
      .map((kept) => kept.map(({ text }) => text).join(''))
      .join('\n');
  expect(side('removed')).toBe(before);
  expect(side('added')).toBe(after);
});

it('saysThatNothingWasChanged', () => {
  expect(isSame(compared('a\nb', 'a\nb'))).toBe(true);
  expect(isSame(compared('a\nb', 'a\nc'))).toBe(false);
});

it('foldsWhatIsFarFromAChangeAndLosesNone', () => {
  const before = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  const after = before.map((line, at) => (at === 10 ? 'altogether different' : line));
  const lines = compared(before.join('\n'), after.join('\n'));
  const runs = folded(lines);
  expect(runs.map(({ fold }) => fold)).toEqual([true, false, true]);
  expect(runs.flatMap((run) => run.lines)).toEqual(lines);
  expect(runs[1]?.lines.length).toBe(2 + 2 + 2);
});
