import type { ComponentChildren } from 'preact';
import { PlaneFrame } from '#kit/plane/PlaneFrame.tsx';
import { plane } from './definition.ts';

interface CirclePlaneProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** The unit circle, and what stands on it. */
export function CirclePlane({ label, children }: CirclePlaneProps) {
  const { x, y } = plane.toPixels({ x: 0, y: 0 });
  return (
    <PlaneFrame plane={plane} label={label}>
      <circle class="unit-circle" cx={x} cy={y} r={plane.unit} />
      {children}
    </PlaneFrame>
  );
}
