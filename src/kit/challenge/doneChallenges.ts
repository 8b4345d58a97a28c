/** Where the device, and nobody else, remembers which challenges were met. */
const KEY = 'challenges';

/** The names that a stored text holds; none where it is missing or no list. */
export function parseDone(text: string | null): readonly string[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** A browser may keep its storage closed: then a challenge is met for this visit only. */
function stored(): readonly string[] {
  try {
    return parseDone(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

export const isRemembered = (name: string): boolean => stored().includes(name);

/** Remembers that a challenge was met, or forgets it. */
export function remember(name: string, isMet: boolean): void {
  const others = stored().filter((other) => other !== name);
  try {
    localStorage.setItem(KEY, JSON.stringify(isMet ? [...others, name] : others));
  } catch {
    // The storage is closed or full.
  }
}
