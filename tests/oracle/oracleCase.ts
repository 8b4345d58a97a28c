/** A reference case as the schema has it: what to compute, and what others' code answers. */
export interface OracleCase {
  readonly id: string;
  readonly category: string;
  readonly source: { readonly repo: string; readonly options?: Readonly<Record<string, unknown>> };
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance?: Tolerance | null;
}

export interface Tolerance {
  readonly lossAbs?: number;
  readonly probabilityAbs?: number;
  readonly gradAbs?: number;
  readonly rateAbs?: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The cases of a file. Throws a sentence that says which part of the schema is missing. */
export function readCases(text: string): OracleCase[] {
  const file: unknown = JSON.parse(text);
  if (!isRecord(file) || !Array.isArray(file['cases']))
    throw new Error('an oracle file is an object with a list "cases"');
  return file['cases'].map((item: unknown, place) => {
    if (!isRecord(item)) throw new Error(`case ${place} is not an object`);
    for (const key of ['id', 'category'])
      if (typeof item[key] !== 'string') throw new Error(`case ${place} has no text "${key}"`);
    for (const key of ['source', 'inputs', 'options', 'expected'])
      if (!isRecord(item[key])) throw new Error(`case ${item['id']} has no object "${key}"`);
    return item as unknown as OracleCase;
  });
}
