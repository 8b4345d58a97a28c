/**
 * A figure whose script does not come stays a picture: it says so, and offers another try. Astro tells
 * of it by an event on the element that it would have brought to life.
 */
const WORDS =
  'This figure could not be loaded, and stays as it is drawn. Check the connection; where the page is no longer the newest, load it again. ';

export function offerAnotherTry(): void {
  document.addEventListener('astro:hydration-error', ({ target }) => {
    if (target instanceof HTMLElement) tellBefore(target);
  });
}

function tellBefore(island: HTMLElement): void {
  const notice = document.createElement('p');
  notice.className = 'problems';
  notice.role = 'status';
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = 'Try again';
  again.addEventListener('click', () => {
    // What is put into the page anew begins from the start.
    notice.replaceWith(island);
  });
  notice.append(WORDS, again);
  island.before(notice);
}
