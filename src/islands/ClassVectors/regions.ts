import type { OwnCosineOf } from '#metric/proxies/ownLogit.ts';
import { turnedIn } from './circle.ts';

/** A piece of the circle, counter-clockwise from one angle to another beyond it. */
export interface Arc {
  readonly from: number;
  readonly to: number;
}

export interface Regions {
  /** Where two class vectors are equally near, and nearest: the decision boundaries. */
  readonly boundaries: readonly number[];
  /** Where the margin is not met by a sample of the nearest class. */
  readonly wedges: readonly Arc[];
}

/** A quarter of a degree: less than a pixel on the rim as it is drawn. */
const STEPS = 1440;
const angleAt = (step: number) => -Math.PI + ((step + 0.5) * 2 * Math.PI) / STEPS;

function lookAt(angle: number, vectors: readonly number[], ownCosine: OwnCosineOf) {
  let [nearest, most, second] = [0, -2, -2];
  vectors.forEach((vector, k) => {
    const cosine = Math.cos(angle - vector);
    if (cosine > most) [nearest, second, most] = [k, most, cosine];
    else if (cosine > second) second = cosine;
  });
  return { nearest, isClear: ownCosine(most).value > second };
}

/** The arcs of a circle of steps for which something holds; all of it is one from −π to π. */
function arcsWhere(holds: readonly boolean[]): Arc[] {
  const width = (2 * Math.PI) / STEPS;
  if (holds.every(Boolean)) return [{ from: -Math.PI, to: Math.PI }];
  const arcs: Arc[] = [];
  holds.forEach((is, step) => {
    if (!is || holds.at(step - 1)) return;
    let length = 1;
    while (holds[(step + length) % STEPS]) length++;
    const from = angleAt(step) - width / 2;
    arcs.push({ from, to: from + length * width });
  });
  return arcs;
}

/** What class vectors and a margin make of the circle, to a quarter of a degree. */
export function regionsOf(vectors: readonly number[], ownCosine: OwnCosineOf): Regions {
  const seen = Array.from({ length: STEPS }, (_, step) =>
    lookAt(angleAt(step), vectors, ownCosine),
  );
  const boundaries = seen.flatMap(({ nearest }, step) =>
    nearest === seen.at(step - 1)!.nearest ? [] : [turnedIn(angleAt(step) - Math.PI / STEPS)],
  );
  return { boundaries, wedges: arcsWhere(seen.map(({ isClear }) => !isClear)) };
}
