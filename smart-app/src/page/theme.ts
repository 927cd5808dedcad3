import { createTheme, type MantineColorSchemeManager, type MantineColorsTuple } from '@mantine/core';

const lagoon: MantineColorsTuple = [
  '#e8f6f8',
  '#d3ebef',
  '#a6d7df',
  '#76c1ce',
  '#50b0c0',
  '#3299ab',
  '#17788b',
  '#0b6377',
  '#085062',
  '#053f4e',
];

export const theme = createTheme({
  primaryColor: 'lagoon',
  primaryShade: { light: 7, dark: 6 },
  colors: { lagoon },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  fontFamily: "'Inter', system-ui, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.1875rem' },
  headings: { fontWeight: '650' },
});

/** Follows the system and remembers nothing: the page uses no browser storage. */
export const systemColors: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** The nonce that the server put into the page for the kit's style elements. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
