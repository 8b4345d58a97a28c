/** On paper a link cannot be followed: behind it stands a number, and its address at the article's end. */

/** The list of references names its own; print.css has the same links, for pages without scripts. */
const LINKS_OUT = ':is(p, li, td, dd):not(.references *) > a[href^="http"]';

const made = (name: string, text: string) =>
  Object.assign(document.createElement(name), { textContent: text });

/** Numbers the links out, one number an address, and lists what they lead to. Returns the way back. */
export function noteLinks(): () => void {
  const addresses = new Set<string>();
  const marks = [...document.querySelectorAll<HTMLAnchorElement>(LINKS_OUT)].map((link) => {
    addresses.add(link.href);
    // In brackets, as a link may end in a number.
    const mark = made('sup', `[${[...addresses].indexOf(link.href) + 1}]`);
    link.after(mark);
    return mark;
  });
  const notes = document.createElement('div');
  notes.className = 'link-notes';
  const list = document.createElement('ol');
  list.append(...[...addresses].map((address) => made('li', address)));
  notes.append(made('h3', 'Links'), list);
  if (marks.length > 0) document.querySelector('.article > section:last-of-type')?.append(notes);
  return () => {
    for (const part of [...marks, notes]) part.remove();
  };
}
