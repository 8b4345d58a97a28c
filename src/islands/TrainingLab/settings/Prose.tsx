import { Fragment } from 'preact';

/** A text in which d_ap is written with its subscript; other names keep their underscores. */
export const subscripted = (text: string) =>
  text.split(/\bd_(\w+)/).map((part, k) =>
    k % 2 === 1 ? (
      <Fragment key={k}>
        d<sub>{part}</sub>
      </Fragment>
    ) : (
      part
    ),
  );

/** A paragraph of such a text. */
export const Prose = ({ text }: { readonly text: string }) => <p>{subscripted(text)}</p>;
