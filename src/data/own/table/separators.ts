/** What lies between cells; of blanks, any number is one separator. */
export const SEPARATORS = ['\t', ';', ',', '|', ' '] as const;
export type Separator = (typeof SEPARATORS)[number];
