/** One colour means one thing: whatever is drawn in a role's colour is named after what the role is. */
import { expect, test } from 'vitest';
import { colouredBy, readStyleSheets } from '#support/styleSheets.ts';

/** What a role is called where it is drawn. */
const NAMES = {
  // The lab's scale bar is as long as the margin, the batch's hinge lies a margin off its diagonal.
  margin: /margin|semi-hard|key-idea|lab-scale|batch-hinge/,
  // What pulls shrinks the cloud, and a false reject is a genuine pair's.
  positive: /positive|pull|"ap"|-ap\b|similar|same|within|shrink|genuine|frr|accepted="true"/,
  // What pushes expands it, and a false accept is an impostor's, at a door or in a gallery. Hard is where the negative is nearer.
  negative:
    /negative|push|"an"|-an\b|dissimilar|other|across|expand|impostor|hard|far|fmr|fpir|"n"|accepted="false"|formula-curve|gallery-dot/,
  loss: /loss|active|hinge|stem|curve-dot/,
} as const;

const uses = [...readStyleSheets()]
  .filter(([path]) => path !== 'styles/tokens.css')
  .flatMap(([path, css]) => colouredBy(css, Object.keys(NAMES)).map((use) => ({ path, ...use })));

test.each(Object.entries(NAMES))('the colour of %s is for nothing else', (role, names) => {
  const own = uses.filter((use) => use.role === role);
  expect(own.length).toBeGreaterThan(0);
  expect(
    own.filter(({ where }) => !names.test(where)).map(({ path, where }) => `${path}: ${where}`),
  ).toEqual([]);
});

test('a use under another name is caught, nested or not', () => {
  const css =
    '.a { & .threshold { stroke: var(--margin); } & .margin-ring { fill: color-mix(in srgb, var(--margin) 9%, transparent) } }';
  expect(colouredBy(css, ['margin'])).toEqual([
    { role: 'margin', where: '.a & .threshold' },
    { role: 'margin', where: '.a & .margin-ring' },
  ]);
});
