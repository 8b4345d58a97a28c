/** A page that the browser translates: every text gives way to other nodes, and the figures go on. */
import { expect, type Page, test } from '@playwright/test';
import { bringIntoView, figureOn, quantity } from './figureDriver.ts';
import { lab, labButton, openLab, pause, SMALL, untilStep } from './labDriver.ts';

const FIGURES = [
  'PairForces',
  'PairCrowd',
  'TripletForces',
  'CollapseDuel',
  'TripletSorter',
  'BatchMiner',
  'RoomOnTheSphere',
  'SoftmaxPull',
  'ClassVectors',
  'ChoiceGuide',
] as const;

/** Puts each text of the page, word for word, into two elements in the text's place. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement!.closest('script, style, textarea')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });

/** Changes all that a figure lets one change, and tells what is to be read in it each time. */
const use = (page: Page, name: string): Promise<string[]> =>
  figureOn(page, name).evaluate(async (figure) => {
    const found: string[] = [];
    const act = async (parts: string, change: (part: HTMLElement) => void) => {
      for (const part of [...figure.querySelectorAll<HTMLElement>(parts)]) {
        change(part);
        await new Promise(requestAnimationFrame);
        const copy = figure.cloneNode(true) as Element;
        // What is read aloud comes later.
        for (const spoken of copy.querySelectorAll('.visually-hidden')) spoken.remove();
        found.push(copy.textContent);
      }
    };
    await act('[role="slider"], [role="spinbutton"]', (part) =>
      part.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })),
    );
    await act('input[type="range"]', (part) => {
      (part as HTMLInputElement).stepUp();
      part.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act('select', (part) => {
      const choice = part as HTMLSelectElement;
      choice.selectedIndex = (choice.selectedIndex + 1) % choice.length;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await act('[type="radio"], [type="checkbox"], :is(.figure-strip, .guess) button', (part) =>
      part.click(),
    );
    return found;
  });

test('figures say in a translated page what they say in any other', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const open = async () => {
    await page.goto('/');
    for (const name of FIGURES) await bringIntoView(figureOn(page, name));
  };
  await open();
  const plain = new Map<string, string[]>();
  for (const name of FIGURES) plain.set(name, await use(page, name));
  await open();
  await translate(page);
  for (const name of FIGURES) {
    expect(new Set(plain.get(name)).size, name).toBeGreaterThan(1);
    expect(await use(page, name), name).toEqual(plain.get(name));
  }
  expect(errors).toEqual([]);
});

test('a run in a translated page tells its steps, and its button what it does', async ({
  page,
}) => {
  await openLab(page, SMALL);
  await translate(page);
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 5);
  await pause(page);
  const step = quantity(lab(page), 'step');
  await expect(step).toHaveText((await step.getAttribute('data-value'))!);
  await expect(labButton(page, 'Run')).toBeVisible();
});
