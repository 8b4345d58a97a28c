const ADDRESS = /url\("?([^")]+)"?\)/;

/** Every @font-face rule of the page that brings a file, with that file's address. */
function* facesOfPage(): Generator<{ family: string; rule: CSSFontFaceRule; address: string }> {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const address = ADDRESS.exec(rule.style.getPropertyValue('src'))?.[1];
      if (!address) continue;
      const family = unquoted(rule.style.getPropertyValue('font-family'));
      yield { family, rule, address: new URL(address, sheet.href ?? document.baseURI).href };
    }
}

const unquoted = (name: string): string => name.trim().replace(/^["']|["']$/g, '');

async function dataAddress(address: string): Promise<string> {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The @font-face rules of the families that the texts of an SVG ask for first, files included. */
export async function fontFaces(svg: SVGSVGElement): Promise<string> {
  const wanted = new Set(
    [...svg.querySelectorAll('text')].map(({ style }) =>
      unquoted(style.fontFamily.split(',')[0] ?? ''),
    ),
  );
  const faces = [...facesOfPage()].filter(({ family }) => wanted.has(family));
  const rules = faces.map(async ({ rule, address }) =>
    rule.cssText.replace(ADDRESS, `url("${await dataAddress(address)}")`),
  );
  return (await Promise.all(rules)).join('\n');
}
