/** What unfolds in a figure that scrolls in a frame of its own comes into view there. */

/** The reader's own doing: from then on nothing is moved for them. */
const OWN_DOING = ['pointerdown', 'wheel', 'keydown'] as const;

export function showUnfolded(): void {
  // The event does not bubble, and is caught on its way down.
  document.addEventListener('toggle', ({ target }) => follow(target), { capture: true });
}

/** Its parts may have to be fetched first: it is followed as it grows. */
function follow(target: EventTarget | null): void {
  if (!(target instanceof HTMLDetailsElement) || !target.open) return;
  const frame = target.closest('.figure-frame');
  if (!frame || frame.scrollHeight <= frame.clientHeight) return;
  const growth = new ResizeObserver(() =>
    target.scrollIntoView({ block: 'nearest', behavior: 'instant' }),
  );
  growth.observe(target);
  const leave = new AbortController();
  const stop = () => {
    growth.disconnect();
    leave.abort();
  };
  for (const doing of OWN_DOING)
    addEventListener(doing, stop, { signal: leave.signal, passive: true });
}
