import { useEffect } from 'preact/hooks';

/** What goes on by itself, until it is paused or forgotten. */
interface Running {
  pause(): void;
  clear(): void;
}

/** Pauses a run while the page is out of sight, and ends it with its figure. */
export function usePausedUnseen(run: Running): void {
  useEffect(() => {
    const update = () => {
      if (document.hidden) run.pause();
    };
    document.addEventListener('visibilitychange', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
      run.clear();
    };
  }, []);
}
