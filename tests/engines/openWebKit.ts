import { Builder, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { inject } from 'vitest';
import { between, HEIGHT, MOVES, type Place, type Tab, WIDE } from './tab.ts';

const KEYS = {
  Enter: Key.ENTER,
  ArrowUp: Key.ARROW_UP,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
} as const;

/** By the actions of WebDriver, which take whole pixels. */
async function drag(driver: WebDriver, from: Place, to: Place): Promise<void> {
  const at = (move: number) => {
    const { x, y } = between(from, to, move);
    return { x: Math.round(x), y: Math.round(y), duration: 0, origin: Origin.VIEWPORT };
  };
  const actions = driver.actions({ async: true }).move(at(0)).press();
  for (let move = 1; move <= MOVES; move++) actions.move(at(move));
  await actions.release().perform();
}

/** The page itself is so large, whatever the window adds to it, or as small as the browser lets it be. */
async function resize(driver: WebDriver, width: number): Promise<void> {
  const window = driver.manage().window();
  await window.setRect({ width, height: HEIGHT });
  const missing: number = await driver.executeScript('return arguments[0] - innerWidth', width);
  if (missing !== 0) await window.setRect({ width: width + missing, height: HEIGHT });
}

const cannot = (what: string): never => {
  throw new Error(`WebKit’s driver cannot ${what}.`);
};

/** WebKitGTK under WebDriver: Safari's engine, in the browser that Debian's driver brings. */
export async function openWebKit(): Promise<Tab> {
  const driver = await new Builder()
    .usingServer(inject('webkitUrl')!)
    .withCapabilities({ browserName: 'MiniBrowser' })
    .build();
  await driver.manage().setTimeouts({ script: inject('patience') });
  return {
    open: async (url, width = WIDE) => {
      await resize(driver, width);
      // An address that differs after its # alone would open nothing anew.
      await driver.get('about:blank');
      await driver.get(url);
    },
    run: async (inPage, ...args) => {
      const { value, error } = await driver.executeAsyncScript<{ value?: never; error?: string }>(
        `const tell = arguments[arguments.length - 1];
         (async () => (${inPage})(...arguments[0]))().then(
           (value) => tell({ value }),
           (error) => tell({ error: String(error) }),
         );`,
        args,
      );
      if (error !== undefined) throw new Error(error);
      return value!;
    },
    drag: (from, to) => drag(driver, from, to),
    swipe: () => cannot('touch'),
    press: async (key) => (await driver.switchTo().activeElement()).sendKeys(KEYS[key]),
    print: () => cannot('print'),
    close: () => driver.quit(),
  };
}
