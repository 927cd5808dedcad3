/**
 * Whether the text that will be shown before the signature is the one that the signature binds. A page that is
 * not served securely has no means to tell, and says no.
 */
export async function textIsTheSignedOne({
  text,
  textHash,
}: {
  text: string | null;
  textHash: string;
}): Promise<boolean> {
  if (text === null) return true;
  if (!globalThis.crypto?.subtle) return false;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === textHash.toLowerCase();
}
