import { expect, test } from 'vitest';
import { validateConfig } from '../config.ts';
import { STRATEGIES } from '../settings/strategies.ts';
import { faceConfig } from './faceConfig.ts';

test.each([...STRATEGIES.values()])('faces can be trained with $label', (strategy) => {
  const config = faceConfig(strategy);
  expect(config).toMatchObject({ loss: strategy.loss, miner: strategy.miner, normalise: true });
  expect(() => validateConfig(config)).not.toThrow();
});
