/**
 * A function that remembers its last answer: asked of the same arguments again, however many ask
 * and in whatever order, it works once. For pure functions of values that do not change.
 */
export function rememberLast<A extends readonly unknown[], B>(
  of: (...asked: A) => B,
): (...asked: A) => B {
  let latest: { readonly asked: A; readonly answer: B } | undefined;
  return (...asked) => {
    if (!latest?.asked.every((value, k) => Object.is(value, asked[k])))
      latest = { asked, answer: of(...asked) };
    return latest.answer;
  };
}
