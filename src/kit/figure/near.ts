/** `client:near`: an island comes to life near the window, once the page has been painted as it came. */
import type { ClientDirective } from 'astro';
import { whenNear } from '../motion/whenSeen.ts';
import { unrestoreControls } from './restoredControls.ts';

/** The words come first: a script that is fetched before them shares a narrow line with them. */
const painted = new Promise<void>((resolve) => {
  if ('painted' in document.documentElement.dataset) resolve();
  else addEventListener('painted', () => resolve(), { once: true });
});

const near: ClientDirective = async (load, _options, island) => {
  await painted;
  // The island itself has no box.
  whenNear(island.children, async () => {
    const hydrate = await load();
    unrestoreControls(island);
    await hydrate();
  });
};

export default near;
