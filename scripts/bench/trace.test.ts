import { expect, test } from 'vitest';
import { dragFrames, type TraceEvent } from './trace.ts';

const event = (name: string, ts: number, dur: number, type?: string): TraceEvent => ({
  name,
  ph: name === 'AnimationFrame' ? 'b' : 'X',
  ts,
  dur,
  tdur: dur,
  pid: 1,
  tid: 1,
  ...(type && { args: { data: { type } } }),
});

/** A frame that begins at `at`: 1 ms of script with a layout in it, 2 ms of paint, 4 ms in all. */
const frame = (at: number, type: string) => [
  event('AnimationFrame', at, 0),
  event('RunTask', at + 10, 4000),
  event('EventDispatch', at + 20, 1000, type),
  event('Layout', at + 100, 500),
  event('Paint', at + 1500, 2000),
];

test('a frame costs its outermost steps, from its beginning to that of the next frame', () => {
  const trace = [
    ...frame(0, 'pointermove'),
    event('Commit', 5000, 500),
    ...frame(10_000, 'pointermove'),
  ];
  const [cost, ...others] = dragFrames(trace);
  expect(others).toEqual([]);
  expect(cost).toEqual({
    kinds: { script: 1, 'style, layout': 0, 'pre-paint': 0, paint: 2, 'layerize, commit': 0.5 },
    work: 3.5,
    tasks: 4,
  });
});

test('frames without a move of the pointer, and other threads, do not count', () => {
  const other = frame(100, 'pointermove').map((one) => ({ ...one, tid: 2 }));
  const trace = [
    ...frame(0, 'pointermove'),
    ...other,
    ...frame(10_000, 'click'),
    ...frame(20_000, 'pointermove'),
  ];
  expect(dragFrames(trace).map(({ work }) => work)).toEqual([3]);
});

test('a trace without moves, or without a whole frame, is an error', () => {
  expect(() => dragFrames(frame(0, 'click'))).toThrow('no pointer moves');
  expect(() => dragFrames(frame(0, 'pointermove'))).toThrow('no whole frame');
});
