import { svgElement } from './svgElement.ts';

const FONT = ['fontFamily', 'fontSize', 'fontStyle', 'fontWeight'] as const;

/** The words of a part of the page, line by line as they stand there, moved. */
export function wordsOf(part: Element, dx: number, dy: number): SVGGElement {
  const group = svgElement('g');
  for (const { text, parent, left, top } of linesOf(part)) {
    const style = getComputedStyle(parent);
    const line = svgElement('text', {
      x: left + dx,
      y: top + dy + ascentOf(style),
      fill: style.color,
    });
    for (const name of FONT) line.style[name] = style[name];
    line.textContent = text;
    group.append(line);
  }
  return group;
}

/** Words of one look that follow each other in one line. */
interface Line {
  text: string;
  readonly parent: Element;
  readonly left: number;
  readonly top: number;
  right: number;
}

function linesOf(part: Element): readonly Line[] {
  const lines: Line[] = [];
  for (const { word, parent, box } of wordsIn(part)) {
    const last = lines.at(-1);
    const isNext = last?.parent === parent && Math.abs(last.top - box.top) < 1;
    if (last && isNext) {
      last.text += box.left - last.right > 1 ? ` ${word}` : word;
      last.right = box.right;
    } else lines.push({ text: word, parent, left: box.left, top: box.top, right: box.right });
  }
  return lines;
}

/** The words that can be seen, and the place of each. */
function* wordsIn(part: Element) {
  const range = document.createRange();
  const nodes = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode as Text;
    const parent = node.parentElement!;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    // For the ear alone.
    if (parent.closest('.visually-hidden')) continue;
    for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      yield { word, parent, box: range.getBoundingClientRect() };
    }
  }
}

/** From the upper edge of a text's box to the line that it stands on. */
function ascentOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return context.measureText('x').fontBoundingBoxAscent;
}
