/**
 * Throttles what a figure says to a screen reader: the latest text, at most once per interval.
 * `say` receives it; a text that has been said last is not said again.
 */
export function createAnnouncer(say: (text: string) => void, interval = 1000) {
  let latest = '';
  let said = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const speak = () => {
    timer = undefined;
    if (latest !== said) {
      said = latest;
      say(latest);
    }
  };
  return {
    /** Takes a text as said already, such as the one on the page from the start. */
    skip(text: string): void {
      latest = text;
      said = text;
    },
    /** Has a text said within so many milliseconds: what is more urgent does not wait for the rest. */
    announce(text: string, within = interval): void {
      latest = text;
      const wanted = Date.now() + within;
      if (timer !== undefined && due <= wanted) return;
      stop();
      due = wanted;
      timer = setTimeout(speak, within);
    },
    stop,
  };
}
