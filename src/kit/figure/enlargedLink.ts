/** How an address asks for a figure that fills the window: `?enlarge=TripletForces&task=Find+one`. */
export const ENLARGE = 'enlarge';
export const TASK = 'task';

/** Writes into an address that the figure of a frame fills the window, and with which task. */
export function writeEnlarged(address: string, frame: Element): string {
  const url = new URL(address);
  url.searchParams.set(
    ENLARGE,
    frame.querySelector<HTMLElement>('[data-figure]')!.dataset['figure']!,
  );
  const task = frame.querySelector('textarea')?.value.trim();
  if (task) url.searchParams.set(TASK, task);
  return url.href;
}
