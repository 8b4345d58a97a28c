import { useComputed } from '@preact/signals';
import { namesOf } from './definition.ts';
import type { RaceControl } from './race.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** What is being waited for, how the race is computed, and what went wrong. */
export function RaceNotices({ race }: { readonly race: RaceControl }) {
  const { status, download, workers, backend, failure, fallbacks, lanes, raced, isCurrent } = race;
  const lines = useComputed(() => {
    const sentences: string[] = [];
    if (status.value === 'loading') {
      const { receivedBytes, totalBytes } = download.value ?? {};
      sentences.push(
        receivedBytes === undefined
          ? 'Getting the networks ready'
          : `Fetching 10,000 digits: ${megabytes(receivedBytes)}${totalBytes ? ` of ${megabytes(totalBytes)}` : ''} MB`,
      );
    } else if (lanes.value.length > 0) {
      sentences.push(
        workers.value > 1
          ? `Computed by ${backend.value}, one worker for each lane. After every ten steps they wait for each other.`
          : `Computed by ${backend.value}, in one worker that takes a step of each lane in turn: this device has too few cores for one each. The race is as fair, and slower.`,
      );
    }
    if (fallbacks.value.length > 0)
      sentences.push(`Not every way of computing worked: ${fallbacks.value.join(', ')}.`);
    lanes.value.forEach(({ diverged }, index) => {
      if (diverged && raced.value)
        sentences.push(
          `${namesOf(raced.value)[index]} has diverged: ${diverged}. Its curves are kept; a smaller learning rate helps.`,
        );
    });
    if (failure.value) {
      const reason = failure.value.reason.replace(/\.$/, '');
      sentences.push(`${reason}. The curves so far are kept; Run begins the same race again.`);
    } else if (raced.value && !isCurrent.value)
      sentences.push('The settings have changed: Run begins a new race with them.');
    return sentences;
  });
  return (
    <div class="race-notices" role="status">
      {useComputed(() => lines.value.map((line) => <p key={line}>{line}</p>))}
    </div>
  );
}
