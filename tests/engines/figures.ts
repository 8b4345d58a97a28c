/** How the journeys take a figure into their hands, in any engine. */
import { expect, inject } from 'vitest';
import type { Place, Tab } from './tab.ts';

/** Waits until what is read passes the check; a failure tells what it was instead. */
export const until = <T>(read: () => Promise<T>, isThere: (value: T) => boolean) =>
  expect.poll(read, { timeout: inject('patience'), interval: 100 }).toSatisfy(isThere);

const inFigure = (figure: string, selector: string) => `[data-figure="${figure}"] ${selector}`;

/** Has a figure hydrate, its drawing or another part of it in the middle of the window. */
export async function bringIntoView(tab: Tab, figure: string, part = '.plane'): Promise<void> {
  const show = (selector: string) =>
    tab.run((wanted) => {
      document
        .querySelector(wanted)
        ?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    }, selector);
  await show(`[data-figure="${figure}"]`);
  await until(
    () =>
      tab.run(
        (name) => document.querySelector<HTMLElement>(`[data-figure="${name}"]`)?.dataset['ready'],
        figure,
      ),
    (ready) => ready === 'true',
  );
  await show(inFigure(figure, part));
}

/** A figure of the article opened anew, hydrated and in view. */
export async function openFigure(
  tab: Tab,
  figure: string,
  settings: Readonly<Record<string, string | number>> = {},
  width?: number,
): Promise<void> {
  const query = Object.entries(settings).map(([key, value]) => `${figure}.${key}=${value}`);
  await tab.open(`${inject('siteUrl')}/?${query.join('&')}#${figure}`, width);
  await bringIntoView(tab, figure);
}

/** The middle of a part, on the screen. */
export const placeOf = (tab: Tab, figure: string, part: string): Promise<Place> =>
  tab.run(
    (selector) => {
      const box = document.querySelector(selector)!.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    inFigure(figure, part),
  );

/** An attribute, or a form control's value. */
export const attributeOf = (tab: Tab, figure: string, part: string, name: string) =>
  tab.run(
    (selector, attribute) => {
      const element = [...document.querySelectorAll<HTMLInputElement>(selector)].at(-1);
      return attribute === 'value' ? element?.value : element?.getAttribute(attribute);
    },
    inFigure(figure, part),
    name,
  );

export const focus = (tab: Tab, figure: string, part: string): Promise<void> =>
  tab.run(
    (selector) => document.querySelector<HTMLElement>(selector)!.focus(),
    inFigure(figure, part),
  );

/** A quantity; where it is shown twice, live beside recorded, the live one. */
export const numberOf = async (tab: Tab, figure: string, quantity: string): Promise<number> =>
  Number(await attributeOf(tab, figure, `[data-quantity="${quantity}"]`, 'data-value'));

/** The text of a part as it is now. */
export const textOf = (tab: Tab, figure: string, part: string): Promise<string> =>
  tab.run(
    (selector) => document.querySelector(selector)?.textContent ?? '',
    inFigure(figure, part),
  );

/** Whether a button of this name is there to be pressed; it may take the focus. */
const findButton = (tab: Tab, figure: string, name: string, takesFocus: boolean) =>
  tab.run(
    (selector, wanted, focused) => {
      const found = [...document.querySelectorAll<HTMLButtonElement>(selector)].find(
        (button) =>
          !button.disabled &&
          button.ariaDisabled !== 'true' &&
          (button.ariaLabel ?? button.textContent.trim()) === wanted,
      );
      if (focused) found?.focus();
      return found !== undefined;
    },
    inFigure(figure, 'button'),
    name,
    takesFocus,
  );

export const untilButton = (tab: Tab, figure: string, name: string) =>
  until(
    () => findButton(tab, figure, name, false),
    (isThere) => isThere,
  );

/** Presses a button by the keyboard: a pointer could miss what is still being laid out. */
export async function press(tab: Tab, figure: string, name: string): Promise<void> {
  await until(
    () => findButton(tab, figure, name, true),
    (isThere) => isThere,
  );
  await tab.press('Enter');
}

/** Opens the menu at the figure's corner, and chooses in it. */
export async function chooseInMenu(tab: Tab, figure: string, name: string): Promise<void> {
  await press(tab, figure, 'Figure menu');
  await press(tab, figure, name);
}

/** The value of a choice, by its label. */
export const chosenIn = (tab: Tab, figure: string, label: string) =>
  tab.run(
    (selector, words) =>
      [...document.querySelectorAll<HTMLSelectElement>(selector)].find((select) =>
        [...select.labels].some(({ textContent }) => textContent.includes(words)),
      )?.value,
    inFigure(figure, 'select'),
    label,
  );

/** Unfolds a part of a figure. */
export const unfold = (tab: Tab, figure: string, summary: string): Promise<void> =>
  tab.run(
    (selector, words) => {
      const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
        element.textContent.includes(words),
      );
      found!.click();
    },
    inFigure(figure, 'summary'),
    summary,
  );

/** The text of the file that is saved by what is done. */
export async function savedBy(tab: Tab, save: () => Promise<void>): Promise<string> {
  await tab.run(() => {
    const { createObjectURL } = URL;
    Object.assign(window, { savedText: undefined });
    URL.createObjectURL = (file: Blob) => {
      URL.createObjectURL = createObjectURL;
      void file.text().then((text) => Object.assign(window, { savedText: text }));
      return createObjectURL.call(URL, file);
    };
  });
  await save();
  const saved = () => tab.run(() => (window as { savedText?: string }).savedText);
  await until(saved, (text) => typeof text === 'string');
  return (await saved())!;
}

/** The cells of a saved table, line by line, without its header. */
export const cellsOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
