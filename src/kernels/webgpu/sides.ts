/** `sideOf(row)`: which of its class a row is, the first 0, the second 1; 2 for others, and a class of one. */
export const SIDE_OF = `
fn sideOf(row: u32) -> u32 {
  let first = step[FROM + row];
  if (step[TO + row] < first + 2u) { return 2u; }
  if (step[LIST + first] == row) { return 0u; }
  return select(2u, 1u, step[LIST + first + 1u] == row);
}`;
