import { saveFile } from '#kit/files/saveFile.ts';
import type { AllGiven, Answers } from './answers.ts';
import { askedOn } from './askedOn.ts';
import { cardsOfPage, cardTable } from './cards.ts';
import { type Count, countStandings, STANDINGS, standingOf } from './standing.ts';

const CARDS = 'contrastive-learning-cards.csv';

/** Keeps the overview of all answers up to date, and lets them be saved, printed and cleared. */
export function showOverview(overview: HTMLElement, answers: Answers): void {
  const rows = [...overview.querySelectorAll<HTMLElement>('[data-section]')].map(rowOf);
  answers.watch(() =>
    showSum(
      overview,
      rows.map((row) => showRow(row, answers)),
      answers,
    ),
  );
  for (const { link, question } of rows.flatMap(({ questions }) => questions))
    link.addEventListener('click', () => {
      question.open = true;
    });
  onPress(overview, 'cards', () =>
    saveFile(cardTable(cardsOfPage(titleIn(overview))), CARDS, 'text/csv'),
  );
  onPress(overview, 'print', printAlone);
  clearable(overview, answers);
}

const onPress = (overview: HTMLElement, action: string, press: () => void) =>
  overview
    .querySelector<HTMLButtonElement>(`[data-do="${action}"]`)
    ?.addEventListener('click', press);

const titleIn = (overview: HTMLElement) => (section: string) => {
  const row = overview.querySelector<HTMLElement>(`[data-section="${section}"]`);
  return row?.dataset['title'] ?? section;
};

const questionOf = (link: HTMLElement) =>
  document.querySelector<HTMLDetailsElement>(`[data-question="${link.dataset['toQuestion']}"]`);

/** A section's row, and what the page asks in it: the same as long as the page stands. */
function rowOf(row: HTMLElement) {
  const links = [...row.querySelectorAll<HTMLAnchorElement>('[data-to-question]')];
  const questions = links.flatMap((link) => {
    const question = questionOf(link);
    return question ? [{ link, question, asked: askedOn(question) }] : [];
  });
  return { row, questions };
}

/** One section: a mark for each of its questions, and how many there are of each kind. */
function showRow({ row, questions }: ReturnType<typeof rowOf>, answers: Answers): Count {
  const standings = questions.map(({ link, asked }) => {
    const standing = standingOf(asked, answers.given(link.dataset['toQuestion'] ?? ''));
    link.dataset['standing'] = standing;
    link.ariaLabel = `Question ${link.textContent}: ${STANDINGS[standing]}`;
    return standing;
  });
  const count = countStandings(standings);
  for (const name of ['answered', 'atFirst', 'open'] as const) {
    const cell = row.querySelector(`[data-count="${name}"]`);
    if (cell) cell.textContent = String(count[name]);
  }
  return count;
}

function showSum(overview: HTMLElement, counts: readonly Count[], answers: Answers): void {
  const sum = (name: keyof Count) => counts.reduce((total, count) => total + count[name], 0);
  const [answered, atFirst, open] = [sum('answered'), sum('atFirst'), sum('open')];
  const words = overview.querySelector('[data-sum]');
  if (!words) return;
  const kept = answers.areKept()
    ? 'Your answers are kept on this device only.'
    : 'This browser keeps nothing: your answers last as long as this page.';
  words.textContent = `${answered} of ${answered + open} answered, ${atFirst} of them right at first; ${open} open. ${kept}`;
}

/** Prints the overview and nothing else. */
function printAlone(): void {
  const root = document.documentElement;
  root.dataset['print'] = 'understanding';
  addEventListener('afterprint', () => delete root.dataset['print'], { once: true });
  print();
}

/** What is cleared can be brought back, until something is answered anew. */
function clearable(overview: HTMLElement, answers: Answers): void {
  const button = overview.querySelector<HTMLButtonElement>('[data-do="clear"]');
  if (!button) return;
  const words = button.textContent;
  let cleared: AllGiven | undefined;
  button.addEventListener('click', () => {
    if (cleared) answers.restore(cleared);
    else {
      const before = answers.clear();
      if (Object.keys(before).length === 0) return;
      cleared = before;
      button.textContent = 'Bring them back';
    }
  });
  answers.watch(() => {
    cleared = undefined;
    button.textContent = words;
  });
}
