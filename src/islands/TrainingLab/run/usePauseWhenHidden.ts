import { useEffect } from 'preact/hooks';
import type { Lab } from './lab.ts';

/** A hidden tab trains on nothing: the run pauses with it and goes on when it is back. */
export function usePauseWhenHidden(lab: Lab): void {
  useEffect(() => {
    let resumes = false;
    const update = () => {
      if (document.hidden) {
        resumes = lab.status.value === 'running';
        if (resumes) lab.pause();
      } else if (resumes) {
        resumes = false;
        lab.run();
      }
    };
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
}
