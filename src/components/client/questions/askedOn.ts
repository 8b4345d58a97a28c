import type { Asked } from './judge.ts';

export const replyItems = (question: HTMLElement): HTMLElement[] => [
  ...question.querySelectorAll<HTMLElement>('[data-reply]'),
];

/** What a question asks, as the page has it. */
export const askedOn = (question: HTMLElement): Asked => ({
  kind: question.dataset['kind'] ?? '',
  tolerance: Number(question.dataset['tolerance'] ?? 0),
  known: replyItems(question).map(({ dataset }) => ({
    is: (dataset['reply'] ?? '').split('|').filter((word) => word !== ''),
    right: dataset['right'] !== undefined,
  })),
});
