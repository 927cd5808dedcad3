import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FeaturesOff } from './FeaturesOff';

function show(unavailable?: { feature: string; why: string; scopes: string[] }[]) {
  render(
    <MantineProvider env="test">
      <FeaturesOff unavailable={unavailable} />
    </MantineProvider>,
  );
}

it('saysWhatThisSignInCannotDoAndWhichScopesLack', () => {
  show([
    { feature: 'notes', why: 'scopes-not-granted', scopes: ['patient/Binary.rs'] },
    { feature: 'signature', why: 'no-practitioner', scopes: [] },
    { feature: 'of-a-later-version', why: 'unknown', scopes: [] },
  ]);
  expect(screen.getByRole('note').textContent).toContain('Not available with this sign-in');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Notes and reports cannot be read. (Not granted: patient/Binary.rs)',
    'You cannot sign: the EHR does not name you as a practitioner.',
    'A part of Anamnesis is switched off: of-a-later-version.',
  ]);
});

it.each([[undefined], [[]]])('saysNothingWhereAllOfItIsThere', (unavailable) => {
  show(unavailable);
  expect(screen.queryByRole('note')).toBeNull();
});
