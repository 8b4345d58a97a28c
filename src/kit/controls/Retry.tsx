/** Beside a sentence that says what did not come. */
export const Retry = ({ press }: { press(): void }) => (
  <>
    {' '}
    <button type="button" onClick={press}>
      Try again
    </button>
  </>
);
