import { describe, expect, test } from 'vitest';
import { guessedSteps, tellAccuracy } from './accuracyGuess.ts';
import { initialNames } from './definition.ts';
import { MEASURES } from './measures.ts';
import { recordedLanes } from './recordedLanes.ts';

const steps = guessedSteps(400);
const [hard, semi] = [recordedLanes[1]!, recordedLanes[2]!].map((lane, k) => ({
  name: initialNames[k + 1]!,
  curve: MEASURES.knnAccuracy.of(lane),
  share: MEASURES.activeShare.of(lane).at(-1)!.value,
}));
const tell = (hardEnd: number, semiEnd: number, guessed: number) =>
  tellAccuracy(
    steps,
    [
      { ...hard!, values: [0.1, 0.2, 0.3, 0.4, hardEnd] },
      { ...semi!, values: [0.1, 0.5, 0.7, 0.8, semiEnd] },
    ],
    { guessed, came: semi!.share },
  );

describe('a guess at the accuracy of batch-hard and of semi-hard', () => {
  test('has its dots where the curves turn', () => expect(steps).toEqual([0, 50, 100, 200, 400]));

  test('is told what came and what was guessed, here of the recorded race', () => {
    expect(tell(0.9, 0.9, 0.4)).toMatch(
      /^batch-hard came to 0\.1\d \(your guess: 0\.90\), .*semi-hard came to 0\.8\d \(your guess: 0\.90\)\. batch-hard is near chance/,
    );
  });

  test('is right near both ends', () => {
    expect(tell(0.15, 0.85, 1)).toMatch(/^Right: /);
  });

  test('is told why semi-hard’s active share stays at 1', () => {
    expect(tell(0.15, 0.85, 0.3)).toMatch(
      /active share was 1\.00 at the end \(your guess: 0\.30\): it selects only/,
    );
    expect(
      tellAccuracy(
        steps,
        [
          { ...hard!, values: steps },
          { ...semi!, values: steps },
        ],
        {
          guessed: 0.5,
          came: 0.6,
        },
      ),
    ).toMatch(/0\.60 at the end \(your guess: 0\.50\)\.$/);
  });
});
