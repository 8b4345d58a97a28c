import { isValidElement } from 'preact';
import { expect, test } from 'vitest';
import { subscripted } from './Prose.tsx';

const texts = (text: string) => subscripted(text).filter((part) => !isValidElement(part));

test('both distances of a triplet are written with their subscripts', () => {
  expect(texts('d_an/d_ap passes 1')).toEqual(['', '/', ' passes 1']);
});

test('a name with an underscore stays as it is', () => {
  expect(texts('WEBGL_lose_context in conv2d_1')).toEqual(['WEBGL_lose_context in conv2d_1']);
});
