/** Ties the guide's links to the lab, which reads them: neither island knows the other. */
import { describe, expect, test } from 'vitest';
import { adviceFor } from '#islands/ChoiceGuide/advice.ts';
import { definition as guide } from '#islands/ChoiceGuide/definition.ts';
import { labLink, labSettings } from '#islands/ChoiceGuide/lab.ts';
import { definition as lab } from '#islands/TrainingLab/definition.ts';
import { readState } from '#kit/figure/urlState.ts';
import { everyAnswer } from '#support/everyAnswer.ts';
import { samplerOf } from '#training/settings/choices.ts';
import { SETTING_NAMES, type TrainingConfig } from '#training/settings/table.ts';
import { validateConfig } from '#training/settings/validate.ts';

describe('the guide’s link to the lab', () => {
  test('is read by the lab without a complaint, and is a run that the lab can do', () => {
    for (const answers of everyAnswer) {
      const advice = adviceFor(answers);
      const query = labLink(answers, advice).split('#')[0]!;
      const { state, problems } = readState(new URLSearchParams(query), lab.name, lab.settings);
      expect(problems).toEqual([]);
      const config = Object.fromEntries(
        SETTING_NAMES.map((name) => [name, state[name]]),
      ) as unknown as TrainingConfig;
      expect(() => validateConfig(config)).not.toThrow();
      expect(config).toMatchObject(labSettings(answers, advice));
      // There are ten classes of digits; without labels each image is one by itself.
      expect(samplerOf(config).groupsAreClasses).toBe(config.p === 10);
    }
  });

  test('sets the loss, batches, mining and distance that are advised', () => {
    for (const answers of everyAnswer) {
      const advice = adviceFor(answers);
      const { loss, miner, distance, sampler } = labSettings(answers, advice);
      expect(advice.loss.advice.toLowerCase()).toContain(loss!.replace('arc-face', 'arcface'));
      expect(sampler === 'views').toBe(advice.loss.advice.includes('two views'));
      if (/^(semi-hard|batch-hard|batch-all)$/.test(advice.mining.advice)) {
        expect(miner).toBe(advice.mining.advice);
        expect(distance).toBe(advice.distance.advice);
      }
    }
  });

  test('brings the answers back', () => {
    for (const answers of everyAnswer) {
      const query = labLink(answers, adviceFor(answers)).split('#')[0]!;
      const read = readState(new URLSearchParams(query), guide.name, guide.settings);
      expect(read).toEqual({ state: answers, problems: [] });
    }
  });
});
