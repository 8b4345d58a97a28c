/** Files that people have data in and that are not read: how they begin, and how they are turned. */
const FORMATS: readonly (readonly [string, string])[] = [
  ['PAR1', "this is Parquet: save it by pd.read_parquet(path).to_csv('table.csv', index=False)"],
  ['\x89HDF', 'this is HDF5: save its arrays by np.savez, such as np.savez("data.npz", x=x, y=y)'],
  ['MATLAB', 'this is a file of MATLAB: scipy.io.loadmat reads it, np.savez saves its arrays'],
  ['\xd0\xcf\x11\xe0', 'this is a workbook of Excel: save the sheet as “CSV UTF-8”'],
  ['\x80\x04', 'this is a pickle, which only Python can read: save its arrays by np.savez'],
  ['\x80\x03', 'this is a pickle, which only Python can read: save its arrays by np.savez'],
  ['\x89PNG', 'this is one picture: put all into one array of shape (samples, height, width)'],
  ['\xff\xd8\xff', 'this is one picture: put all into one array of shape (samples, height, width)'],
];

/** What a file is that is not read, and what to do; undefined for one that may be. */
export const otherFormat = (bytes: Uint8Array): string | undefined =>
  FORMATS.find(([start]) =>
    [...start].every((letter, at) => bytes[at] === letter.charCodeAt(0)),
  )?.[1];
