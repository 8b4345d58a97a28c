import { expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { losses } from '#metric/losses/registry.ts';
import { collapseLoss } from '#training/collapseLoss.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { withLoss } from '#training/settings/choices.ts';
import { runLevels } from './runLevels.ts';

const under = (
  loss: TrainingConfig['loss'],
  over: Partial<TrainingConfig> = {},
): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  ...withLoss(DEFAULT_CONFIG, loss),
  ...over,
});
const levelsOf = (config: TrainingConfig) => runLevels(config, MNIST, collapseLoss(config));
const textsOf = (config: TrainingConfig) => levelsOf(config).loss.map(({ text }) => text);

test('the loss is read against its collapse, by a name that has room', () => {
  for (const loss of losses.keys())
    for (const { text } of levelsOf(under(loss)).loss)
      expect(text.length, `${loss}: ${text}`).toBeLessThan(17);
  expect(textsOf(under('triplet'))).toEqual(['margin 0.50']);
  expect(textsOf(under('info-nce'))).toEqual(['ln P 2.30']);
  expect(textsOf(under('nt-xent'))).toEqual(['collapse 4.69']);
});

test('where a loss cannot fall to 0, the least it can come to is drawn too', () => {
  // ln 119 and ln 11
  expect(textsOf(under('sup-con', { reducer: 'mean' }))).toEqual(['collapse 4.78', 'least 2.40']);
});

test('without a margin, a cloud on the sphere is read against one that lies all over it', () => {
  expect(levelsOf(under('nt-xent')).spread).toEqual([]);
  expect(levelsOf(under('nt-xent', { normalise: true })).spread).toMatchObject([{ value: 1 }]);
  expect(levelsOf(under('triplet', { normalise: true })).spread[0]!.text).toContain('√m');
});
