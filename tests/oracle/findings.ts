/** What a check found: the differences, or why the case cannot be expressed with this code. */
export interface Findings {
  readonly differences: readonly string[];
  readonly inexpressible?: string;
}

type Nested = number | string | null | readonly Nested[];

/** JSON has no NaN or infinity: the schema spells them. */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
  throw new TypeError(`expected a number, found ${JSON.stringify(value)}`);
}

/** Collects differences between expected and actual values, each under a name. */
export class Comparison implements Findings {
  readonly differences: string[] = [];
  /** How many values were compared: a check that compares nothing has not checked. */
  compared = 0;

  number(name: string, actual: number, expected: unknown, tolerance = 0): void {
    const wanted = toNumber(expected);
    this.compared++;
    const equal = Object.is(actual, wanted) || Math.abs(actual - wanted) <= tolerance;
    if (!equal)
      this.differences.push(`${name} is ${actual}, expected ${wanted} (tolerance ${tolerance})`);
  }

  /** Numbers, or lists of lists of them, of one shape. */
  numbers(
    name: string,
    actual: Nested | ArrayLike<number>,
    expected: unknown,
    tolerance = 0,
  ): void {
    if (!Array.isArray(expected)) {
      this.number(name, toNumber(actual), expected, tolerance);
      return;
    }
    const list = Array.from(actual as ArrayLike<number>) as readonly (number | Nested)[];
    if (list.length !== expected.length) {
      this.compared++;
      this.differences.push(`${name} has ${list.length} entries, expected ${expected.length}`);
      return;
    }
    expected.forEach((wanted, i) => {
      this.numbers(`${name}[${i}]`, list[i] as Nested, wanted, tolerance);
    });
  }

  /** Values that are equal to the letter as JSON. */
  same(name: string, actual: unknown, expected: unknown): void {
    this.compared++;
    const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (found !== wanted) this.differences.push(`${name} is ${found}, expected ${wanted}`);
  }

  finite(name: string, values: ArrayLike<number>): void {
    this.compared++;
    if (!Array.from(values).every(Number.isFinite)) this.differences.push(`${name} is not finite`);
  }
}
