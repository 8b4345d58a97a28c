import { meantPlace } from '#kit/figure/mendLink.ts';
import { tell } from './tell.ts';

/** Goes where a damaged link meant to lead, or says that there is no such place. */
export function followMeantPlace(): void {
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')].map(({ id }) => id);
  const { place, problem } = meantPlace(location, {
    hasPlace: (id) => id === 'top' || document.getElementById(id) !== null,
    figures,
  });
  // In the place of the damaged address: Back does not return to it.
  if (place !== undefined) location.replace(`#${place}`);
  if (problem !== undefined) tell(problem);
}
