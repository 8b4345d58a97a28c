import { expect, test } from 'vitest';
import { kernelsText } from './notices.ts';

test('the lab says which kernels compute, and why when they are not our own', () => {
  expect(kernelsText({ kernels: 'relaxed-simd' })).toContain('fused multiply-adds');
  expect(kernelsText({ kernels: 'simd' })).toContain('plain SIMD');
  expect(kernelsText({ kernels: 'simd', workers: 2 })).toContain('Two workers');
  expect(kernelsText({ kernels: undefined, reason: 'the kernels do not load: 404.' })).toBe(
    'The article’s own kernels do not run here (the kernels do not load: 404). The framework’s own compute instead: the same results, several times slower.',
  );
});
