/** What a phrase of the text asks a figure to do, dispatched on the figure's root. */
export const TRY_EVENT = 'figure:try';

export interface TryRequest {
  /** The settings to reach, as `parseTry` reads them. */
  readonly set: string;
  /** Told, from then on, whether the figure is there. */
  readonly report: (isThere: boolean) => void;
}
