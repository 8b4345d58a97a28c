import type { Answers } from './answers.ts';
import { askedOn, replyItems } from './askedOn.ts';
import { type Asked, judge } from './judge.ts';
import { isRight, STANDINGS, standingOf } from './standing.ts';

/**
 * Lets a question be answered: by a choice, or by a number or a word. Every answer has its reply;
 * after a wrong one there is another try, and the answers may be looked up. What was answered once
 * is shown again, and what is answered after the right answer is replied to and not kept.
 */
export function answerQuestion(question: HTMLElement, answers: Answers): void {
  const id = question.dataset['question'] ?? '';
  const asked = askedOn(question);
  const form = bringForm(question);
  const input = form?.querySelector('input');
  /** What is replied to: the last answer, kept or not. */
  let shown: string | undefined;
  let lookOf: string | undefined;

  const answer = (given: string) => {
    const judgement = judge(asked, given);
    if ('problem' in judgement) return showProblem(question, judgement.problem);
    shown = given;
    const standing = standingOf(asked, answers.given(id));
    if (standing === 'open' || standing === 'tried') answers.add(id, given);
    else show();
  };
  const show = () => {
    const given = answers.given(id);
    if (given.length === 0) shown = undefined;
    else shown ??= given.at(-1);
    // A reply that stays is not to be spoken again whenever another question is answered.
    const look = JSON.stringify([given, shown]);
    if (look === lookOf) return;
    lookOf = look;
    showStanding(question, standingOf(asked, given));
    showReply(question, asked, shown);
    showChosen(question, asked, { given, shown });
    if (input && shown === undefined) input.value = '';
    else if (input && input.value === '') input.value = shown ?? '';
  };

  for (const choice of question.querySelectorAll<HTMLButtonElement>('[data-choice]')) {
    choice.disabled = false;
    choice.addEventListener('click', () => answer(choice.dataset['choice'] ?? ''));
  }
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(input?.value ?? '');
  });
  answers.watch(show);
}

/**
 * What is typed into waits in a template: browsers lay out a whole chapter to see what they might fill
 * in there, however far it is from the window.
 */
function bringForm(question: HTMLElement): HTMLFormElement | undefined {
  const kept = question.querySelector<HTMLTemplateElement>('template[data-question-form]');
  kept?.replaceWith(kept.content);
  return question.querySelector<HTMLFormElement>('.question-form') ?? undefined;
}

function showStanding(question: HTMLElement, standing: keyof typeof STANDINGS): void {
  question.dataset['standing'] = standing;
  const words = question.querySelector('[data-question-state]');
  if (words) words.textContent = standing === 'open' ? '' : STANDINGS[standing];
}

const replyOn = (question: HTMLElement) =>
  question.querySelector<HTMLElement>('[data-question-reply]');

function showProblem(question: HTMLElement, problem: string): void {
  replyOn(question)?.replaceChildren(problem);
}

/** The reply is the one that stands under the answers, for whoever reads without scripts. */
function showReply(question: HTMLElement, asked: Asked, answer: string | undefined): void {
  const judgement = answer === undefined ? undefined : judge(asked, answer);
  const reply: Node[] = [];
  if (judgement && 'reply' in judgement) {
    const word = document.createElement('b');
    word.textContent = judgement.right ? 'Right. ' : 'Not this. ';
    const why = replyItems(question)[judgement.reply]?.querySelector('[data-why]');
    reply.push(word, ...(why?.cloneNode(true).childNodes ?? []));
  }
  replyOn(question)?.replaceChildren(...reply);
}

interface Answered {
  readonly given: readonly string[];
  readonly shown: string | undefined;
}

function showChosen(question: HTMLElement, asked: Asked, { given, shown }: Answered): void {
  for (const choice of question.querySelectorAll<HTMLElement>('[data-choice]')) {
    const letter = choice.dataset['choice'] ?? '';
    choice.ariaPressed = String(letter === shown);
    if (letter !== shown && !given.includes(letter)) delete choice.dataset['verdict'];
    else choice.dataset['verdict'] = isRight(judge(asked, letter)) ? 'right' : 'wrong';
  }
}
