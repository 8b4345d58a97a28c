/** On paper a figure stays whole with its caption; what else there is to know may go on overleaf. */
import { noteLinks } from './linkNotes.ts';

/** Takes the details out of the captions and notes the links while the page is printed, and puts all back. */
export function prepareForPaper(): void {
  addEventListener('beforeprint', () => {
    const details = document.querySelectorAll<HTMLDetailsElement>('.caption-details');
    // The links as they follow each other on paper, where the details have their place.
    const returns = [...[...details].map(takeOut), noteLinks()];
    addEventListener(
      'afterprint',
      () => {
        for (const putBack of returns) putBack();
      },
      { once: true },
    );
  });
}

function takeOut(details: HTMLDetailsElement): () => void {
  const [caption, wasOpen] = [details.parentElement!, details.open];
  details.closest('.figure-place')?.after(details);
  details.open = true;
  return () => {
    caption.append(details);
    details.open = wasOpen;
  };
}
