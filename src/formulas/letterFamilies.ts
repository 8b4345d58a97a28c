/**
 * KaTeX's style sheet in two: how formulas are laid out, and of which families their letters are. A
 * family that is named later has only the formulas set anew; a font that is declared later, the whole
 * page.
 */
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const OTHER_FORMATS = /,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g;
/** `font-family:KaTeX_Main`, and the end of `font:normal 1.21em KaTeX_Main,math,serif`. */
const FAMILY = /font-family:(KaTeX_[^;}]*);?/;
const IN_SHORTHAND = /(?<=font:[^;]*)(KaTeX_[^;}]*)/;

const isFont = (selector: string) => selector.startsWith('@font-face');

/** The sheet with its fonts, in the one format that every browser reads which runs the page, and no family. */
export const withoutFamilies = (css: string) =>
  css.replace(RULE, (rule, selector: string) =>
    isFont(selector)
      ? rule.replace(OTHER_FORMATS, '')
      : rule.replace(FAMILY, '').replace(IN_SHORTHAND, 'var(--font-serif)'),
  );

/** The rules of the sheet that name a family, with nothing else in them. */
export const familiesOf = (css: string) =>
  [...css.matchAll(RULE)].flatMap(([, selector = '', body = '']) => {
    const [, family] = FAMILY.exec(body) ?? IN_SHORTHAND.exec(body) ?? [];
    return family && !isFont(selector) ? [`${selector}{font-family:${family}}`] : [];
  });
