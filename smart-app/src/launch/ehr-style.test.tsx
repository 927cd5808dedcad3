import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { launchAnswer } from '../test-chart';
import { useEhrStyle } from './ehr-style';

afterEach(() => {
  vi.unstubAllGlobals();
  document.documentElement.removeAttribute('style');
});

const look = () => document.documentElement.style;

it('takesOverTheEhrsLettersAndCorners', async () => {
  const style = { bodyFont: 'Georgia, serif', headingFont: null, radius: '6px' };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(style)));
  renderHook(() => useEhrStyle({ ...launchAnswer, styled: true }));
  await waitFor(() => expect(look().getPropertyValue('--mantine-font-family')).toBe('Georgia, serif'));
  expect(look().getPropertyValue('--mantine-radius-default')).toBe('6px');
  expect(look().getPropertyValue('--mantine-font-family-headings')).toBe('');
});

it('asksForNoneWhereTheEhrNamesNone', () => {
  const server = vi.fn();
  vi.stubGlobal('fetch', server);
  renderHook(() => useEhrStyle(launchAnswer));
  renderHook(() => useEhrStyle(null));
  expect(server).not.toHaveBeenCalled();
});
