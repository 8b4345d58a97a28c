import { type Signal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import './drawing.css';

/** Side of the pad in its own units, in which strokes are kept. */
const SIDE = 280;
const PEN = 20;

interface PadPoint {
  readonly x: number;
  readonly y: number;
}

interface DrawingPadProps {
  /** Where the pen went, each time from touching the paper to leaving it. */
  readonly strokes: Signal<readonly (readonly PadPoint[])[]>;
  /** What it is for, and what there is for readers without a pointer. */
  readonly label: string;
}

/** Paper to draw on with a pointer or a finger. */
export function DrawingPad({ strokes, label }: DrawingPadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = useRef<number | undefined>(undefined);

  useSignalEffect(() => {
    const context = canvas.current?.getContext('2d');
    const drawn = strokes.value;
    if (!context) return;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, SIDE, SIDE);
    context.strokeStyle = '#000';
    context.lineWidth = PEN;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (const [first, ...rest] of drawn) {
      if (!first) continue;
      context.beginPath();
      context.moveTo(first.x, first.y);
      // A dot is a line to where it already is.
      for (const { x, y } of rest.length > 0 ? rest : [first]) context.lineTo(x, y);
      context.stroke();
    }
  });

  const place = (event: PointerEvent): PadPoint => {
    const box = canvas.current!.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * SIDE,
      y: ((event.clientY - box.top) / box.height) * SIDE,
    };
  };
  const lift = (event: PointerEvent) => {
    if (event.pointerId === pen.current) pen.current = undefined;
  };

  return (
    <canvas
      class="drawing-pad"
      data-drawing
      ref={canvas}
      width={SIDE}
      height={SIDE}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        if (pen.current !== undefined) return;
        pen.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
        strokes.value = [...strokes.value, [place(event)]];
      }}
      onPointerMove={(event) => {
        if (event.pointerId !== pen.current) return;
        const last = strokes.value.at(-1) ?? [];
        strokes.value = [...strokes.value.slice(0, -1), [...last, place(event)]];
      }}
      onPointerUp={lift}
      onPointerCancel={lift}
    />
  );
}
