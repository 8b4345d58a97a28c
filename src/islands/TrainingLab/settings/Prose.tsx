/** A paragraph in which d_ap is written with its subscript. */
export const Prose = ({ text }: { readonly text: string }) => (
  <p>
    {text.split(/_(\w+)/).map((part, k) => (k % 2 === 1 ? <sub key={part}>{part}</sub> : part))}
  </p>
);
