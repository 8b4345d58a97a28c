/** The entry of that name. Throws an error that lists the known names. */
export function lookUp<Name extends string, Value>(
  registry: ReadonlyMap<Name, Value>,
  kind: string,
  name: Name,
): Value {
  const found = registry.get(name);
  if (found === undefined)
    throw new RangeError(`unknown ${kind} "${name}": known are ${[...registry.keys()].join(', ')}`);
  return found;
}
