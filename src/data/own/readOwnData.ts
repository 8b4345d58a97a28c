import { isIdx, readIdxImages } from './arrays/idx.ts';
import { isNpy, readNpy } from './arrays/npy.ts';
import { readNpz } from './arrays/npz.ts';
import { isZip } from './arrays/zip.ts';
import { readCsvVectors } from './csvVectors.ts';
import { decodeText } from './decodeText.ts';
import { DataError, type LabelledVectors } from './labelledVectors.ts';
import { inOrder, type NamedArray, pairVectors, splitVectors } from './npyVectors.ts';
import { otherFormat } from './otherFormats.ts';
import type { LayoutChoice } from './table/layout.ts';
import { joinLabels, readTableOfLabels } from './table/tableOfLabels.ts';
import { takePart } from './takePart.ts';
import { isGzip, unpackGzip } from './unpack.ts';

/** The part of a File that reading needs. */
export interface NamedFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

type Format = 'csv' | 'npy' | 'npz' | 'idx';

interface Content {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** Of a table. */
  readonly text: string;
}

function formatOf(bytes: Uint8Array): Format {
  if (isNpy(bytes)) return 'npy';
  if (isIdx(bytes)) return 'idx';
  return isZip(bytes) ? 'npz' : 'csv';
}

async function open(file: NamedFile): Promise<Content> {
  const read = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw new DataError(`${file.name} cannot be read; is it still there?`);
    }),
  );
  try {
    const bytes = isGzip(read) ? await unpackGzip(read) : read;
    const other = otherFormat(bytes);
    if (other) throw new DataError(other);
    const format = formatOf(bytes);
    return { name: file.name, format, bytes, text: format === 'csv' ? decodeText(bytes) : '' };
  } catch (error) {
    throw new DataError(`${file.name}: ${(error as Error).message}`);
  }
}

function readArrays(arrays: readonly NamedArray[]): LabelledVectors {
  const [first, second] = arrays;
  if (arrays.length > 2)
    throw new DataError(`there are ${arrays.length} arrays in it: save vectors and labels alone`);
  return first && second ? pairVectors(...inOrder([first, second])) : splitVectors(first!);
}

async function readOne({ name, format, bytes, text }: Content, choice?: LayoutChoice) {
  if (format === 'csv') return readCsvVectors(text, choice);
  if (format === 'npz') {
    const { arrays, notes } = await readNpz(bytes);
    return { ...readArrays(arrays), notes };
  }
  if (format === 'npy') return readArrays(readNpy(bytes).map((array) => ({ ...array, name })));
  throw new DataError('IDX comes as two files: choose images and labels together');
}

/** How what is in two files of these formats comes into files that go together. */
const apartAdvice = (formats: readonly Format[]): string =>
  formats.includes('npz')
    ? 'an NPZ has both vectors and labels; choose it alone'
    : 'IDX images go with their IDX labels';

function readTwo(
  first: Content,
  second: Content,
  choice: LayoutChoice | undefined,
): LabelledVectors {
  const formats = `${first.format} ${second.format}`;
  if (formats === 'idx idx') return readIdxImages(first.bytes, second.bytes);
  if (formats === 'npy npy')
    // Of several arrays in one file NumPy reads the first, too.
    return readArrays([first, second].map(({ name, bytes }) => ({ ...readNpy(bytes)[0]!, name })));
  if (formats === 'csv csv') {
    const { text, known } = joinLabels([first.text, second.text]);
    return readCsvVectors(text, { ...known, ...choice });
  }
  if (formats === 'npy csv') return readWithTable(first, second);
  if (formats === 'csv npy') return readWithTable(second, first);
  throw new DataError(
    `${formats.toUpperCase().replace(' ', ' and ')} do not go together: ${apartAdvice([first.format, second.format])}`,
  );
}

/** Vectors of an array with the labels of a table. */
function readWithTable(array: Content, table: Content): LabelledVectors {
  const [vectors] = readNpy(array.bytes);
  const labels = readTableOfLabels(table.text, vectors!.shape[0] ?? 0);
  return pairVectors(vectors!, { shape: [labels.length], values: labels });
}

/**
 * The reader's own data from the files that were chosen together: a CSV; an NPY with labels in its
 * last column, or two, or both in an NPZ; a CSV or an NPY and a CSV of labels; an IDX file of images and one
 * of labels. Any of them may be gzipped. What a file is, its content says; what the columns of a CSV are is found, as far as `choice`
 * does not say it. Of too many samples a part is taken. Nothing is sent anywhere. Throws a DataError in
 * a sentence.
 */
export async function readOwnData(
  files: readonly NamedFile[],
  choice?: LayoutChoice,
): Promise<LabelledVectors> {
  if (files.length !== 1 && files.length !== 2)
    throw new DataError(`choose one file, or two that belong together, not ${files.length}`);
  const [first, second] = await Promise.all(files.map(open));
  try {
    return takePart(second ? readTwo(first!, second, choice) : await readOne(first!, choice));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const names = files.map(({ name }) => name).join(' and ');
    throw new DataError(`${names}: ${error.message}`, error.table);
  }
}
