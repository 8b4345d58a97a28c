import type { TrainingConfig } from '#training/settings/table.ts';
import { type Advice, KINDS } from './advice.ts';
import type { Answers } from './questions.ts';
import { needsViews, suitsBatchHard, suitsMarginSoftmax } from './rule.ts';

const LAB = 'TrainingLab';

/** The lab has ten digits: the size of its batches lies in the images of each. */
const OF_CLASSES = { small: { p: 10, k: 3 }, medium: { p: 10, k: 12 }, large: { p: 10, k: 32 } };
/** Without labels it lies in how many different images there are. */
const OF_VIEWS = { small: { p: 16, k: 2 }, medium: { p: 64, k: 2 }, large: { p: 256, k: 2 } };

/** The nearest to an advice that the lab offers; what is not named has the lab's default. */
export function labSettings(answers: Answers, advice: Advice): Partial<TrainingConfig> {
  const settings: Partial<TrainingConfig>[] = KINDS.map(({ name }) => advice[name].lab ?? {});
  const sizes = needsViews(answers) ? OF_VIEWS : OF_CLASSES;
  return Object.assign({}, sizes[answers.batch], ...settings);
}

/** The address that opens the lab at it, with the answers, so that they are there when one comes back. */
export function labLink(answers: Answers, advice: Advice): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(answers)) parameters.set(`ChoiceGuide.${key}`, value);
  for (const [key, value] of Object.entries(labSettings(answers, advice)))
    parameters.set(`${LAB}.${key}`, String(value));
  return `?${parameters}#${LAB}`;
}

const DIFFERENCES: readonly { holds(answers: Answers): boolean; readonly text: string }[] = [
  {
    holds: ({ labels, noise }) => labels === 'yes' && noise === 'noisy',
    text: 'all labels are right',
  },
  {
    holds: needsViews,
    text: 'there are labels, which only judge',
  },
  {
    holds: suitsMarginSoftmax,
    text: 'the scale is 16, enough for ten classes',
  },
  {
    holds: suitsBatchHard,
    text: 'the network is fresh: the cloud shrinks before it grows, or start with batch-all and change the mining in mid-run',
  },
  { holds: ({ space }) => space === 'many', text: 'there are 32 dimensions at most' },
];

/** Where the lab's data and choices are others than those that were answered for, in a sentence. */
export function labDiffers(answers: Answers): string {
  const found = DIFFERENCES.filter(({ holds }) => holds(answers)).map(({ text }) => text);
  return `In the lab the data are ten digits, 800 of each${found.map((text) => `; ${text}`).join('')}.`;
}
