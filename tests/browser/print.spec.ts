/** What paper shows otherwise than the screen. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { bringIntoView, figureOn, openFigure } from './figureDriver.ts';
import { fold, openLab } from './labDriver.ts';

const DARK = [22, 22, 24, 255];
const WHITE = [255, 255, 255, 255];

/** A reader who has chosen the dark theme. */
const chooseDark = (page: Page) => page.addInitScript(() => localStorage.setItem('theme', 'dark'));

const tell = (page: Page, event: 'beforeprint' | 'afterprint') =>
  page.evaluate((name) => dispatchEvent(new Event(name)), event);

const cornerOf = (canvas: Locator): Promise<number[]> =>
  canvas.evaluate((element) => {
    const context = (element as HTMLCanvasElement).getContext('2d');
    return [...context!.getImageData(0, 0, 1, 1).data];
  });

/** No frame comes between the event and the sheet: what is drawn must be there as it returns. */
const cornerAfter = (canvas: Locator, event: 'beforeprint' | 'afterprint'): Promise<number[]> =>
  canvas.evaluate((element, name) => {
    dispatchEvent(new Event(name));
    const context = (element as HTMLCanvasElement).getContext('2d');
    return [...context!.getImageData(0, 0, 1, 1).data];
  }, event);

const CLOUDS = [
  ['TrainingLab', '.lab-plane > canvas'],
  ['TwoViews', '.view-cloud canvas'],
] as const;

/** Where a dark cloud is drawn; that of the lab comes in the place of its still on the way to it. */
async function darkCloud(page: Page, [name, canvas]: (typeof CLOUDS)[number]): Promise<Locator> {
  await chooseDark(page);
  const figure = await openFigure(page, name);
  if (name === 'TrainingLab') await figure.locator('.lab-map').hover({ position: { x: 4, y: 4 } });
  const cloud = figure.locator(canvas).first();
  await expect(cloud).toBeVisible();
  await expect.poll(() => cornerOf(cloud)).toEqual(DARK);
  return cloud;
}

for (const cloud of CLOUDS)
  test(`the cloud of ${cloud[0]} is drawn for white paper while it is printed, and then for the dark again`, async ({
    page,
  }) => {
    const canvas = await darkCloud(page, cloud);
    expect(await cornerAfter(canvas, 'beforeprint')).toEqual(WHITE);
    expect(await cornerAfter(canvas, 'afterprint')).toEqual(DARK);
  });

test('a cloud is drawn for paper as well where only the medium tells that it is printed', async ({
  page,
}) => {
  const canvas = await darkCloud(page, CLOUDS[0]);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => cornerOf(canvas)).toEqual(WHITE);
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => cornerOf(canvas)).toEqual(DARK);
});

test('a canvas of a figure to which nobody has come lies on light ground', async ({ page }) => {
  await chooseDark(page);
  await page.goto('/');
  await page.emulateMedia({ media: 'print' });
  const grounds = await page.locator('canvas').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      let ground = 'rgba(0, 0, 0, 0)';
      for (let part: Element | null = canvas; part; part = part.parentElement) {
        ground = getComputedStyle(part).backgroundColor;
        if (ground !== 'rgba(0, 0, 0, 0)') break;
      }
      return Math.min(...ground.match(/\d+/g)!.map(Number));
    }),
  );
  expect(grounds.length).toBeGreaterThan(5);
  expect(Math.min(...grounds)).toBeGreaterThan(230);
});

test('on paper the dark theme has the colours of the light one', async ({ page }) => {
  await page.goto('/');
  const coloursOn = (theme: string) =>
    page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
      const style = getComputedStyle(document.documentElement);
      const tokens = ['paper', 'ink', 'rule', 'wash', 'positive', 'loss', 'digit-6', 'lane-2'];
      return tokens.map((token) => style.getPropertyValue(`--${token}`));
    }, theme);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    expect(await coloursOn('dark')).not.toEqual(await coloursOn('light'));
    await page.emulateMedia({ media: 'print', colorScheme });
    expect(await coloursOn('dark')).toEqual(await coloursOn('light'));
    expect(await coloursOn('system')).toEqual(await coloursOn('light'));
  }
});

/** Links out, without those that the list of references has. */
const LINKS_OUT = '.article a[href^="http"]:not(.references *)';

/** What paper shows behind links, as it is read. */
const marksBehind = (links: Locator): Promise<string[]> =>
  links.evaluateAll((all) =>
    all.map((link) => {
      const pieces = getComputedStyle(link, '::after').content.match(/"[^"]*"|attr\([^)]*\)/g);
      return (pieces ?? [])
        .map((piece) => piece.replace(/^attr\((.*)\)$/, (_, name) => link.getAttribute(name)!))
        .map((piece) => piece.replaceAll('"', ''))
        .join('');
    }),
  );

test('on paper a link out has a number, and its address is a note at the end', async ({ page }) => {
  await page.goto('/');
  // The last link once more, in the first chapter.
  await page
    .locator(LINKS_OUT)
    .last()
    .evaluate((link) => {
      document.querySelector('.article p')!.append(link.cloneNode(true));
    });
  const links = page.locator(LINKS_OUT);
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  const notes = [...new Set(addresses)];
  const listed = page.locator('.article > section:last-of-type > h3:text-is("Links") + ol > li');
  expect(notes.length).toBe(addresses.length - 1);
  await page.emulateMedia({ media: 'print' });
  await tell(page, 'beforeprint');
  expect(await marksBehind(links)).toEqual(
    addresses.map((address) => `[${notes.indexOf(address) + 1}]`),
  );
  await expect(listed).toHaveText(notes);
  await expect(page.getByRole('heading', { name: 'Links', exact: true })).toBeVisible();
  await tell(page, 'afterprint');
  await expect(listed).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('on paper the address of a link out stands behind it', async ({ page }) => {
    await page.goto('/');
    await page.emulateMedia({ media: 'print' });
    const licence = page.locator(LINKS_OUT).last();
    expect(await marksBehind(licence)).toEqual([` (${await licence.getAttribute('href')})`]);
  });
});

test('on paper nobody is told to point at anything', async ({ page }) => {
  await openLab(page);
  await fold(page, 'Distances').click();
  await expect(figureOn(page, 'TrainingLab').getByText('Point at a cell')).toBeVisible();
  await bringIntoView(figureOn(page, 'UnseenMap'));
  await tell(page, 'beforeprint');
  const told = page.getByText(/point at|mouse|pointer/i).filter({ visible: true });
  await expect(told).not.toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(told).toHaveText([]);
  await expect(figureOn(page, 'TrainingLab').getByText('A recorded run')).toBeVisible();
});
