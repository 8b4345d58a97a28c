/** What some browsers tell of the connection; not every TypeScript library knows it. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

const SLOW: readonly (string | undefined)[] = ['slow-2g', '2g', '3g'];

/** Whether nothing is to be fetched that the reader has not asked for. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: Connection };
  return connection?.saveData === true || SLOW.includes(connection?.effectiveType);
}
