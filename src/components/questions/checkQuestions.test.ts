import { expect, test } from 'vitest';
import { checkQuestions } from './checkQuestions.ts';
import type { Question } from './question.ts';

const WHY = 'This is why it is so, in a sentence.';
const right = { text: 'one', why: WHY, right: true } as const;
const wrong = { text: 'two', why: WHY };
const choice: Question = { id: 'a-choice', ask: 'Which?', choices: [right, wrong] };
const number: Question = {
  id: 'a-number',
  ask: 'How many?',
  number: { is: 4, why: WHY },
  mistakes: [{ is: 3, why: WHY }],
  otherwise: WHY,
};
const word: Question = {
  id: 'a-word',
  ask: 'Which zone?',
  word: { is: ['hard'], why: WHY },
  mistakes: [{ is: ['easy'], why: WHY }],
  otherwise: WHY,
};

const check = (...questions: Question[]) =>
  checkQuestions('chapter', { section: questions }, new Set());

test('a choice, a number and a word can be asked', () => {
  expect(() => check(choice, number, word)).not.toThrow();
});

test('what is wrong is said with the chapter, the section and the question', () => {
  expect(() => check({ ...choice, choices: [wrong, { ...wrong, text: 'three' }] }, number)).toThrow(
    'Question “a-choice” of “chapter”, in “section”: 0 of its choices are right; it is one.',
  );
});

test.each<[string, string, Question]>([
  ['an id that is no slug', 'lower case', { ...choice, id: 'A choice' }],
  ['nothing to answer', 'asks nothing', { ...choice, ask: ' ' }],
  [
    'two right choices',
    '2 of its choices',
    { ...choice, choices: [right, { ...right, text: 'x' }] },
  ],
  ['one choice', 'two at least', { ...choice, choices: [right] }],
  [
    'two choices that read the same',
    'read the same',
    { ...choice, choices: [right, { ...wrong, text: 'one' }] },
  ],
  [
    'a reply that says only “wrong”',
    'does not say why',
    { ...choice, choices: [right, { ...wrong, why: 'wrong' }] },
  ],
  ['an answer without an end', 'finite', { ...number, number: { is: Number.NaN, why: WHY } }],
  ['a mistake that is right', 'within the tolerance', { ...number, tolerance: 1 }],
  ['a tolerance below 0', '0 or more', { ...number, tolerance: -1 }],
  ['a word in capitals', 'lower case', { ...word, word: { is: ['Hard'], why: WHY } }],
  ['a word with two replies', 'two replies', { ...word, word: { is: ['easy'], why: WHY } }],
  ['no word', 'accepts no answer', { ...word, word: { is: [], why: WHY } }],
])('a question with %s is refused', (_, message, question) => {
  expect(() => check(question, { ...choice, id: 'another' })).toThrow(message);
});

test('an id that another question has is refused, also in another chapter', () => {
  const seen = new Set<string>();
  checkQuestions('one', { section: [choice, number] }, seen);
  expect(() => checkQuestions('two', { section: [choice, word] }, seen)).toThrow('has this id');
});

test('a section with a single question is refused', () => {
  expect(() => check(choice)).toThrow('the section “section” has 1; it is two or three');
});
