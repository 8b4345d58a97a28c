import type { ComponentChildren } from 'preact';
import type { Plane } from './plane.ts';

interface PlaneFrameProps {
  readonly plane: Plane;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** The embedding plane: a square with a line at each whole unit, and what stands on it. */
export function PlaneFrame({ plane, label, children }: PlaneFrameProps) {
  const { extent, size } = plane;
  const whole = Math.floor(extent);
  const units = Array.from({ length: 2 * whole + 1 }, (_, k) => k - whole);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing is no fieldset.
    <svg class="plane" data-drawing viewBox={`0 0 ${size} ${size}`} role="group" aria-label={label}>
      <g class="plane-grid">
        <rect x={0.5} y={0.5} width={size - 1} height={size - 1} />
        {units.map((value) => {
          const { x, y } = plane.toPixels({ x: value, y: value });
          return (
            <g key={value}>
              <line x1={x} x2={x} y1={0} y2={size} />
              <line x1={0} x2={size} y1={y} y2={y} />
            </g>
          );
        })}
      </g>
      {children}
    </svg>
  );
}
