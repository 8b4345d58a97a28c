import { whenNear } from '#kit/motion/whenSeen.ts';

/** The questions come alive when they come near: until then they are text. */
export function connectQuestions(): void {
  const blocks = document.querySelectorAll<HTMLElement>('[data-questions], [data-understanding]');
  for (const block of blocks)
    whenNear([block], () => {
      void import('./questions/enliven.ts').then(({ enliven }) => enliven(block));
    });
}
