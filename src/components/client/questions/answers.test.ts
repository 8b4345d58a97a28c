import { expect, test } from 'vitest';
import { createAnswers } from './answers.ts';

function fakeStorage(kept: string | null = null) {
  const storage = {
    kept,
    getItem: () => storage.kept,
    setItem(_: string, value: string) {
      storage.kept = value;
    },
    removeItem() {
      storage.kept = null;
    },
  };
  return storage;
}

test('answers are kept in the order in which they were given, and are there again', () => {
  const storage = fakeStorage();
  const answers = createAnswers(storage);
  answers.add('one', 'b');
  answers.add('one', 'a');
  expect(createAnswers(storage).given('one')).toEqual(['b', 'a']);
  expect(answers.given('two')).toEqual([]);
});

test('whoever watches is told at once, and after every change', () => {
  const answers = createAnswers(fakeStorage());
  let told = 0;
  answers.watch(() => told++);
  answers.add('one', 'a');
  answers.clear();
  expect(told).toBe(3);
});

test('what is cleared is gone from the device, and can be brought back', () => {
  const storage = fakeStorage();
  const answers = createAnswers(storage);
  answers.add('one', 'a');
  const before = answers.clear();
  expect(storage.kept).toBeNull();
  answers.restore(before);
  expect(createAnswers(storage).given('one')).toEqual(['a']);
});

test.each(['{', 'null', '7', '{"one":"a","two":[1],"__proto__":["a"]}', '[]'])(
  'what somebody else left there, %s, is no answer',
  (kept) => {
    const answers = createAnswers(fakeStorage(kept));
    expect(answers.given('one')).toEqual([]);
    expect(answers.given('two')).toEqual([]);
    answers.add('one', 'a');
    expect(answers.given('one')).toEqual(['a']);
  },
);

test('where the device refuses, answers last as long as the page', () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const full = createAnswers({ getItem: () => null, setItem: refuse, removeItem: refuse });
  full.add('one', 'a');
  expect(full.given('one')).toEqual(['a']);
  expect(full.areKept()).toBe(false);
  const blocked = createAnswers(undefined);
  blocked.add('one', 'a');
  expect(blocked.given('one')).toEqual(['a']);
  expect(blocked.areKept()).toBe(false);
});
