export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Moves boxes up, so that no empty stripe across all of them is higher than `most`: where they stood
 * beside each other, they still do. The first begins at 0.
 */
export function closeGaps<B extends Box>(boxes: readonly B[], most: number): readonly number[] {
  const order = [...boxes.keys()].toSorted((a, b) => boxes[a]!.top - boxes[b]!.top);
  const tops = new Array<number>(boxes.length);
  let bottom = boxes[order[0] ?? 0]?.top ?? 0;
  let raised = bottom;
  for (const index of order) {
    const { top, height } = boxes[index]!;
    raised += Math.max(0, top - bottom - most);
    tops[index] = top - raised;
    bottom = Math.max(bottom, top + height);
  }
  return tops;
}
