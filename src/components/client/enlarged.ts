import { ENLARGE, TASK } from '#kit/figure/enlargedLink.ts';

/**
 * Lets a figure fill the window where the link asks for it. The page scrolls to it first, so that it is
 * hydrated, and is where the reader then leaves to.
 */
export async function openEnlarged(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const name = asked.get(ENLARGE);
  if (name === null) return;
  const { enlarge } = await import('#kit/figure/enlarge.ts');
  const figure = document.querySelector<HTMLElement>(`[data-figure="${CSS.escape(name)}"]`);
  if (!figure) {
    const problem = document.createElement('p');
    problem.role = 'status';
    problem.textContent = `The link asks to enlarge “${name}”, and there is no figure of that name.`;
    document.querySelector('#article')?.prepend(problem);
    return;
  }
  figure.scrollIntoView({ behavior: 'instant' });
  enlarge(figure, asked.get(TASK) ?? '');
}
