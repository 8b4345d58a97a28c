/** The questions of all chapters: that they can be asked, where they stand, and what their numbers come to. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTry } from '#kit/figure/parseTry.ts';
import type { Settings } from '#kit/figure/settings.ts';
import { chapterSources } from '#support/chapterSources.ts';
import { slugOf } from '../headings.ts';
import { checkQuestions } from './checkQuestions.ts';
import { inlineText } from './inlineText.ts';
import { type ChapterQuestions, type Question, repliesOf } from './question.ts';

const ROOT = new URL('../../../', import.meta.url);

const chapters = await Promise.all(
  readdirSync(new URL('content/questions/', ROOT)).map(async (file) => ({
    chapter: file.replace('.ts', ''),
    questions: (await import(new URL(`content/questions/${file}`, ROOT).href))
      .questions as ChapterQuestions,
  })),
);
const all = chapters.flatMap(({ questions }) => Object.values(questions).flat());
const each = all.map((question) => [question.id, question] as const);

const textsOf = (question: Question): string[] => [
  question.ask,
  ...repliesOf(question).flatMap(({ shown, why }) => [shown, why]),
];

test('every question can be asked, and none has the id of another', () => {
  const seen = new Set<string>();
  for (const { chapter, questions } of chapters) checkQuestions(chapter, questions, seen);
  expect(seen.size).toBe(all.length);
});

test.each(chapters)(
  'the questions of $chapter stand at the end of their sections, in order',
  ({ chapter, questions }) => {
    const mdx = chapterSources.get(chapter)!;
    const found = [...mdx.matchAll(/^## (.+)$|<Questions section="([\w-]+)" \/>/gm)];
    let section = chapter;
    const asked: string[] = [];
    for (const [, heading, name] of found) {
      if (name === undefined) section = slugOf(heading!);
      else {
        expect(name).toBe(section);
        asked.push(name);
      }
    }
    expect(asked).toEqual(Object.keys(questions));
  },
);

test.each(each)('%s: its texts can be typeset', (_, question) => {
  for (const text of textsOf(question)) expect(inlineText(text)).not.toBe('');
});

test.each(each.filter(([, { see }]) => see))(
  '%s: a figure can show the case',
  async (_, { see }) => {
    const { definition } = (await import(`../../islands/${see!.figure}/definition.ts`)) as {
      definition: { settings: Settings<Record<string, unknown>> };
    };
    expect(parseTry(see!.figure, definition.settings, see!.set)).not.toEqual({});
  },
);

/** How many places after the point a number is printed with. */
const places = (printed: string) => printed.split('.')[1]?.length ?? 0;

test.each(each.filter(([, { derived }]) => derived))(
  '%s: its numbers are what they come to, rounded',
  (_, question) => {
    const printed = textsOf(question).join(' ').replaceAll('−', '-').replaceAll(',', '');
    for (const [number, value] of Object.entries(question.derived!)) {
      expect(printed).toContain(number);
      expect(Math.abs(value - Number(number))).toBeLessThanOrEqual(
        0.5 * 10 ** -places(number) + 1e-9,
      );
    }
  },
);

test.each(each.filter(([, question]) => 'number' in question))(
  '%s: the right number is one of those that are derived',
  (_, question) => {
    if (!('number' in question)) return;
    const { derived = {}, tolerance = 0, number } = question;
    const isDerived = (wanted: number) =>
      Object.values(derived).some((value) => Math.abs(value - wanted) <= tolerance + 1e-9);
    expect(isDerived(number.is)).toBe(true);
  },
);
