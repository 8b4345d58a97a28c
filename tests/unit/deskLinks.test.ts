/** Ties the links of the diagnosis to the lab: what they set, the lab has and can train with. */
import { expect, test } from 'vitest';
import { CASES } from '#islands/Diagnosis/cases.ts';
import { definition as desk } from '#islands/Diagnosis/definition.ts';
import { labLink } from '#islands/Diagnosis/labLink.ts';
import { definition as lab } from '#islands/TrainingLab/definition.ts';
import { readState } from '#kit/figure/urlState.ts';
import { causes } from '#metric/diagnosis/causes/registry.ts';
import { MININGS, type Mining, type Observation } from '#metric/diagnosis/observation.ts';
import { validateConfig } from '#training/config.ts';

const asked = ([true, false] as const).flatMap((squared) =>
  (Object.keys(MININGS) as Mining[]).map(
    (mining): Observation => ({
      ...{ loss: 'triplet', average: 'mean', lengths: 'unknown', squared, mining },
      reading: { value: 0.2, half: 0.05 },
    }),
  ),
);

const links = [...causes.values()].flatMap((cause) =>
  asked.flatMap((observation) => {
    const settings = cause.lab?.(observation);
    return settings ? [[cause.name, labLink(settings)] as const] : [];
  }),
);

test('there are links to the lab', () => {
  expect(new Set(links.map(([name]) => name)).size).toBeGreaterThan(4);
});

test.each([...new Map(links.map(([name, link]) => [link, name]))])(
  'the lab can train at %s, which shows %s',
  (link) => {
    const { state, problems } = readState(
      new URL(link, 'https://example.org').searchParams,
      lab.name,
      lab.settings,
    );
    expect(problems).toEqual([]);
    expect(() => validateConfig(state)).not.toThrow();
  },
);

test('every public case can be read by the desk, and is named by it', () => {
  for (const { label, state } of CASES) {
    const { problems, diagnosis } = desk.measure(state);
    expect([...problems.values()], label).toEqual([]);
    expect(diagnosis!.found.length, label).toBeGreaterThan(0);
  }
});
