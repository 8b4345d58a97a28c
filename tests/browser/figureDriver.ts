/** How the tests take a figure into their hands. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { LabelledPoint } from '#kit/plane/labelledPoint.ts';
import type { Plane } from '#kit/plane/plane.ts';
import type { Point } from '#kit/plane/point.ts';
import { inPage } from './inPage.ts';

export const figureOn = (page: Page, name: string) => inPage(page, `[data-figure="${name}"]`);

/** Hydrates a figure, its drawing in view below the page's sticky header. */
export async function bringIntoView(figure: Locator): Promise<void> {
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-ready', 'true');
  await figure.evaluate((element) =>
    (element.querySelector('.plane') ?? element).scrollIntoView({
      block: 'center',
      behavior: 'instant',
    }),
  );
}

/** The whole article at once, where all of it is looked at: what is far away is not laid out by itself. */
export const layOutAll = (page: Page): Promise<void> =>
  inPage(page, '.article > section').evaluateAll((chapters) => {
    for (const chapter of chapters as HTMLElement[]) chapter.style.contentVisibility = 'visible';
  });

/** Every figure of the page alive, each in view once, as for a reader who passes them all. */
export const bringAllAlive = (page: Page): Promise<void> =>
  inPage(page, '[data-figure]').evaluateAll(async (figures) => {
    for (const figure of figures as HTMLElement[]) {
      figure.scrollIntoView({ behavior: 'instant' });
      while (figure.dataset['ready'] !== 'true') await new Promise(requestAnimationFrame);
    }
  });

/** A figure of the page opened anew, hydrated and in view. */
export async function openFigure(page: Page, name: string, query = ''): Promise<Locator> {
  await page.goto(`/${query}`);
  const figure = figureOn(page, name);
  await bringIntoView(figure);
  return figure;
}

export const button = (figure: Locator, name: string) =>
  figure.getByRole('button', { name, exact: true });

export const quantity = (figure: Locator, name: string) =>
  figure.locator(`[data-quantity="${name}"]`);

export const wordOf = (figure: Locator, name: string): Promise<string | null> =>
  quantity(figure, name).getAttribute('data-value');

export const numberOf = async (figure: Locator, name: string): Promise<number> =>
  Number(await wordOf(figure, name));

export const pointMark = (figure: Locator, name: string) =>
  figure.locator(`[data-point="${name}"]`);

export async function pointOf(figure: Locator, name: string): Promise<Point> {
  const mark = pointMark(figure, name);
  return {
    x: Number(await mark.getAttribute('data-x')),
    y: Number(await mark.getAttribute('data-y')),
  };
}

/** All points that the figure shows, in order. */
export const labelledPointsOf = (figure: Locator): Promise<LabelledPoint[]> =>
  figure.locator('[data-point]').evaluateAll((marks) =>
    marks.map((mark) => ({
      x: Number(mark.getAttribute('data-x')),
      y: Number(mark.getAttribute('data-y')),
      label: Number(mark.getAttribute('data-label')),
    })),
  );

/** Where a place of the plane is on the screen. */
export async function onScreen(figure: Locator, plane: Plane, at: Point): Promise<Point> {
  const box = await figure.locator('.plane').boundingBox();
  if (!box) throw new Error('the plane is not on the screen');
  const { x, y } = plane.toPixels(at);
  return { x: box.x + (x * box.width) / plane.size, y: box.y + (y * box.width) / plane.size };
}

/** Drags a point with the mouse, in several moves, and lets it go. */
export async function drag(
  page: Page,
  figure: Locator,
  plane: Plane,
  name: string,
  to: Point,
): Promise<void> {
  // In a low window the figure scrolls in its frame, and the control used last may be below its drawing.
  await pointMark(figure, name).scrollIntoViewIfNeeded();
  const from = await onScreen(figure, plane, await pointOf(figure, name));
  const target = await onScreen(figure, plane, to);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 8 });
  await page.mouse.up();
}

/** Drags from one place on the screen to another with a finger. */
export async function swipe(page: Page, from: Point, to: Point): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at ? [{ x: at.x, y: at.y }] : [],
    });
  await touch('touchStart', from);
  for (let k = 1; k <= 8; k++) {
    await touch('touchMove', {
      x: from.x + ((to.x - from.x) * k) / 8,
      y: from.y + ((to.y - from.y) * k) / 8,
    });
  }
  await touch('touchEnd');
}

/** Moves two fingers, one on either side of a place, from one distance of it to another. */
export async function pinch(page: Page, middle: Point, from: number, to: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const fingers = (distance: number) => [
    { x: middle.x - distance, y: middle.y, id: 1 },
    { x: middle.x + distance, y: middle.y, id: 2 },
  ];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', distance?: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: distance === undefined ? [] : fingers(distance),
    });
  await touch('touchStart', from);
  for (let k = 1; k <= 12; k++) await touch('touchMove', from + ((to - from) * k) / 12);
  await touch('touchEnd');
}

/** The texts of a slot, in the visible formula and in the MathML copy, of the formula shown. */
const slotTexts = (figure: Locator, tree: '.katex-html' | 'math', slot: string) =>
  figure
    .locator(`.formula ${tree} [data-slot="${slot}"]`)
    .evaluateAll((slots) =>
      slots.filter((element) => !element.closest('[hidden]')).map((element) => element.textContent),
    );

/** Every slot's text agrees with the given one, in both trees. */
export async function expectSlots(figure: Locator, texts: Readonly<Record<string, string>>) {
  for (const [slot, text] of Object.entries(texts)) {
    for (const tree of ['.katex-html', 'math'] as const) {
      const found = await slotTexts(figure, tree, slot);
      expect(found.length, `${slot} in ${tree}`).toBeGreaterThan(0);
      expect(new Set(found), `${slot} in ${tree}`).toEqual(new Set([text]));
    }
  }
}

/** The force that an arrow stands for, and the arrow itself as drawn, from tail to tip in pixels. */
export async function arrowOf(figure: Locator, name: string) {
  const arrow = figure.locator(`[data-force="${name}"]`);
  const numbers = (path: string | null) => (path ?? '').match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
  const shaft = numbers(await arrow.locator('.arrow-shaft').getAttribute('d'));
  const head = numbers(await arrow.locator('.arrow-head').getAttribute('d'));
  return {
    force: {
      x: Number(await arrow.getAttribute('data-x')),
      y: Number(await arrow.getAttribute('data-y')),
    },
    drawn: { x: (head[0] ?? 0) - (shaft[0] ?? 0), y: (head[1] ?? 0) - (shaft[1] ?? 0) },
  };
}

/** The page's boxes that must not move while a reader drags. */
export const layoutOf = (figure: Locator) =>
  figure.evaluate((element) => {
    // What stays in the window is measured where it stands by itself.
    const staying = [...element.querySelectorAll<HTMLElement>('.figure-plane, .figure-curve')];
    for (const part of staying) part.style.position = 'relative';
    // Within the figure: in a low window that scrolls in its frame to what is used.
    const figureTop = element.getBoundingClientRect().top;
    const boxes = [...element.querySelectorAll('.formula, svg, .read-outs, .control, figcaption')]
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return [left, top - figureTop, width, height].map((value) => value.toFixed(1)).join(' ');
      });
    for (const part of staying) part.style.position = '';
    return boxes;
  });

/**
 * Notes every state that parts of a figure go through from now on, however short: the value of each,
 * or its text. What is returned reads the states up to then.
 */
export async function watch(
  figure: Locator,
  ...selectors: string[]
): Promise<() => Promise<string[][]>> {
  const seen = await figure.evaluateHandle((element, parts) => {
    const read = () =>
      parts.map((selector) => {
        const part = element.querySelector(selector);
        return part?.getAttribute('data-value') ?? part?.textContent ?? '';
      });
    const states = [read()];
    new MutationObserver(() => {
      const state = read();
      if (state.join() !== states.at(-1)!.join()) states.push(state);
    }).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['data-value'],
    });
    return states;
  }, selectors);
  return () => seen.jsonValue();
}

/** Opens the menu at the figure's corner, and chooses in it. */
export async function chooseInMenu(figure: Locator, name: string): Promise<void> {
  await button(figure, 'Figure menu').click();
  await button(figure, name).click();
}

/** Copies the figure's link and returns it as the clipboard has it. The page must be let at that. */
export async function copyLink(page: Page, figure: Locator): Promise<URL> {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await chooseInMenu(figure, 'Copy link');
  await expect.poll(clipboard).not.toBe('');
  return new URL(await clipboard());
}

interface SavedFile {
  readonly name: string;
  readonly content: Buffer;
}

async function downloaded(page: Page, save: () => Promise<void>): Promise<SavedFile> {
  const waiting = page.waitForEvent('download');
  await save();
  const download = await waiting;
  const content = Buffer.concat(await (await download.createReadStream()).toArray());
  return { name: download.suggestedFilename(), content };
}

/** The file that a button saves. */
export const savedBy = (page: Page, pressed: Locator): Promise<SavedFile> =>
  downloaded(page, () => pressed.click());

/** The file that a choice in the figure's menu saves. */
export const savedFromMenu = (page: Page, figure: Locator, name: string): Promise<SavedFile> =>
  downloaded(page, () => chooseInMenu(figure, name));

/** The lines of a saved table, its header first. */
export const linesOf = ({ content }: SavedFile): string[] =>
  content.toString().trimEnd().split('\n');

/** The lines of a table that a button saves. */
export const savedLines = async (page: Page, pressed: Locator): Promise<string[]> =>
  linesOf(await savedBy(page, pressed));
