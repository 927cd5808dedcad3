import { createInstance } from 'i18next';
import { en } from './en';
import type { enLater } from './en-later';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & { later: typeof enLater } };
  }
}

const catalogue = createInstance();

void catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  initAsync: false,
  // React puts every string into a text node, which needs no escaping.
  interpolation: { escapeValue: false },
});

/** The language of the page, for Intl and the `lang` attribute. */
export const language: string = catalogue.language;

/** A string of the catalogue. */
export const say = catalogue.t;

/** Adds words that are loaded later than the page, under a key of their own. */
export function addWords(key: string, words: object): void {
  catalogue.addResourceBundle('en', 'translation', { [key]: words }, true);
}

/** Whether the catalogue has words for a key that comes from the server, such as a resource type. */
export function knows(key: string): boolean {
  return catalogue.exists(key);
}
