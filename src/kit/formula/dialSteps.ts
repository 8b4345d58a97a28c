const STEPS = [
  { by: -1, sign: '−', says: 'less' },
  { by: 1, sign: '+', says: 'more' },
] as const;

/**
 * Minus and plus below a number of a formula, for whoever can neither drag nor type. The number keeps
 * the focus. Returns how to take them away.
 */
export function showSteps(number: HTMLElement, label: string, step: (by: 1 | -1) => void) {
  const figure = number.closest<HTMLElement>('[data-figure]');
  const steps = document.createElement('span');
  steps.className = 'dial-steps';
  for (const { by, sign, says } of STEPS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.textContent = sign;
    button.ariaLabel = `${says} ${label}`;
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => step(by));
    steps.append(button);
  }
  if (figure) {
    const { left, top } = figure.getBoundingClientRect();
    const place = number.getBoundingClientRect();
    steps.style.left = `${place.left + place.width / 2 - left}px`;
    steps.style.top = `${place.bottom - top}px`;
    figure.append(steps);
  }
  return () => steps.remove();
}
