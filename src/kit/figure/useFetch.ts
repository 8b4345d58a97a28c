import { useEffect } from 'preact/hooks';
import type { FigureHandle } from './useFigure.ts';

type Told = Pick<FigureHandle<object>, 'problems' | 'retry'>;

/** Tells of what a figure could not fetch, in a sentence, and offers another try beside it. */
export function offerRetry({ problems, retry }: Told, problem: string, again: () => void): void {
  problems.value = [problem, ...problems.value];
  retry.value = () => {
    retry.value = undefined;
    problems.value = [];
    again();
  };
}

/** Fetches what a figure brings along as soon as it is alive, and where that fails once more when asked. */
export function useFetch<T>(
  figure: Told,
  load: () => Promise<T>,
  take: (fetched: T) => void,
): void {
  useEffect(() => {
    const fetch = () => {
      load().then(take, (error: Error) => offerRetry(figure, error.message, fetch));
    };
    fetch();
  }, []);
}
