export interface ImageSize {
  readonly height: number;
  readonly width: number;
}
