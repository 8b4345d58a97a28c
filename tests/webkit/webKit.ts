/** WebKitGTK under WebDriver: Safari's engine, in the browser that Debian's driver brings. */
import { Builder, By, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { expect, inject } from 'vitest';

/** Real training, on as few cores as there are and whatever else they do. */
const PATIENCE_MILLISECONDS = 240_000;

export async function openWebKit(): Promise<WebDriver> {
  const driver = await new Builder()
    .usingServer(inject('driverUrl'))
    .withCapabilities({ browserName: 'MiniBrowser' })
    .build();
  await driver.manage().setTimeouts({ script: PATIENCE_MILLISECONDS });
  return driver;
}

/** Waits until what is read passes the check; a failure tells what it was instead. */
export const until = <T>(read: () => Promise<T>, isThere: (value: T) => boolean) =>
  expect.poll(read, { timeout: PATIENCE_MILLISECONDS, interval: 100 }).toSatisfy(isThere);

/** A figure of the article, hydrated, in view. */
export async function openFigure(
  driver: WebDriver,
  name: string,
  settings: Readonly<Record<string, string | number>> = {},
): Promise<WebElement> {
  const query = Object.entries(settings).map(([key, value]) => `${name}.${key}=${value}`);
  await driver.get(`${inject('siteUrl')}/?${query.join('&')}#${name}`);
  const figure = await driver.findElement(By.css(`[data-figure="${name}"]`));
  await driver.executeScript('arguments[0].scrollIntoView()', figure);
  await until(
    () => figure.getAttribute('data-ready'),
    (ready) => ready === 'true',
  );
  return figure;
}

const named = (name: string) => By.xpath(`.//button[normalize-space()="${name}"]`);

/** By the keyboard: a pointer could miss what is still being laid out. */
export const press = async (figure: WebElement, name: string) =>
  figure.findElement(named(name)).sendKeys(Key.ENTER);

/** Waits until a button of this name is there to be pressed. */
export const untilButton = (figure: WebElement, name: string) =>
  until(
    async () => (await figure.findElements(named(name))).length,
    (count) => count > 0,
  );

/** A quantity; where it is shown twice, live beside recorded, the live one. */
export async function numberOf(figure: WebElement, quantity: string): Promise<number> {
  const shown = await figure.findElements(By.css(`[data-quantity="${quantity}"]`));
  return Number(await shown.at(-1)!.getAttribute('data-value'));
}

/** The cells of the table that a button saves, line by line, without its header. */
export async function savedTable(
  driver: WebDriver,
  figure: WebElement,
  name: string,
): Promise<string[][]> {
  const text: string = await driver.executeAsyncScript(
    `const [button, done] = arguments;
     const { createObjectURL } = URL;
     URL.createObjectURL = (file) => {
       URL.createObjectURL = createObjectURL;
       file.text().then(done);
       return createObjectURL.call(URL, file);
     };
     button.click();`,
    await figure.findElement(named(name)),
  );
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => line.split(','));
}
