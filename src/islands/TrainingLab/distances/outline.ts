interface OutlineBox {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** A histogram as a path of steps, its highest bin reaching the top; '' when all bins are empty. */
export function outline(counts: Uint32Array, { width, top, bottom }: OutlineBox): string {
  const highest = counts.reduce((most, count) => Math.max(most, count), 0);
  if (highest === 0) return '';
  const step = width / counts.length;
  const steps = Array.from(counts, (count, bin) => {
    const y = bottom - (count / highest) * (bottom - top);
    return `V${y.toFixed(1)}H${((bin + 1) * step).toFixed(1)}`;
  });
  return `M0,${bottom}${steps.join('')}V${bottom}`;
}
