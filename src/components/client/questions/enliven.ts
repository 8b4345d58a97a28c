/** Makes the questions of a section, or the overview of all of them, answer to the reader. */
import { createAnswers, deviceStorage } from './answers.ts';
import { showOverview } from './overview.ts';
import { answerQuestion } from './question.ts';

const answers = createAnswers(deviceStorage());

export function enliven(block: HTMLElement): void {
  if (block.dataset['understanding'] !== undefined) showOverview(block, answers);
  for (const question of block.querySelectorAll<HTMLElement>('[data-question]'))
    answerQuestion(question, answers);
  block.dataset['ready'] = 'true';
}
