/** Ties the guide's links to the lab, which reads them: neither island knows the other. */
import { describe, expect, test } from 'vitest';
import { adviceFor } from '#islands/ChoiceGuide/advice.ts';
import { definition as guide } from '#islands/ChoiceGuide/definition.ts';
import { labDiffers, labLink, labSettings } from '#islands/ChoiceGuide/lab.ts';
import { definition as lab } from '#islands/TrainingLab/definition.ts';
import { readState } from '#kit/figure/urlState.ts';
import { everyAnswer } from '#support/everyAnswer.ts';
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
      // The digits have no more classes.
      expect(config.p).toBe(10);
    }
  });

  test('sets the loss, mining and distance that are advised, or says that the lab has others', () => {
    for (const answers of everyAnswer) {
      const advice = adviceFor(answers);
      const { loss, miner, distance } = labSettings(answers, advice);
      if (advice.loss.advice.startsWith('margin softmax'))
        expect(labDiffers(answers)).toContain('no margin softmax');
      else expect(advice.loss.advice.toLowerCase()).toContain(loss);
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
