/** Tells the reader something of the page as a whole, before the text. */
export function tell(sentence: string): void {
  const line = document.createElement('p');
  line.role = 'status';
  line.textContent = sentence;
  document.querySelector('#article')?.prepend(line);
}
