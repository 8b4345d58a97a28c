/** Stands in every page for the release that it is of, until the build knows all its files. */
export const RELEASE = 'release-of-this-build';
