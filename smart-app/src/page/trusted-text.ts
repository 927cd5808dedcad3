interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * The page runs under `require-trusted-types-for 'script'`. The component kit fills its style elements by
 * innerHTML; this default policy admits text without any markup there, and nothing else anywhere.
 */
export function admitOnlyPlainText(): void {
  globalThis.trustedTypes?.createPolicy('default', { createHTML: plainText });
}

/** The text itself. Throws a TypeError where it could be read as markup. */
export function plainText(text: string): string {
  if (text.includes('<')) throw new TypeError('markup refused');
  return text;
}
