import type { Section } from '../contract/summary';

/** The sections in the order that a user chose; those not named follow in their own order. The filed text keeps its order. */
export function inOrder(sections: readonly Section[], order: readonly string[]): readonly Section[] {
  const place = ({ code }: Section) => {
    const at = order.indexOf(code);
    return at < 0 ? order.length : at;
  };
  return [...sections].sort((one, other) => place(one) - place(other));
}
