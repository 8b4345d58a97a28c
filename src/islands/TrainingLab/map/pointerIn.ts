/** Where a pointer is in a square drawing of so many units a side. */
export function pointerIn(event: PointerEvent, size: number): { x: number; y: number } {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * size,
    y: ((event.clientY - box.top) / box.height) * size,
  };
}
