/** A figure that fills the window, for a projector: larger text, a task above it, Escape leaves. */

/** Longer is no task, and would push the figure out of the window. */
const LONGEST_TASK = 200;

/** The figure's frame fills the window until Escape, or the button, is pressed. */
export function enlarge(figure: HTMLElement, task = ''): void {
  const frame = figure.closest<HTMLElement>('.figure-frame');
  const place = frame?.parentElement;
  if (!frame || !place || frame.matches(':popover-open')) return;
  const before = document.activeElement;
  const head = headOf(task, () => leave());
  // The page behind keeps its length, and the place where the reader was.
  place.style.minHeight = `${place.offsetHeight}px`;
  document.documentElement.style.overflow = 'hidden';
  frame.prepend(head);
  frame.popover = 'manual';
  frame.showPopover();
  frame.scrollTop = 0;
  head.querySelector('button')!.focus();

  const listening = new AbortController();
  const { signal } = listening;
  const leave = () => {
    listening.abort();
    head.remove();
    frame.hidePopover();
    frame.removeAttribute('popover');
    place.style.minHeight = '';
    document.documentElement.style.overflow = '';
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  document.addEventListener(
    'keydown',
    (event) => {
      // An open menu closes first.
      if (event.key !== 'Escape' || frame.querySelector(':popover-open')) return;
      event.stopPropagation();
      leave();
    },
    { capture: true, signal },
  );
  // What is behind the figure is out of sight: the focus stays with what is seen.
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Node && !frame.contains(target)) head.querySelector('button')!.focus();
    },
    { signal },
  );
}

/** What stands above the figure: the task, to be read or written, and the way back. */
function headOf(task: string, leave: () => void): HTMLElement {
  const head = document.createElement('div');
  head.className = 'enlarged-head';
  const words = document.createElement('textarea');
  words.rows = 1;
  words.maxLength = LONGEST_TASK;
  words.value = task.slice(0, LONGEST_TASK);
  words.placeholder = 'A task, if you like: a link that is copied now carries it';
  words.ariaLabel = 'Task for this figure';
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = 'Back to the article';
  back.addEventListener('click', leave);
  head.append(words, back);
  return head;
}
