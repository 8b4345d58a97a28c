/** What anyone who offers a choice needs to know of it. */
export interface Choice {
  /** As links, settings files and code spell it. */
  readonly name: string;
  /** What it is called on the page. */
  readonly label: string;
  /** What it does, in a sentence or two. */
  readonly about: string;
}

/** The names of a list of choices. */
export type NameOf<Entries extends readonly { readonly name: string }[]> = Entries[number]['name'];

/** Choices by name, in the order in which they are offered. Throws when two have the same name. */
export function registryOf<Name extends string, Entry>(
  entries: readonly (Entry & { readonly name: Name })[],
): ReadonlyMap<Name, Entry> {
  const registry = new Map<Name, Entry>(entries.map((entry) => [entry.name, entry]));
  if (registry.size < entries.length)
    throw new RangeError(
      `every name may stand for one choice only: ${entries.map(({ name }) => name).join(', ')}`,
    );
  return registry;
}
