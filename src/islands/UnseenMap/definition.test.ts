import { expect, test } from 'vitest';
import { definition, MAPS, nearestToOwn, PICTURES } from './definition.ts';

test('whoever does not see the map is told how well a person’s pictures keep together', () => {
  const shares = [0.5, 0.5] as const;
  const at = (...xs: number[]) => ({ points: xs.map((x) => ({ x, y: 0 })), shares });
  expect(nearestToOwn(at(0, 1, 2, 3, 10, 11, 12, 13), 1)).toBe(PICTURES);
  expect(nearestToOwn(at(0, 1, 2, 10.1, 10, 20, 21, 30), 0)).toBe(3);
});

test('the trained network keeps more pictures together than raw pixels do', () => {
  const kept = (map: (typeof MAPS)['raw']) =>
    Array.from({ length: map.points.length / PICTURES }, (_, person) =>
      nearestToOwn(map, person),
    ).reduce((a, b) => a + b);
  expect(kept(MAPS.pretrained)).toBeGreaterThan(kept(MAPS.raw));
  expect(definition.spoken({ source: 'raw', person: 3 }, MAPS.raw)).toMatch(
    /Person 4 stands out: [0-4] of 4 pictures lie nearest to another of this person\.$/,
  );
});
