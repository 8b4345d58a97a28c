import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import faces from '../../bench/faces.json';
import { drawIdentitiesSeen } from './drawIdentitiesSeen.ts';
import { identitiesSeenOf } from './identitiesSeen.ts';

const seen = identitiesSeenOf(faces);
const drawn = (layout: 'wide' | 'narrow') =>
  parseHTML(`<svg>${drawIdentitiesSeen(seen, layout).markup}</svg>`).document;

test('networks that have seen ten people and three thousand are in the committed benchmark', () => {
  expect(seen.each.map(({ people }) => people)).toEqual([10, 30, 100, 300, 1000, 3000]);
  expect(seen.inAll.map(({ people }) => people)).toEqual([10, 300]);
  for (const { least, median, most } of [...seen.each, ...seen.inAll]) {
    expect(median).toBeGreaterThanOrEqual(least);
    expect(median).toBeLessThanOrEqual(most);
  }
});

test('the crowd with twelve pictures each that are 3,600 in all is the same in both series', () => {
  expect(seen.inAll.at(-1)).toEqual(seen.each[3]);
});

test('what was not measured of some people is named', () => {
  const groups = faces.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => (row.id === '100' ? { ...row, median: null } : row)),
  }));
  expect(() => identitiesSeenOf({ groups })).toThrow('nothing was measured of 100 people');
});

test('ten times as many people are as far apart as any other, and errors as high as they are', () => {
  for (const layout of ['wide', 'narrow'] as const) {
    const dots = [...drawn(layout).querySelectorAll('circle')].map((dot) => ({
      x: Number(dot.getAttribute('cx')),
      y: Number(dot.getAttribute('cy')),
    }));
    expect(dots).toHaveLength(seen.each.length + seen.inAll.length);
    const [ten, , hundred, three, thousand] = dots.slice(seen.inAll.length);
    expect(hundred!.x - ten!.x).toBeCloseTo(thousand!.x - hundred!.x, 3);
    const scale = (seen.each[0]!.median - seen.each[2]!.median) / (hundred!.y - ten!.y);
    expect((three!.y - hundred!.y) * scale).toBeCloseTo(
      seen.each[2]!.median - seen.each[3]!.median,
      3,
    );
  }
});

test('every median is written, and so is the error of raw pixels', () => {
  for (const layout of ['wide', 'narrow'] as const) {
    const written = [...drawn(layout).querySelectorAll('text')].map(
      ({ textContent }) => textContent,
    );
    for (const { median, people } of seen.each) {
      expect(written).toContain(median.toFixed(1));
      expect(written).toContain(people.toLocaleString('en'));
    }
    expect(written).toContain(`raw pixels ${seen.pixels.toFixed(1)}`);
  }
});
