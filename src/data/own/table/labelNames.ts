/** A column so named holds the labels; of several, the name that stands first here. */
const NAMES: readonly string[] = [
  ...['label', 'labels', 'class', 'classes', 'target', 'targets', 'y', 'digit', 'species'],
  ...['cluster', 'category', 'variety', 'diagnosis', 'outcome', 'kind', 'type', 'group'],
];

/** A name with one of these among its words, such as class_id or "True label", does as well. */
const WORD = /(^|[^a-z])(labels?|class(es)?|targets?|species|clusters?|category)([^a-z]|$)/;

/**
 * The column whose name says that it holds the labels. "y" is one only where no "x" is beside it: then
 * both are coordinates, unless there is nothing else.
 */
export function namedLabel(names: readonly string[]): number | undefined {
  const plain = names.map((name) => name.trim().toLowerCase());
  const areCoordinates = plain.includes('x') && plain.length > 2;
  for (const name of NAMES) {
    const column = plain.indexOf(name);
    if (column >= 0 && !(name === 'y' && areCoordinates)) return column;
  }
  const column = plain.findIndex((name) => WORD.test(name));
  return column >= 0 ? column : undefined;
}
