/** Follows the reader: marks the current section in the contents, and draws the progress line. */

/** The share of the window's height, from the top, at which a section counts as being read. */
const READING_LINE = 0.3;

export function followReading(): void {
  const progress = document.querySelector<HTMLElement>('[data-progress]');
  const chapterName = document.querySelector<HTMLElement>('[data-current-chapter]');
  const links = document.querySelectorAll<HTMLAnchorElement>('.contents-list a');
  const chapters = [...document.querySelectorAll<HTMLElement>('.article > section[id]')];

  const update = () => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    const line = clientHeight * READING_LINE;
    const atEnd = scrollTop + clientHeight >= scrollHeight - 2;
    const chapter = atEnd ? chapters.at(-1) : lastAbove(chapters, line);
    const current =
      (chapter && lastAbove(subheadingsOf(chapter), atEnd ? Infinity : line)) ?? chapter;
    for (const link of links) {
      const isCurrent = link.hash === `#${current?.id}`;
      if (isCurrent && !link.ariaCurrent) {
        link.ariaCurrent = 'true';
        showInList(link);
      } else if (!isCurrent) link.ariaCurrent = null;
    }
    const title = chapter?.querySelector('h2')?.textContent ?? '';
    if (chapterName && chapterName.textContent !== title) chapterName.textContent = title;
    if (progress) {
      const share = scrollTop / Math.max(1, scrollHeight - clientHeight);
      progress.style.transform = `scaleX(${share})`;
    }
  };

  let isScheduled = false;
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      update();
    });
  };
  addEventListener('scroll', schedule, { passive: true });
  addEventListener('resize', schedule, { passive: true });
  update();
}

const subheadingsOf = (chapter: HTMLElement) => [
  ...chapter.querySelectorAll<HTMLElement>('h3[id]'),
];

/** Only what is asked for is measured: a chapter far from the window is not even laid out. */
const lastAbove = (places: readonly HTMLElement[], line: number) =>
  places.findLast((place) => place.getBoundingClientRect().top <= line);

/** Contents in the margin that are longer than the window follow the reader. */
function showInList(link: HTMLAnchorElement): void {
  const list = link.closest('.contents-margin');
  if (!list) return;
  const { scrollTop, clientHeight } = list;
  if (link.offsetTop < scrollTop || link.offsetTop > scrollTop + clientHeight - link.offsetHeight)
    list.scrollTop = link.offsetTop - clientHeight / 2;
}

/** The contents on a narrow screen close when a place in them is chosen, on Escape and on a press elsewhere. */
export function closeContentsOnChoice(): void {
  const contents = document.querySelector<HTMLDetailsElement>('[data-contents]');
  if (!contents) return;
  contents.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) contents.open = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !contents.contains(target)) contents.open = false;
  });
  contents.addEventListener('toggle', () => {
    contents.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  });
  contents.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !contents.open) return;
    contents.open = false;
    contents.querySelector('summary')?.focus();
  });
}
