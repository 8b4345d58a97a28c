import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { onThemeChange, tokenColour } from '#kit/figure/theme.ts';
import type { TripletQuantities, TripletState } from '#kit/plane/triplet.ts';
import { lossAtDistance, plane } from './definition.ts';

/** Coarse, since the field is smooth: the browser scales it up to the size of the plane. */
const PIXELS = 240;
const SAMPLES = 48;
/** A tint that grows with the loss and never saturates: half of the strongest at this loss. */
const HALF_TINT_LOSS = 1.5;
const STRONGEST_TINT = 0.5;

interface LossFieldProps {
  readonly state: ReadonlySignal<TripletState>;
  readonly quantities: ReadonlySignal<TripletQuantities>;
}

/** The loss for every place that the negative could have, as a tint behind the plane. */
export function LossField({ state, quantities }: LossFieldProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const colour = signal(tokenColour('--loss'));
    const stopTheme = onThemeChange(() => {
      colour.value = tokenColour('--loss');
    });
    const stopPainting = effect(() =>
      paint(context, state.value, quantities.value.zoneRadii.easy, colour.value),
    );
    return () => {
      stopTheme();
      stopPainting();
    };
  }, []);
  return <canvas class="loss-field" data-drawing ref={canvas} width={PIXELS} height={PIXELS} />;
}

/** The loss depends on the negative's distance to the anchor alone, so a radial gradient is exact. */
function paint(
  context: CanvasRenderingContext2D,
  state: TripletState,
  end: number,
  colour: string,
): void {
  const scale = PIXELS / plane.size;
  const { x, y } = plane.toPixels(state.anchor);
  context.clearRect(0, 0, PIXELS, PIXELS);
  if (end === 0) return;
  const radius = end * plane.unit * scale;
  const [cx, cy] = [x * scale, y * scale];
  const gradient = context.createRadialGradient(cx, cy, 0, cx, cy, radius);
  for (let k = 0; k <= SAMPLES; k++) {
    const at = k / SAMPLES;
    const loss = lossAtDistance(state, at * end);
    const tint = ((100 * STRONGEST_TINT * loss) / (loss + HALF_TINT_LOSS)).toFixed(2);
    gradient.addColorStop(at, `color-mix(in srgb, ${colour} ${tint}%, transparent)`);
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, PIXELS, PIXELS);
}
