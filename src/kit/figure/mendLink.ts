/** What mail, wikis and chats do to a link on its way, undone as far as one can tell. */

/** What closes a sentence or a bracket around a link, and was taken for its end. */
const TAIL = /[\s.,;:!?*_'"”’»)\]}>]+$/u;

/** `&amp;`, once or more, before the name of a parameter. */
const ESCAPED = /(?:&|%26)(?:amp(?:;|%3B))+(?=[a-z][\w.]*=)/gi;

export const withoutTail = (text: string): string => text.replace(TAIL, '');

/** The parameters of an address whose `&` may have been spelled as in HTML. */
export const parametersOf = (search: string): URLSearchParams =>
  new URLSearchParams(search.replace(ESCAPED, '&'));

/** A value without what a link that leads to this figure may have behind it, its lost `#` included. */
export function valueAlone(text: string, figure: string): string {
  const name = withoutTail(text);
  const value = name.endsWith(figure) ? name.slice(0, -figure.length).replace(/#$/, '') : name;
  return withoutTail(value);
}

/** The places of a page that an address may mean. */
interface Places {
  hasPlace(id: string): boolean;
  readonly figures: readonly string[];
}

export interface MeantPlace {
  /** Where the address leads to, when that is not what it says. */
  readonly place?: string;
  /** What of it leads nowhere, in a sentence. */
  readonly problem?: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Where a link leads to whose `#…` is damaged or lost: to the figure that it sets. */
export function meantPlace(
  { hash, search }: { readonly hash: string; readonly search: string },
  { hasPlace, figures }: Places,
): MeantPlace {
  const asked = decoded(hash.slice(1));
  if (asked && hasPlace(asked)) return {};
  const clean = withoutTail(asked);
  if (clean && hasPlace(clean)) return { place: clean };
  const names = [...parametersOf(search).keys()].flatMap(
    (name) => name.match(/^[A-Z]\w*(?=\.)/) ?? [],
  );
  const place = names.find((name) => figures.includes(name));
  if (place) return { place };
  const [stranger] = names;
  if (stranger)
    return { problem: `The link sets the figure “${stranger}”, and there is none of that name.` };
  return asked
    ? { problem: `The link leads to “${asked.slice(0, 40)}”, and there is no such place.` }
    : {};
}
