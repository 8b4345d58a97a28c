/**
 * Throttles what a figure says to a screen reader: the latest text, at most once per interval.
 * `say` receives it; a text that has been said last is not said again.
 */
export function createAnnouncer(say: (text: string) => void, interval = 1000) {
  let latest = '';
  let said = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
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
    announce(text: string): void {
      latest = text;
      timer ??= setTimeout(speak, interval);
    },
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
