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

/** The figure's number, and the title of its caption, else the heading that it stands under. */
function titleOf(figure: HTMLElement): string {
  const number = figure.querySelector('figcaption .figure-number')?.textContent ?? '';
  const heading = [...document.querySelectorAll('h2, h3')].findLast(
    (one) => one.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const title = (captionTitle(figure) ?? heading?.textContent ?? '').trim();
  return `${number.trim()}. ${title.replace(/[.,:]$/, '')}`;
}

/** What the caption begins with in bold. */
function captionTitle(figure: HTMLElement): string | undefined {
  const strong = figure.querySelector('figcaption strong');
  const begins = strong && !strong.previousSibling?.textContent?.trim();
  return begins ? strong.textContent : undefined;
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
