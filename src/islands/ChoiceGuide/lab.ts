import type { TrainingConfig } from '#training/settings/table.ts';
import { type Advice, KINDS } from './advice.ts';
import type { Answers } from './questions.ts';
import { needsViews, suitsBatchHard, suitsMarginSoftmax } from './rule.ts';

const LAB = 'TrainingLab';

/** The lab has ten digits: the size of its batches lies in the images of each. */
const IMAGES_OF_EACH = { small: 3, medium: 12, large: 32 } as const;
/** Without labels it lies in how many images there are two views of. */
const IMAGES_OF_TWO_VIEWS = { small: 16, medium: 64, large: 256 } as const;

/** The nearest to an advice that the lab offers; what is not named has the lab's default. */
export function labSettings(answers: Answers, advice: Advice): Partial<TrainingConfig> {
  const settings: Partial<TrainingConfig>[] = KINDS.map(({ name }) => advice[name].lab ?? {});
  const { batch } = answers;
  const size = needsViews(answers)
    ? { p: IMAGES_OF_TWO_VIEWS[batch], k: 2 }
    : { p: 10, k: IMAGES_OF_EACH[batch] };
  return Object.assign(size, ...settings);
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
