import { DataError } from '../labelledVectors.ts';
import { list } from '../list.ts';
import type { NamedArray } from '../npyVectors.ts';
import { readNpy } from './npy.ts';
import { trainingPair } from './trainingPair.ts';
import { readZipEntry, type ZipEntry, zipEntries } from './zip.ts';

const NPY = /\.npy$/;

/** What a ZIP archive without arrays is, by a file that it has, and what to do. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\//, 'this is a workbook of Excel: save the sheet as “CSV UTF-8”'],
  [/content\.xml$/, 'this is a workbook: save the sheet as CSV'],
  [
    /data\.pkl$/,
    "this is a file of PyTorch: save its tensors by np.savez('data.npz', x=x.numpy(), y=y.numpy())",
  ],
];

/** So many names show which archive it is. */
const MOST_NAMES = 8;

/** Refuses an archive of arrays of which it is unclear which two to take, with the line of Python that makes one of two. */
function refuseMany(names: readonly string[]): never {
  if (names.includes('indptr') || (names.includes('format') && names.includes('shape')))
    throw new DataError(
      "this is a sparse matrix: np.savez('data.npz', x=scipy.sparse.load_npz(path).toarray(), y=y) saves it in full, with its labels",
    );
  const training = names.filter((name) => /train/i.test(name));
  const [x, y] = training.length === 2 ? training : names;
  const told = [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])];
  throw new DataError(
    `there are ${names.length} arrays, ${told.join(', ')}: save vectors and labels alone, such as by np.savez('data.npz', x=a['${x}'], y=a['${y}']) after a = np.load(path)`,
  );
}

/** The arrays of an .npz file that are used, at most two, and what of more was taken, in sentences. */
interface NpzArrays {
  readonly arrays: readonly NamedArray[];
  readonly notes: readonly string[];
}

const nameOf = ({ name }: ZipEntry) => name.replace(NPY, '');

/** Throws a DataError where there are no arrays, or more than two and none that go together. */
export async function readNpz(bytes: Uint8Array): Promise<NpzArrays> {
  const entries = zipEntries(bytes);
  const files = entries.filter(({ name }) => NPY.test(name));
  const names = files.map(nameOf);
  if (files.length === 0) {
    const other = OTHERS.find(([sign]) => entries.some(({ name }) => sign.test(name)));
    throw new DataError(other?.[1] ?? 'this is an archive without arrays: unpack it first');
  }
  const used = files.length > 2 ? (trainingPair(names) ?? refuseMany(names)) : names;
  const left = names.filter((name) => !used.includes(name));
  const arrays = files
    .filter((file) => used.includes(nameOf(file)))
    .map(async (file) => {
      const [array] = readNpy(await readZipEntry(bytes, file));
      return { ...array!, name: nameOf(file) };
    });
  return {
    arrays: await Promise.all(arrays),
    notes: left.length > 0 ? [`${list(used)} are used, ${list(left)} left out.`] : [],
  };
}
