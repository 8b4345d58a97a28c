const PICTURE = 'this is one picture: put all into one array of shape (samples, height, width)';
const PICKLE = 'this is a pickle, which only Python can read: save its arrays by np.savez';
const OF_R =
  "this is a file of R: save the table by write.csv(data, 'table.csv', row.names = FALSE)";
const packedBy = (tool: string, name: string) =>
  `this is packed by ${name}: unpack it with ${tool}, or pack it with gzip`;

/** Files that people have data in and that are not read: how they begin, and how they are turned. */
const FORMATS: readonly (readonly [string, string])[] = [
  ['PAR1', "this is Parquet: save it by pd.read_parquet(path).to_csv('table.csv', index=False)"],
  ['ARROW1', "this is Feather: save it by pd.read_feather(path).to_csv('table.csv', index=False)"],
  ['\x89HDF', 'this is HDF5: save its arrays by np.savez, such as np.savez("data.npz", x=x, y=y)'],
  ['MATLAB', 'this is a file of MATLAB: scipy.io.loadmat reads it, np.savez saves its arrays'],
  ['RDX3\n', OF_R],
  ['RDX2\n', OF_R],
  ['X\n\0\0\0', OF_R],
  ['SQLite format', 'this is a database: save the table as CSV'],
  ['\xd0\xcf\x11\xe0', 'this is a workbook of Excel: save the sheet as “CSV UTF-8”'],
  ['\x80\x02', PICKLE],
  ['\x80\x03', PICKLE],
  ['\x80\x04', PICKLE],
  ['\x80\x05', PICKLE],
  ['\x89PNG', PICTURE],
  ['\xff\xd8\xff', PICTURE],
  ['GIF8', PICTURE],
  ['BZh', packedBy('bunzip2', 'bzip2')],
  ['\xfd7zXZ', packedBy('unxz', 'xz')],
  ['\x28\xb5\x2f\xfd', packedBy('unzstd', 'Zstandard')],
  ['7z\xbc\xaf', packedBy('7z x', '7-Zip')],
];

/** The same of texts, and of what begins with letters further on. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(%[^\n]*\n|\s)*@relation\b/i,
    "this is ARFF: pd.DataFrame(scipy.io.arff.loadarff(path)[0]).to_csv('table.csv', index=False) makes a table of it",
  ],
  [/^\s*<(!doctype|html|\?xml)/i, 'this is a page, not a table: was the file itself downloaded?'],
  [
    /^\s*[[{]\s*["[{\d-]/,
    "this is JSON: pd.read_json(path).to_csv('table.csv', index=False) may make a table of it",
  ],
  [
    /^[^\s,;]+( +\d+:\S+){2,} *\r?\n/,
    'this is LIBSVM’s format: x, y = sklearn.datasets.load_svmlight_file(path), then np.savez("data.npz", x=x.toarray(), y=y)',
  ],
  [/^version https:\/\/git-lfs/, 'this only points to a file: git lfs pull fetches it'],
  [/^.{200,256}\p{Cc}ustar/su, 'this is an archive: unpack it first'],
  [
    /^.{1,5}\p{Cc}{3,}\{"/su,
    'this is safetensors: safetensors.numpy.load_file(path) reads it, np.savez saves its arrays',
  ],
];

/** So much of a text shows what it is. */
const BEGINNING = 4000;

/** What a file is that is not read, and what to do; undefined for one that may be. */
export function otherFormat(bytes: Uint8Array): string | undefined {
  const byBytes = FORMATS.find(([start]) =>
    [...start].every((letter, at) => bytes[at] === letter.charCodeAt(0)),
  );
  if (byBytes) return byBytes[1];
  const text = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  return TEXTS.find(([sign]) => sign.test(text))?.[1];
}
