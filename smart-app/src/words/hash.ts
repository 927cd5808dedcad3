const SHOWN_DIGITS = 12;

/** The first digits of a SHA-256 in hex, in groups of four: enough for two people to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, SHOWN_DIGITS).replace(/(.{4})(?=.)/g, '$1 ');
}
