/**
 * KaTeX lets a line be broken behind any sum or relation, within brackets too. A short group in
 * brackets or between the bars of a norm is kept on one line: its parts come into an element in which
 * the sheet lets nothing be broken.
 */

/** So many signs between brackets are few, and so many in all parts that hold them find room on a phone. */
const SHORT = 14;
const ROOM = 24;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '∥': '∥' };

/** Where a bracket was opened: its place among the signs of the formula, and the part that it is in. */
interface Opened {
  readonly sign: string;
  readonly at: number;
  readonly part: number;
}

/** Puts the parts of a formula together between which a short group would be broken. */
export function joinGroups(tree: Element): void {
  const parts = [...tree.querySelectorAll(':scope > .katex-base')];
  const groups = shortGroups(parts.map((part) => [...(part.textContent ?? '')]));
  const isJoined = (part: number) => groups.some(([from, to]) => from < part && part <= to);
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    if (!before || !isJoined(index)) return;
    const joined = before.parentElement === tree ? wrapped(before) : before.parentElement!;
    joined.append(part);
  });
}

function wrapped(part: Element): Element {
  const joined = part.ownerDocument.createElement('span');
  joined.className = 'joined';
  part.replaceWith(joined);
  joined.append(part);
  return joined;
}

/** The first and the last part of each short group that more than one part holds. */
export function shortGroups(
  parts: readonly (readonly string[])[],
): readonly (readonly [from: number, to: number])[] {
  const signs = parts.flatMap((part, index) => part.map((sign) => ({ sign, index })));
  const fits = (from: number, to: number) => parts.slice(from, to + 1).flat().length <= ROOM;
  const open: Opened[] = [];
  return signs.flatMap(({ sign, index }, at) => {
    const last = open.at(-1);
    if (last && CLOSING[last.sign] === sign) {
      open.pop();
      const isShort = at - last.at <= SHORT && fits(last.part, index);
      return index > last.part && isShort ? [[last.part, index] as const] : [];
    }
    if (CLOSING[sign]) open.push({ sign, at, part: index });
    return [];
  });
}
