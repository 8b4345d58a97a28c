/** Which part of the data an array is of, as its name tells: x_train, test_images, y-val. */
const PART = /(^|[_.-])(train(?:ing)?|test(?:ing)?|val(?:id(?:ation)?)?)(?=[_.-]|$)/i;

/**
 * The two arrays to train on, of an archive that has the same arrays for other parts of the data: by
 * their names, each of which has to tell its part. Nothing where one does not, or there are not two.
 */
export function trainingPair(names: readonly string[]): string[] | undefined {
  const isTraining = (name: string) => /^train/i.test(PART.exec(name)?.[2] ?? '');
  const withoutPart = (name: string) => name.replace(PART, '');
  const pair = names.filter(isTraining);
  const contents = pair.map(withoutPart);
  const isOfOne = (name: string) => PART.test(name) && contents.includes(withoutPart(name));
  return pair.length === 2 && names.every(isOfOne) ? pair : undefined;
}
