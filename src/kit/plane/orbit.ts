import { directionOfKey } from '../controls/keys.ts';

/** From where a cloud in space is looked at: turned about the vertical axis, then tilted. */
export interface Orbit {
  /** Radians; 0 looks along the third axis. */
  readonly turn: number;
  /** Radians from level, positive from above, never past the poles. */
  readonly tilt: number;
}

export const DEFAULT_ORBIT: Orbit = { turn: -0.6, tilt: 0.4 };

const QUARTER = Math.PI / 2;
/** An arrow key turns by so much; with Shift by a fifth of it. */
const KEY_STEP = Math.PI / 18;

/** Turned by a drag or a key. The turn wraps around, the tilt stops at the poles. */
export function turnBy(orbit: Orbit, turn: number, tilt: number): Orbit {
  const whole = 2 * Math.PI;
  const turned = (orbit.turn + turn) % whole;
  return {
    turn: turned > Math.PI ? turned - whole : turned < -Math.PI ? turned + whole : turned,
    tilt: Math.min(QUARTER, Math.max(-QUARTER, orbit.tilt + tilt)),
  };
}

/** A drag across the whole drawing turns by half a turn: the near side follows the pointer. */
export const dragOrbit = (orbit: Orbit, dx: number, dy: number, size: number): Orbit =>
  turnBy(orbit, (Math.PI * dx) / size, (Math.PI * dy) / size);

/** What an arrow key makes of the orbit; undefined for any other key. */
export function keyOrbit(orbit: Orbit, key: string, isFine: boolean): Orbit | undefined {
  const direction = directionOfKey(key);
  if (!direction) return undefined;
  const step = isFine ? KEY_STEP / 5 : KEY_STEP;
  return turnBy(orbit, step * direction.x, -step * direction.y);
}

/** Places on the screen's plane (y up), and how near each point is to the eye. */
export interface Projected {
  /** Row-major pairs, in the units of the points. */
  readonly plane: Float32Array;
  /** Larger is nearer. */
  readonly depths: Float32Array;
}

/**
 * Points in space, row-major triples, seen from an orbit, without perspective: lengths across the
 * line of sight stay comparable. Throws when the values are no triples.
 */
export function projectOrbit(points: Float32Array, { turn, tilt }: Orbit): Projected {
  if (points.length % 3 !== 0)
    throw new RangeError(`points in space need three numbers each, not ${points.length} in all`);
  const count = points.length / 3;
  const plane = new Float32Array(2 * count);
  const depths = new Float32Array(count);
  const [cosTurn, sinTurn, cosTilt, sinTilt] = [
    Math.cos(turn),
    Math.sin(turn),
    Math.cos(tilt),
    Math.sin(tilt),
  ];
  for (let point = 0; point < count; point++) {
    const x = points[3 * point]!;
    const y = points[3 * point + 1]!;
    const z = points[3 * point + 2]!;
    const towards = z * cosTurn - x * sinTurn;
    plane[2 * point] = x * cosTurn + z * sinTurn;
    plane[2 * point + 1] = y * cosTilt - towards * sinTilt;
    depths[point] = y * sinTilt + towards * cosTilt;
  }
  return { plane, depths };
}

/** The points from back to front, so that near ones are drawn over far ones. */
export const backToFront = (depths: Float32Array): Uint32Array =>
  Uint32Array.from(depths.keys()).sort((a, b) => depths[a]! - depths[b]!);
