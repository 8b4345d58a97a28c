/** What went wrong, as its own words; whatever was thrown. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : `${error}`;
