import { loadChapters } from '../chapters.ts';
import { checkQuestions } from './checkQuestions.ts';
import type { ChapterQuestions, Question } from './question.ts';

interface QuestionsModule {
  readonly questions: ChapterQuestions;
}

const files = import.meta.glob<QuestionsModule>('../../../content/questions/*.ts', { eager: true });

/** What a chapter asks, in the order of the chapters. */
export interface AskingChapter {
  readonly chapter: Awaited<ReturnType<typeof loadChapters>>[number];
  readonly questions: ChapterQuestions;
}

/** The questions of all chapters that ask any. Throws at one that cannot be asked. */
export async function loadQuestions(): Promise<readonly AskingChapter[]> {
  const seen = new Set<string>();
  return (await loadChapters()).flatMap((chapter) => {
    const questions = files[`../../../content/questions/${chapter.id}.ts`]?.questions;
    if (!questions) return [];
    checkQuestions(chapter.id, questions, seen);
    return [{ chapter, questions }];
  });
}

/** The questions of a section. Throws where there are none, and names the sections that have some. */
export async function questionsOf(section: string): Promise<readonly Question[]> {
  const all = (await loadQuestions()).map(({ questions }) => questions);
  const found = all.find((questions) => Object.hasOwn(questions, section))?.[section];
  if (found) return found;
  const known = all.flatMap((questions) => Object.keys(questions)).join(', ');
  throw new Error(
    `<Questions section="${section}">: no file of content/questions has it; known are ${known}.`,
  );
}
