/** What a figure fetches when it is first needed. Rejects with a sentence where it does not come. */
export const fetchPart = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch((error: unknown) => {
    throw new Error(
      'A part of the page could not be fetched. Check the connection, then try again.',
      { cause: error },
    );
  });
