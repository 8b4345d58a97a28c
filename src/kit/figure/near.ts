/** `client:near`: an island comes to life near the window, once the page has been painted as it came. */
import type { ClientDirective } from 'astro';
import { NEAR } from './nearness.ts';

/** The words come first: a script that is fetched before them shares a narrow line with them. */
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

const near: ClientDirective = async (load, _options, island) => {
  await painted();
  const view = new IntersectionObserver(
    async (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      view.disconnect();
      const hydrate = await load();
      await hydrate();
    },
    { rootMargin: NEAR },
  );
  // The island itself has no box.
  for (const child of island.children) view.observe(child);
};

export default near;
