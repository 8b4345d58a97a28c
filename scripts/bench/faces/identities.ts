import { FACE_CHOICES, faceConfig } from '#training/faces/faceConfig.ts';
import type { Pictures } from '#data/faces/population.ts';
import { draw, type Outcome, type Outcomes, SEEDS, trainedOutcome } from './outcome.ts';

/** What a network has seen: so many people, and so many pictures of each. */
interface Crowd {
  readonly people: number;
  readonly pictures: number;
}

/** Enough of each for a batch of ten people. */
export const PICTURES = 12;
/** More people, and with them more pictures. */
export const CROWDS: readonly Crowd[] = [10, 30, 100, 300, 1000, 3000].map((people) => ({
  people,
  pictures: PICTURES,
}));

export const ALL_PICTURES = 3600;
/** As many pictures as of 300 people, all of them of ten. */
export const EQUAL_CROWDS: readonly Crowd[] = [{ people: 10, pictures: ALL_PICTURES / 10 }];

/**
 * Batches of the size that the strategies have, 128 pictures, as nearly as the people allow: where there
 * are fewer than 32, each brings more pictures.
 */
function configOf(people: number, seed: number) {
  const usual = faceConfig(FACE_CHOICES);
  const p = Math.min(usual.p, people);
  return { ...usual, p, k: Math.floor((usual.p * usual.k) / p), seed };
}

/** A network that has seen one crowd. The people of a seed are in no other seed's and in no population. */
async function crowdOutcome(crowd: Crowd, seed: number, test: Pictures): Promise<Outcome> {
  const seen = await draw({ first: 10_000_000 * seed, ...crowd });
  return trainedOutcome(seen, test, configOf(crowd.people, seed));
}

/** Networks that have seen few people and many, each seed with people of its own. */
export async function crowdOutcomes(crowds: readonly Crowd[], test: Pictures): Promise<Outcomes[]> {
  const outcomes: Outcomes[] = [];
  for (const crowd of crowds) {
    const of: Outcome[] = [];
    for (const seed of SEEDS) of.push(await crowdOutcome(crowd, seed, test));
    outcomes.push({
      id: `${crowd.people}`,
      what: `${crowd.people.toLocaleString('en')} people`,
      of,
    });
  }
  return outcomes;
}
