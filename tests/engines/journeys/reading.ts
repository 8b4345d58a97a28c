/** What a reader does with the page and its figures, in one engine. */
import { expect, inject, test } from 'vitest';
import {
  attributeOf,
  bringIntoView,
  cellsOf,
  chooseInMenu,
  focus,
  numberOf,
  openFigure,
  placeOf,
  savedBy,
  textOf,
  until,
} from '../figures.ts';
import { PHONE, type PressedKey, type Tab } from '../tab.ts';

/** A part of each kind of figure that is dragged, what tells where it is, and a key that moves it. */
const HANDLES: readonly (readonly [figure: string, part: string, told: string])[] = [
  ['Opening', '[data-point="negative"]', 'data-x'],
  ['PairForces', '[data-point="i"]', 'data-x'],
  ['PairCrowd', '[data-point="p1"]', 'data-x'],
  ['TripletForces', '[data-point="negative"]', 'data-x'],
  ['CollapseDuel', '.step-slider input', 'value'],
  ['TripletSorter', '[data-point="n1"]', 'data-x'],
  ['TripletSorter', '[data-point="n1-on-line"]', 'data-x'],
  ['BatchMiner', '[data-point="p1"]', 'data-x'],
  ['VerificationThreshold', '[data-point="threshold"]', 'data-x'],
  ['SoftmaxPull', '[data-point="anchor"]', 'data-x'],
  ['ClassVectors', '[data-point="x1"]', 'data-x'],
];
const PAIR_POINT = ['PairForces', '[data-point="i"]', 'data-x'] as const;
const AWAY = 24;

/** Notes what goes wrong in the page from now on. */
const watchErrors = (tab: Tab) =>
  tab.run(() => {
    const errors: string[] = [];
    Object.assign(window, { errors });
    addEventListener('error', ({ message }) => errors.push(message));
    addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  });
const errorsOf = (tab: Tab) => tab.run(() => (window as { errors?: string[] }).errors);

/** What moves a part; where it is afterwards is another place. */
async function untilMoved(
  tab: Tab,
  [figure, part, told]: (typeof HANDLES)[number],
  move: () => Promise<void>,
): Promise<void> {
  const before = await attributeOf(tab, figure, part, told);
  await move();
  await until(
    () => attributeOf(tab, figure, part, told),
    (now) => now !== before,
  );
}

/** Drags a part aside by what a tab drags with. */
const moveAside = (tab: Tab, handle: (typeof HANDLES)[number], by: 'drag' | 'swipe') =>
  untilMoved(tab, handle, async () => {
    const from = await placeOf(tab, handle[0], handle[1]);
    await tab[by](from, { x: from.x - AWAY, y: from.y });
  });

const stepAside = (tab: Tab, handle: (typeof HANDLES)[number], key: PressedKey) =>
  untilMoved(tab, handle, async () => {
    await focus(tab, handle[0], handle[1]);
    await tab.press(key);
  });

/** The background of the page, as it is painted. */
const paperOf = (tab: Tab) => tab.run(() => getComputedStyle(document.body).backgroundColor);

/** What a slot of a formula shows, in the formula that is seen and in its copy for screen readers. */
const slotOf = (tab: Tab, figure: string, slot: string) =>
  Promise.all(
    ['.katex-html', 'math'].map((tree) =>
      textOf(tab, figure, `.formula ${tree} [data-slot="${slot}"]`),
    ),
  );

/** What a driver can do besides what all can. */
export interface Abilities {
  readonly touch: boolean;
  readonly print: boolean;
}

export function readingJourneys(tab: () => Tab, can: Abilities): void {
  test('every figure comes to life when it is scrolled to, moves by pointer and keys, and nothing goes wrong', async () => {
    await tab().open(inject('siteUrl'));
    await watchErrors(tab());
    const figures = await tab().run(() =>
      [...document.querySelectorAll<HTMLElement>('[data-figure]')].map(
        ({ dataset }) => dataset['figure']!,
      ),
    );
    expect(figures).toEqual(expect.arrayContaining(HANDLES.map(([figure]) => figure)));
    for (const figure of figures) await bringIntoView(tab(), figure);
    for (const handle of HANDLES) {
      await bringIntoView(tab(), handle[0], handle[1]);
      await moveAside(tab(), handle, 'drag');
      await stepAside(tab(), handle, 'ArrowLeft');
    }
    expect(await errorsOf(tab())).toEqual([]);
  });

  test('a page that opens far from its top comes to life there, with the fonts of its formulas', async () => {
    await tab().open(`${inject('siteUrl')}/?opened=far#TripletSorter`);
    await bringIntoView(tab(), 'TripletSorter');
    await until(
      () => tab().run(() => document.querySelector<HTMLLinkElement>('#later-fonts')?.media),
      (media) => media === 'all',
    );
  });

  test('on a phone nothing stands beside the window, and a point is dragged', async () => {
    await openFigure(tab(), 'PairForces', {}, PHONE);
    await moveAside(tab(), PAIR_POINT, can.touch ? 'swipe' : 'drag');
    expect(
      await tab().run(() => {
        for (const chapter of document.querySelectorAll<HTMLElement>('.article > section'))
          chapter.style.contentVisibility = 'visible';
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      }),
    ).toBe(0);
  });

  test('a number of a formula is a dial, and the formula follows in both its trees', async () => {
    await openFigure(tab(), 'PairForces');
    const dial = '.katex-html [data-slot="margin"][role="spinbutton"]';
    const underline = await tab().run(
      (selector) => getComputedStyle(document.querySelector(selector)!).textDecorationStyle,
      `[data-figure="PairForces"] ${dial}`,
    );
    expect(underline).toBe('dotted');
    const before = await slotOf(tab(), 'PairForces', 'margin');
    await focus(tab(), 'PairForces', dial);
    await tab().press('ArrowUp');
    await until(
      () => slotOf(tab(), 'PairForces', 'margin'),
      ([seen, read]) => seen === read && seen !== before[0],
    );
  });

  test('a link takes the figure along, and a file its numbers', async () => {
    await openFigure(tab(), 'PairForces');
    await moveAside(tab(), PAIR_POINT, 'drag');
    const x = await attributeOf(tab(), 'PairForces', '[data-point="i"]', 'data-x');
    const distance = await numberOf(tab(), 'PairForces', 'dIJ');
    await tab().run(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (copied: string) => Object.assign(window, { copied }) },
      });
    });
    await chooseInMenu(tab(), 'PairForces', 'Copy link');
    const copied = () => tab().run(() => (window as { copied?: string }).copied);
    await until(copied, (link) => link !== undefined);
    const link = (await copied())!;
    const saved = cellsOf(
      await savedBy(tab(), () => chooseInMenu(tab(), 'PairForces', 'Save CSV')),
    ).flat();
    expect(saved.map(Number)).toContain(distance);
    await tab().open(link);
    await bringIntoView(tab(), 'PairForces');
    expect(await attributeOf(tab(), 'PairForces', '[data-point="i"]', 'data-x')).toBe(x);
  });

  test('dark is dark, and stays so on the next visit', async () => {
    await tab().open(inject('siteUrl'));
    const choose = (theme: string) =>
      tab().run((choice) => {
        document.querySelector<HTMLElement>(`[data-theme-choice="${choice}"]`)!.click();
      }, theme);
    await choose('light');
    const light = await paperOf(tab());
    await choose('dark');
    const dark = await paperOf(tab());
    expect(dark).not.toBe(light);
    await tab().open(inject('siteUrl'));
    expect(await paperOf(tab())).toBe(dark);
    await choose('system');
  });

  test.runIf(can.print)('the article is printed', async () => {
    await tab().open(inject('siteUrl'));
    const printed = await tab().print();
    expect(new TextDecoder().decode(printed.subarray(0, 5))).toBe('%PDF-');
  });
}
