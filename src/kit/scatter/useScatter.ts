import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { onResize } from '../figure/onResize.ts';
import { onThemeChange } from '../figure/theme.ts';
import { type Drawn, Scatter } from './scatter.ts';

/** A scatter on a canvas of the island's own: it follows the canvas's size and the theme. */
export function useScatter(
  canvas: RefObject<HTMLCanvasElement>,
  onDrawn: (drawn: Drawn, milliseconds: number) => void,
): RefObject<Scatter> {
  const scatter = useRef<Scatter>(null);
  useEffect(() => {
    const element = canvas.current!;
    const painter = new Scatter({ canvas: element, onDrawn });
    scatter.current = painter;
    const stopTheme = onThemeChange(() => painter.readTheme());
    const stopResize = onResize(element, () => painter.redraw());
    return () => {
      stopTheme();
      stopResize();
      painter.stop();
    };
  }, []);
  return scatter;
}
