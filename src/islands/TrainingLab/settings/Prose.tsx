/** A text in which d_ap is written with its subscript. */
export const subscripted = (text: string) =>
  text.split(/_(\w+)/).map((part, k) => (k % 2 === 1 ? <sub key={k}>{part}</sub> : part));

/** A paragraph of such a text. */
export const Prose = ({ text }: { readonly text: string }) => <p>{subscripted(text)}</p>;
