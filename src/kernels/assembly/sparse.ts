import { multiplyAdd } from './floats';

/**
 * What comes back through max pooling is 0 at three of four pixels, through a ReLU at about half of them.
 * Then it is listed by the numbers that are not 0, each beside where what it multiplies lies, in bytes.
 */
const ENTRY_BYTES: usize = 8;

/** Floats of a list of up to so many entries: one more is written than counted. */
export function listFloats(entries: i32): i32 {
  return (entries + 1) * 2;
}

/** Lists a number unless it is 0, and says where the list ends. */
export function addEntry(list: usize, value: f32, offset: usize): usize {
  f32.store(list, value);
  i32.store(list, offset, 4);
  return list + (value != 0 ? ENTRY_BYTES : 0);
}

/** Sums of so many floats stay in registers. */
const WIDE: i32 = 48;
const NARROW: i32 = 32;

/** Whether `addListed` can add spans of so many floats. */
export function isSpan(floats: i32): bool {
  return floats % WIDE == 0 || floats % NARROW == 0;
}

/** Whether most of the numbers are 0. */
export function isSparse(at: usize, count: i32): bool {
  let rest = i32x4.splat(0);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    rest = i32x4.sub(rest, f32x4.ne(v128.load(at + (i << 2)), f32x4.splat(0)));
  }
  const lanes =
    i32x4.extract_lane(rest, 0) +
    i32x4.extract_lane(rest, 1) +
    i32x4.extract_lane(rest, 2) +
    i32x4.extract_lane(rest, 3);
  return 2 * lanes < count;
}

/** Adds the listed numbers, each times the floats at its offset from `from`, to WIDE or NARROW floats. */
function addPart<Narrow>(to: usize, list: usize, end: usize, from: usize): void {
  let a = v128.load(to);
  let b = v128.load(to, 16);
  let c = v128.load(to, 32);
  let d = v128.load(to, 48);
  let e = v128.load(to, 64);
  let f = v128.load(to, 80);
  let g = v128.load(to, 96);
  let h = v128.load(to, 112);
  let i = a;
  let j = a;
  let k = a;
  let l = a;
  if (isVoid<Narrow>()) {
    i = v128.load(to, 128);
    j = v128.load(to, 144);
    k = v128.load(to, 160);
    l = v128.load(to, 176);
  }
  for (; list < end; list += ENTRY_BYTES) {
    const value = v128.load32_splat(list);
    const at = from + i32.load(list, 4);
    a = multiplyAdd(value, v128.load(at), a);
    b = multiplyAdd(value, v128.load(at, 16), b);
    c = multiplyAdd(value, v128.load(at, 32), c);
    d = multiplyAdd(value, v128.load(at, 48), d);
    e = multiplyAdd(value, v128.load(at, 64), e);
    f = multiplyAdd(value, v128.load(at, 80), f);
    g = multiplyAdd(value, v128.load(at, 96), g);
    h = multiplyAdd(value, v128.load(at, 112), h);
    if (isVoid<Narrow>()) {
      i = multiplyAdd(value, v128.load(at, 128), i);
      j = multiplyAdd(value, v128.load(at, 144), j);
      k = multiplyAdd(value, v128.load(at, 160), k);
      l = multiplyAdd(value, v128.load(at, 176), l);
    }
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
  v128.store(to, e, 64);
  v128.store(to, f, 80);
  v128.store(to, g, 96);
  v128.store(to, h, 112);
  if (isVoid<Narrow>()) {
    v128.store(to, i, 128);
    v128.store(to, j, 144);
    v128.store(to, k, 160);
    v128.store(to, l, 176);
  }
}

/** Adds the listed numbers, each times the span at its offset from `from`, to the span at `to`. */
export function addListed(to: usize, list: usize, end: usize, from: usize, span: i32): void {
  if (span % WIDE == 0) {
    for (let i = 0; i < span; i += WIDE) {
      addPart<void>(to + (i << 2), list, end, from + (i << 2));
    }
  } else {
    for (let i = 0; i < span; i += NARROW) {
      addPart<i32>(to + (i << 2), list, end, from + (i << 2));
    }
  }
}
