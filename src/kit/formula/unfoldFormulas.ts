/** Makes elements of the formulas that came as text (`data-folded`), in place of their outlines. */
export function unfoldFormulas(figure: Element): void {
  for (const folded of figure.querySelectorAll('script[data-folded]'))
    folded.parentElement!.innerHTML = folded.textContent;
}
