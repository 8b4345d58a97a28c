import { type KeyInput, launch, type Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { between, HEIGHT, MOVES, type Place, type Tab, WIDE } from './tab.ts';

async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: MOVES });
  await page.mouse.up();
}

async function swipe(page: Page, from: Place, to: Place): Promise<void> {
  const touch = await page.touchscreen.touchStart(from.x, from.y);
  for (let move = 1; move <= MOVES; move++) {
    const { x, y } = between(from, to, move);
    await touch.move(x, y);
  }
  await touch.end();
}

/** Chromium by its own protocol, Firefox by WebDriver BiDi. */
async function openPuppeteer(
  browserName: 'chrome' | 'firefox',
  executablePath: string,
): Promise<Tab> {
  const browser = await launch({
    browser: browserName,
    executablePath,
    args: browserName === 'chrome' ? ['--no-sandbox', '--font-render-hinting=none'] : [],
    // What is waited for comes in its own time on a busy machine.
    protocolTimeout: inject('patience'),
    timeout: inject('patience'),
  });
  let page = await browser.newPage();
  return {
    // Each visit in a tab of its own: what the last one left at work goes with it.
    open: async (url, width = WIDE) => {
      const fresh = await browser.newPage();
      await page.close();
      page = fresh;
      await page.setViewport({ width, height: HEIGHT });
      await page.goto(url, { timeout: inject('patience') });
    },
    // Puppeteer types what is carried over more strictly than JSON needs.
    run: <A extends readonly unknown[], T>(inPage: (...args: A) => T | Promise<T>, ...args: A) =>
      page.evaluate<unknown[], () => Promise<T>>(inPage as never, ...(args as unknown as [])),
    drag: (from, to) => drag(page, from, to),
    swipe: (from, to) => swipe(page, from, to),
    press: (key) => page.keyboard.press(key satisfies KeyInput),
    print: () => page.pdf({ timeout: inject('patience') }),
    close: () => browser.close(),
  };
}

export const openChromium = () => openPuppeteer('chrome', inject('executables').chromium!);
export const openFirefox = () => openPuppeteer('firefox', inject('executables').firefox!);
