import { options } from 'preact';

/**
 * A browser that translates the page puts a `<font>` with other words in the place of each text. What
 * a figure then writes to the text, which stands nowhere any more, nobody would see. So a translation
 * gives way to its text as soon as the text changes, or what stands around it is rendered anew: the
 * browser sees new words, and translates them in its turn.
 */
const translations = new Map<Node, Element>();

const isText = (node: Node) => node.nodeType === 3;
const isTranslation = (node: Node): node is Element => node.nodeName.toLowerCase() === 'font';

function restore(text: Node): void {
  const translation = translations.get(text);
  translations.delete(text);
  translation?.replaceWith(text);
}

/**
 * Notes which text each translation stands for, whether it was put in its place or around it. Numbers are
 * not to be translated at all.
 */
export function keepTranslatedTexts(figure: Element): () => void {
  for (const number of figure.querySelectorAll('.number')) number.setAttribute('translate', 'no');
  const changes = new MutationObserver((records) => {
    for (const { target } of records) restore(target);
  });
  const places = new MutationObserver((records) => {
    let translation: Element | undefined;
    for (const { addedNodes, removedNodes } of records) {
      translation = [...addedNodes].find(isTranslation) ?? translation;
      const text = [...removedNodes].find(isText);
      if (!text || !translation) continue;
      translations.set(text, translation);
      changes.observe(text, { characterData: true });
      translation = undefined;
    }
  });
  places.observe(figure, { childList: true, subtree: true });
  return () => {
    places.disconnect();
    changes.disconnect();
  };
}

/** What Preact tells before it renders a component, under the names that its own packages use. */
interface Rendering {
  readonly __c?: { readonly __P?: Node };
}
const hooks: { __r?: (rendering: Rendering) => void } = options as object;
const wasHooked = hooks.__r;
hooks.__r = (rendering) => {
  const place = rendering.__c?.__P;
  for (const [text, translation] of translations)
    if (!place || place.contains(translation)) restore(text);
  wasHooked?.(rendering);
};
