/** A window of a browser, whatever its engine: what the journeys need of it, and no more. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export type PressedKey = 'Enter' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight';

export interface Tab {
  /** Opens an address in a window that is so wide. */
  open(url: string, width?: number): Promise<void>;
  /**
   * What a function gives in the page, once what it promises has come. It is carried over as its text,
   * and may use nothing from around it.
   */
  run<A extends readonly unknown[], T>(
    inPage: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
  /** Presses the mouse, moves it in several moves, and lets go. */
  drag(from: Place, to: Place): Promise<void>;
  /** The same with a finger. */
  swipe(from: Place, to: Place): Promise<void>;
  /** A key, to what has the focus. */
  press(key: PressedKey): Promise<void>;
  /** The bytes of the page as it is printed. */
  print(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export const WIDE = 1280;
export const PHONE = 390;
export const HEIGHT = 900;
/** So many moves make a drag. */
export const MOVES = 5;

/** Where a pointer is after so many of its moves. */
export const between = (from: Place, to: Place, move: number): Place => ({
  x: from.x + ((to.x - from.x) * move) / MOVES,
  y: from.y + ((to.y - from.y) * move) / MOVES,
});
