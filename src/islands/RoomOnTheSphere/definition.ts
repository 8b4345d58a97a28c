import { formatPercent } from '#kit/figure/numberFormat.ts';
import { choiceSetting, integerSetting, mixWhole, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { toCsv } from '#kit/files/csv.ts';
import { type RoomQuantities, type RoomState, roomQuantities } from './room.ts';

export const DIMENSION_RANGE = { min: 2, max: 512 } as const;
export const MARGIN_RANGE = { min: 0, max: 1 } as const;
export const NEGATIVES = [10, 100, 1000, 10_000] as const;

export const slots = ['dimensions'] as const;

export const definition = {
  name: 'RoomOnTheSphere',
  settings: {
    dimensions: { ...integerSetting(128, DIMENSION_RANGE), mix: mixWhole },
    margin: numberSetting(0.2, MARGIN_RANGE),
    squared: choiceSetting<boolean>(true, [true, false]),
    negatives: choiceSetting<number>(100, NEGATIVES),
  },
  terms: {},
  measure: roomQuantities,
  slotTexts: ({ dimensions }): Record<(typeof slots)[number], string> => ({
    dimensions: String(dimensions),
  }),
  spoken({ dimensions }, { anyZones: { hard, semiHard, easy } }) {
    const [h, s, e] = [hard, semiHard, easy].map((share) => formatPercent(share));
    return `${dimensions} dimensions: ${h} hard, ${s} semi-hard, ${e} easy.`;
  },
  csv({ dimensions, margin, squared, negatives }, { sphere, drawn, anyZones, weightedZones }) {
    const zones = [anyZones, weightedZones].flatMap(({ hard, semiHard, easy }) => [
      hard,
      semiHard,
      easy,
    ]);
    const shares = toCsv(
      'dimensions,margin,squared,negatives,hard,semiHard,easy,hardDrawn,semiHardDrawn,easyDrawn'.split(
        ',',
      ),
      [[dimensions, margin, String(squared), negatives, ...zones]],
    );
    const distances = toCsv(
      ['plainDistance', 'share', 'shareDrawn'],
      Array.from(sphere.distances, (d, k) => [d, sphere.masses[k]!, drawn.masses[k]!]),
    );
    return `${shares}\n${distances}`;
  },
} as const satisfies FigureDefinition<RoomState, RoomQuantities>;
