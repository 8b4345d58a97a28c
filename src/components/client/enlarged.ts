import { ENLARGE, TASK } from '#kit/figure/enlargedLink.ts';
import { parametersOf, withoutTail } from '#kit/figure/mendLink.ts';
import { tell } from './tell.ts';

/**
 * Lets a figure fill the window where the link asks for it. The page scrolls to it first, so that it is
 * hydrated, and is where the reader then leaves to.
 */
export async function openEnlarged(): Promise<void> {
  const asked = parametersOf(location.search);
  const name = asked.get(ENLARGE);
  if (name === null) return;
  const { enlarge } = await import('#kit/figure/enlarge.ts');
  const figure = document.querySelector<HTMLElement>(
    `[data-figure="${CSS.escape(withoutTail(name))}"]`,
  );
  if (!figure) {
    tell(`The link asks to enlarge “${name}”, and there is no figure of that name.`);
    return;
  }
  figure.scrollIntoView({ behavior: 'instant' });
  enlarge(figure, asked.get(TASK) ?? '');
}
