import { tokenColour } from '../figure/theme.ts';
import { svgElement } from './svgElement.ts';

/** What is written under the drawings of a saved picture, besides the figure's title. */
export interface SmallPrint {
  readonly settings: string;
  readonly link: string;
}

const LINE = 17;
/** Where a line may be broken: after a space, and in a link before the next of its settings. */
const PIECES = /[^\s&]*\s|&?[^\s&]+/g;

const STYLES = {
  title: { size: '14px', weight: '600', colour: '--ink' },
  note: { size: '12px', weight: '400', colour: '--muted' },
} as const;

/** The figure's number and title, as its caption begins. */
function titleOf(figure: HTMLElement): string {
  const textOf = (part: string) => figure.querySelector(`figcaption ${part}`)?.textContent ?? '';
  return `${textOf('.figure-number')}. ${textOf('.figure-title').replace(/\.$/, '')}`;
}

/** Title, settings and link, in lines no wider than this, and how high they stand. */
export function printUnder(figure: HTMLElement, print: SmallPrint, width: number) {
  const group = svgElement('g');
  const family = getComputedStyle(figure).fontFamily;
  let y = 0;
  const write = (text: string, { size, weight, colour }: (typeof STYLES)['title' | 'note']) => {
    for (const line of broken(text, `${weight} ${size} ${family}`, width)) {
      y += LINE;
      const words = svgElement('text', { y, fill: tokenColour(colour) });
      Object.assign(words.style, { fontFamily: family, fontSize: size, fontWeight: weight });
      words.textContent = line;
      group.append(words);
    }
  };
  write(titleOf(figure), STYLES.title);
  write(print.settings, STYLES.note);
  write(print.link, STYLES.note);
  return { group, height: y };
}

function broken(text: string, font: string, width: number): readonly string[] {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = font;
  const lines = [''];
  for (const [piece] of text.matchAll(PIECES)) {
    const longer = lines.at(-1) + piece;
    if (lines.at(-1) !== '' && context.measureText(longer.trimEnd()).width > width)
      lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trimEnd());
}
