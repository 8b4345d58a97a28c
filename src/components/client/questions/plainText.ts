/** An element's text on one line, its formulas as TeX in the brackets that flash cards typeset. */
export function plainText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const formula of copy.querySelectorAll<HTMLElement>('[data-tex]'))
    formula.replaceWith(`\\(${formula.dataset['tex'] ?? ''}\\)`);
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
