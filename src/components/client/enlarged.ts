/** A link may open a figure so that it fills the window. */

/** Scrolls to the figure first, so that it is hydrated, and is where the reader then leaves to. */
export async function openEnlarged(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  if (!asked.has('enlarge')) return;
  const { ENLARGE, TASK, enlarge } = await import('#kit/figure/enlarge.ts');
  const name = asked.get(ENLARGE)!;
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
