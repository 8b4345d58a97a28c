const HEADING = /^## (.+)$/gm;

/** As the page spells a heading in its address. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

/** The heading of the section with this place in an address. Throws when none of the chapters has it. */
export function headingOf(chapters: readonly string[], slug: string): string {
  const headings = chapters.flatMap((source) =>
    [...source.matchAll(HEADING)].map(([, heading]) => heading!),
  );
  const found = headings.find((heading) => slugOf(heading) === slug);
  if (found === undefined)
    throw new Error(`No section is at "#${slug}": there are ${headings.map(slugOf).join(', ')}.`);
  return found;
}
