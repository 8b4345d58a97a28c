/** A letter by itself is a variable, as in "2N": not an article, nor what a word as "k-NN" begins with. */
const LETTER = /(?<![a-z’])([b-zα-ω]|a(?! \w))(?![a-z-])/i;

/**
 * A label cut at its variables, which have the odd places. While building only: a figure's own labels
 * mark their letters where they are written.
 */
export const cutAtLetters = (label: string): readonly string[] => label.split(LETTER);
