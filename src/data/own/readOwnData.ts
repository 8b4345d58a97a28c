import { readCsvVectors } from './csvVectors.ts';
import { isIdx, readIdxImages } from './idx.ts';
import { DataError, type LabelledVectors } from './labelledVectors.ts';
import { isNpy } from './npy.ts';
import { readNpyVectors } from './npyVectors.ts';

/** The part of a File that reading needs. */
export interface NamedFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

type Format = 'csv' | 'npy' | 'idx';

interface Content {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** A packed file must not unpack to more than what the largest set would take as float64. */
const MOST_BYTES = 700e6;

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = unpacked.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new DataError(`it unpacks to more than ${MOST_BYTES / 1e6} MB`);
    }
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

async function open(file: NamedFile): Promise<Content> {
  const read = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw new DataError(`${file.name} cannot be read; is it still there?`);
    }),
  );
  const isPacked = read[0] === 0x1f && read[1] === 0x8b;
  const bytes = isPacked
    ? await unpack(read).catch((error: unknown) => {
        const reason = error instanceof DataError ? error.message : 'the packed file is damaged';
        throw new DataError(`${file.name}: ${reason}`);
      })
    : read;
  const format: Format = isNpy(bytes) ? 'npy' : isIdx(bytes) ? 'idx' : 'csv';
  return { name: file.name, format, bytes };
}

function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DataError('this is neither NPY nor IDX nor text in UTF-8');
  }
  if (text.includes('\0')) throw new DataError('this is neither NPY nor IDX nor a text');
  return text;
}

/** Of two NPY files, the one of labels is named so, or else comes second. */
function inOrder([first, second]: readonly [Content, Content]): readonly [Content, Content] {
  const isLabels = ({ name }: Content) => /label|target|(^|[-_.])y([-_.]|$)/i.test(name);
  return isLabels(first) && !isLabels(second) ? [second, first] : [first, second];
}

function read(contents: readonly Content[]): LabelledVectors {
  const [first, second] = contents;
  if (first?.format === 'csv' && !second) return readCsvVectors(decodeText(first.bytes));
  if (first?.format === 'npy' && !second) return readNpyVectors(first.bytes);
  if (first?.format === 'npy' && second?.format === 'npy') {
    const [vectors, labels] = inOrder([first, second]);
    return readNpyVectors(vectors.bytes, labels.bytes);
  }
  if (first?.format === 'idx' && second?.format === 'idx')
    return readIdxImages(first.bytes, second.bytes);
  if (first?.format === 'idx' && !second)
    throw new DataError('IDX comes as two files: choose images and labels together');
  throw new DataError(
    `${contents.map(({ format }) => format.toUpperCase()).join(' and ')} do not go together`,
  );
}

/**
 * The reader's own data from the files that were chosen together: a CSV; an NPY with labels in its
 * last column, or two; an IDX file of images and one of labels. Any of them may be gzipped. What a
 * file is, its content says. Nothing is sent anywhere. Throws a DataError in a sentence.
 */
export async function readOwnData(files: readonly NamedFile[]): Promise<LabelledVectors> {
  if (files.length !== 1 && files.length !== 2)
    throw new DataError(`choose one file, or two that belong together, not ${files.length}`);
  const contents = await Promise.all(files.map(open));
  try {
    return read(contents);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(`${files.map(({ name }) => name).join(' and ')}: ${error.message}`);
  }
}
