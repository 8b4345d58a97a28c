/**
 * What an anchor's only triplet costs, as WGSL of its `positive` and its `negative`; ROWS stands for none.
 * The functions of a margin's term are known.
 */
export const ONE_TRIPLET = `
  let margin = told(VALUES);
  var slope = 0.0;
  if (positive < ROWS && negative < ROWS) {
    let gap = measures[negative] - measures[positive];
    let pays = isActive(gap, margin);
    if (pays) { slope = slopeOf(gap); }
    if (thread == 0u) {
      selected = 1u;
      paying = u32(pays);
      if (pays) { sum = lossOf(gap, margin); }
    }
  }
  for (var row = thread; row < ROWS; row += THREADS) {
    let sign = f32(row == positive) - f32(row == negative);
    slopes[anchor * ROWS + row] = sign * slope * slopeAt(measures[row]);
  }`;
