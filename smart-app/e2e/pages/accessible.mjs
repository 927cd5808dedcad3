// What the tests say of a page that everybody can use.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe finds nothing. */
export async function assertAccessible(page, view) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const result = await window.axe.run(document, { runOnly: tags });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, TAGS);
  assert.deepEqual(violations, [], view);
}

/** Nothing is wider than the window. */
export async function assertNoSidewaysScrolling(page) {
  const wider = await page.evaluate(() => ({
    by: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    elements: [...document.querySelectorAll('main *, [role="dialog"] *')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.right > window.innerWidth + 1 && box.width > 1)
      .map(({ element }) => element.outerHTML.slice(0, 120)),
  }));
  assert.deepEqual(wider, { by: 0, elements: [] });
}
