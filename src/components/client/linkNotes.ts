/** On paper a link cannot be followed: its address stands at the article's end. */

/** In the list of references, which names its own, they stand in a span. print.css has the same links. */
const LINKS_OUT = ':not(span) > a[href^="http"]';

/** Numbers the links out, one number an address, and lists what they lead to. Returns the way back. */
export function noteLinks(): () => void {
  const addresses = new Set<string>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS_OUT))
    link.dataset['note'] = `${[...addresses.add(link.href)].indexOf(link.href) + 1}`;
  const notes = document.createElement('section');
  notes.innerHTML = '<h3>Links</h3><ol></ol>';
  for (const address of addresses)
    notes.lastChild!.appendChild(document.createElement('li')).textContent = address;
  document.querySelector('article')?.append(notes);
  return () => notes.remove();
}
