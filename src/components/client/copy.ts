/** A button with `data-copy` copies the text of the `<code>` it stands beside. */
const SAID_FOR_MS = 2000;

export function connectCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.textContent;
    // What came of it is read aloud, too.
    button.ariaLive = 'polite';
    const say = (text: string) => {
      button.textContent = text;
      setTimeout(() => {
        button.textContent = label;
      }, SAID_FOR_MS);
    };
    button.addEventListener('click', async () => {
      const code = button.parentElement?.querySelector('code');
      if (!code) return;
      try {
        await navigator.clipboard.writeText(code.textContent);
        say('Copied');
      } catch {
        // No permission, or not a secure context: leave the text selected for the reader to copy.
        getSelection()?.selectAllChildren(code);
        say('Selected: press Ctrl+C');
      }
    });
  }
}
