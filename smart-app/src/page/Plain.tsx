import type { ReactNode } from 'react';
import { say } from '../words/words';

/** A page without a chart: the product's name and one notice. */
export function Plain({ children }: { children: ReactNode }) {
  return (
    <main className="plain">
      <h1 className="plain-name">{say('page.product')}</h1>
      {children}
    </main>
  );
}
