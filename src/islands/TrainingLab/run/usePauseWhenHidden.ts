import { useEffect } from 'preact/hooks';
import type { Lab } from './lab.ts';

/** A hidden tab trains on nothing: the run pauses with it and goes on when it is back. */
export function usePauseWhenHidden(lab: Lab): void {
  useEffect(() => {
    const update = () => (document.hidden ? lab.hide() : lab.show());
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
}
