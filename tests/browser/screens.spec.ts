/** A page that is zoomed while it is read. */
import { expect, type Page, test } from '@playwright/test';
import { openFigure } from './figureDriver.ts';

const WINDOW = { width: 1280, height: 900 };

test.use({ viewport: WINDOW });

/** As a browser zooms: a pixel of the layout has more of the screen's, and fewer of them fit. */
async function zoom(page: Page, factor: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(WINDOW.width / factor),
    height: Math.round(WINDOW.height / factor),
    deviceScaleFactor: factor,
    mobile: false,
  });
}

for (const [name, clouds] of [
  ['Overture', '.drift > canvas'],
  ['NeedleEye', '.eye-cloud canvas'],
  ['TwoViews', '.view-cloud canvas'],
] as const)
  test(`the clouds of ${name} are drawn anew in the screen’s pixels where the page is zoomed`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const figure = await openFigure(page, name);
    const canvases = figure.locator(clouds);
    /** Pixels of each for a pixel of the page's layout. */
    const sharpness = () =>
      canvases.evaluateAll((all) =>
        all.map((canvas) => {
          const { width, clientWidth } = canvas as HTMLCanvasElement;
          return Math.round((10 * width) / clientWidth) / 10;
        }),
      );
    const each = (value: number) => Array.from({ length: count }, () => value);
    const count = await canvases.count();
    expect(count).toBeGreaterThan(0);
    await expect.poll(sharpness).toEqual(each(1));
    for (const scale of [2, 1.5, 1]) {
      await zoom(page, scale);
      await expect.poll(sharpness).toEqual(each(scale));
    }
  });
