/** Formulas within lines of text. */
import { expect, type Page, test } from '@playwright/test';
import { layOutAll } from './figureDriver.ts';

/** Each sign beside a formula, with no blank between them, that stands on another line than it does. */
const partedSigns = (page: Page) =>
  page.evaluate(() => {
    const blockOf = (node: Node): Element => {
      const parent = node.parentElement!;
      return /inline$|contents/.test(getComputedStyle(parent).display) ? blockOf(parent) : parent;
    };
    const boxOf = (text: Text, at: number) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getClientRects()[0];
    };
    /** The text that is seen next, on one side of a formula. */
    const textBeside = (formula: Element, step: 'nextNode' | 'previousNode') => {
      const texts = document.createTreeWalker(blockOf(formula), NodeFilter.SHOW_TEXT);
      texts.currentNode = formula;
      for (let text = texts[step](); text; text = texts[step]())
        if (!formula.contains(text)) return text as Text;
      return undefined;
    };
    const found: string[] = [];
    for (const formula of document.querySelectorAll(':not(.katex-display) > .katex')) {
      const lines = [...formula.querySelector('.katex-html')!.getClientRects()];
      const [after, before] = [
        textBeside(formula, 'nextNode'),
        textBeside(formula, 'previousNode'),
      ];
      const next = after?.data[0]?.trim() && boxOf(after, 0);
      const last = before?.data.at(-1)?.trim() && boxOf(before, before.length - 1);
      if (next && next.left < lines.at(-1)!.right - 1) found.push(`formula | ${after!.data}`);
      if (last && last.right > lines[0]!.left + 1) found.push(`${before!.data} | formula`);
    }
    return found;
  });

test('a formula and the sign beside it stay on one line, however wide the page is', async ({
  page,
}) => {
  await page.goto('/');
  await layOutAll(page);
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.toggleAttribute('open', true);
  });
  for (let width = 320; width <= 460; width += 10) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await partedSigns(page), `at ${width} px`).toEqual([]);
  }
});
