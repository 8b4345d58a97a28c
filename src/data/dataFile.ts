/** The files that the article brings along, each under a name that changes with what is in it. */
const addresses = (): Record<string, string> =>
  import.meta.glob<string>('./files/*.{bin,json,png}', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  });

/** The address of such a file, the same on the page and in a worker. */
export function dataFile(name: string): string {
  const address = addresses()[`./files/${name}`];
  if (address === undefined) throw new Error(`src/data/files has no "${name}".`);
  return address;
}
