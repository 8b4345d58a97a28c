/** On paper a figure stays whole with its caption; what else there is to know may go on overleaf. */

/** Takes the details out of the captions while the page is printed, and puts them back. */
export function unfoldDetailsOnPaper(): void {
  addEventListener('beforeprint', () => {
    const details = document.querySelectorAll<HTMLDetailsElement>('.caption-details');
    const returns = [...details].map(takeOut);
    const putBack = () => {
      for (const back of returns) back();
    };
    addEventListener('afterprint', putBack, { once: true });
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
