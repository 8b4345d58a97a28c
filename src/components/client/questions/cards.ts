import { toCsv } from '#kit/files/csv.ts';
import { replyItems } from './askedOn.ts';
import { plainText } from './plainText.ts';

/** Front, back, section. */
type Card = readonly [string, string, string];

const textOf = (part: Element | null | undefined) => (part ? plainText(part) : '');

/** A question as a card: what is asked with its choices, and the right answer with its reason. */
function cardOf(question: HTMLElement, section: string): Card {
  const choices = [...question.querySelectorAll('[data-choice]')].map(
    (choice) => `(${(choice as HTMLElement).dataset['choice']}) ${plainText(choice)}`,
  );
  const right = replyItems(question).find(({ dataset }) => dataset['right'] !== undefined);
  const front = [textOf(question.querySelector('.question-ask')), ...choices];
  const back = [
    textOf(right?.querySelector('[data-shown]')),
    textOf(right?.querySelector('[data-why]')),
  ];
  return [front.join('\n'), back.join('\n'), section];
}

/** The cards as Anki imports them: its directives come first, the last names the columns. */
export const cardTable = (cards: readonly Card[]): string =>
  `#separator:Comma\n#html:false\n#columns:${toCsv(['Front', 'Back', 'Section'], cards)}`;

/** All questions of the page, in its order. */
export const cardsOfPage = (sectionTitle: (section: string) => string): Card[] =>
  [...document.querySelectorAll<HTMLElement>('[data-questions]')].flatMap((block) =>
    [...block.querySelectorAll<HTMLElement>('[data-question]')].map((question) =>
      cardOf(question, sectionTitle(block.dataset['questions'] ?? '')),
    ),
  );
