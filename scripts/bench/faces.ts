/** How well people whom no network saw are told apart, by what stands for their pictures. */
import { POPULATIONS } from '#data/faces/population.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { ALL_PICTURES, CROWDS, crowdOutcomes, EQUAL_CROWDS, PICTURES } from './faces/identities.ts';
import { draw, type Outcome, type Outcomes, SEEDS, STEPS } from './faces/outcome.ts';
import { pixelsOf, principalAxesOf } from './faces/pixels.ts';
import { strategyOutcomes } from './faces/strategies.ts';
import { type Group, type Measured, rowsOf } from './report.ts';

const percentOf = (
  outcomes: readonly Outcomes[],
  share: (outcome: Outcome) => number,
): Group['rows'] => rowsOf(outcomes, '%', (outcome) => 100 * share(outcome));

/**
 * Raw pixels, their principal axes and networks trained for as many steps, with each strategy and on
 * few people and many: all judged on the same unseen people.
 */
export async function benchFaces(): Promise<Measured> {
  const [training, test] = [await draw(POPULATIONS.training), await draw(POPULATIONS.test)];
  await useNodeBackend('wasm', { accelerated: true });
  const pixels = pixelsOf(test);
  const outcomes = [
    pixels,
    principalAxesOf(training, test),
    ...(await strategyOutcomes(training, test)),
  ];
  const each = await crowdOutcomes(CROWDS, test);
  const inAll = [
    ...(await crowdOutcomes(EQUAL_CROWDS, test)),
    ...each.filter(({ id }) => id === `${ALL_PICTURES / PICTURES}`),
  ];
  const { people, pictures } = POPULATIONS.test;
  const whom = `${people} people whom no network saw, ${pictures} pictures each; ${STEPS} steps`;
  return {
    heading: 'Drawn faces',
    groups: [
      {
        id: 'equal-error-rate',
        title: `Equal error rate, ${whom}`,
        rows: percentOf(outcomes, ({ eer }) => eer),
      },
      {
        id: 'true-accept-rate',
        title: 'True accept rate at a false accept rate of 1 %',
        rows: percentOf(outcomes, ({ tar }) => tar),
      },
      {
        id: 'spread',
        title: 'Spread of their embeddings, on a sphere of radius 1',
        // Pixels are in units of their own; what networks embed here has length 1.
        rows: rowsOf(
          outcomes.filter(({ of }) => of.length === SEEDS.length),
          '',
          ({ spread }) => spread,
        ),
      },
      {
        id: 'identities',
        title: `Equal error rate after semi-hard training on ${PICTURES} pictures each of so many people`,
        rows: percentOf([pixels, ...each], ({ eer }) => eer),
      },
      {
        id: 'identities-equal-pictures',
        title: `The same, after training on ${ALL_PICTURES.toLocaleString('en')} pictures of so many people in all`,
        rows: percentOf([pixels, ...inAll], ({ eer }) => eer),
      },
    ],
  };
}
