import { NEAR } from '#kit/figure/nearness.ts';

/** The questions come alive when they come near: until then they are text. */
export function connectQuestions(): void {
  const view = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        view.unobserve(target);
        void import('./questions/enliven.ts').then(({ enliven }) => enliven(target));
      }
    },
    { rootMargin: NEAR },
  );
  for (const block of document.querySelectorAll('[data-questions], [data-understanding]'))
    view.observe(block);
}
