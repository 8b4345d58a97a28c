/** Labelled examples of each class. */
export const FEW = [1, 5, 10, 50] as const;

/** 1-NN accuracy with so many labels of each class. */
export type FewLabels = Readonly<Record<(typeof FEW)[number], number>>;
