import { type LayerCalls, masked, type Outputs } from './layer.ts';

export interface PoolShape {
  readonly rows: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

const THREADS = 64;
const SIDE = 2;

/** One thread for each window; `at` is its place in the output, `first` that of its first number. */
const overWindows = ({ rows, height, width, channels }: PoolShape, body: string) => {
  const [high, wide] = [Math.ceil(height / SIDE), Math.ceil(width / SIDE)];
  const count = rows * high * wide * channels;
  // A submission has a limit to how many groups lie in one line.
  const groups = Math.ceil(count / THREADS);
  const lines = Math.ceil(groups / 2 ** 15);
  const line = Math.ceil(groups / lines);
  const code = `
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) place: vec3u) {
  let at = place.y * ${line * THREADS}u + place.x;
  if (at >= ${count}u) { return; }
  let channel = at % ${channels}u;
  let pixel = at / ${channels}u;
  let column = pixel % ${wide}u * ${SIDE}u;
  let row = pixel / ${wide}u % ${high}u * ${SIDE}u;
  let image = pixel / ${high * wide}u;
  let end = vec2u(min(row + ${SIDE}u, ${height}u), min(column + ${SIDE}u, ${width}u));
  var best = ((image * ${height}u + row) * ${width}u + column) * ${channels}u + channel;
  for (var i = row; i < end.x; i++) {
    for (var j = column; j < end.y; j++) {
      let other = ((image * ${height}u + i) * ${width}u + j) * ${channels}u + channel;
      if (x[other] > x[best]) { best = other; }
    }
  }
  ${body}
}`;
  const grid: [number, number] = [line, lines];
  return { code, groups: grid };
};

/**
 * The greatest of every 2 × 2 pixels, of fewer at the right and lower edge; each gradient goes to the
 * greatest number under its window, of equals to the first.
 */
export function poolCalls(shape: PoolShape, input: Outputs, output: Outputs): LayerCalls {
  const { height, width, channels } = shape;
  const x = input.values;
  return {
    forward: {
      ...overWindows(shape, 'y[at] = x[best];'),
      ...{ reads: { x }, writes: { y: output.values } },
    },
    back: {
      ...overWindows(
        shape,
        `
  for (var i = row; i < end.x; i++) {
    for (var j = column; j < end.y; j++) {
      let other = ((image * ${height}u + i) * ${width}u + j) * ${channels}u + channel;
      dx[other] = select(0.0, ${masked('dy[at]', 'x[other]', input)}, other == best);
    }
  }`,
      ),
      ...{ reads: { x, dy: output.gradient }, writes: { dx: input.gradient } },
    },
  };
}
