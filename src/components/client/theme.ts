/** The manual switch between the system's colour scheme, light and dark. */

const STORED = 'theme';

/** Storage may be refused (private windows, settings): the choice then lasts as long as the page. */
function remember(choice: string): void {
  try {
    if (choice === 'system') localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, choice);
  } catch {
    // Nothing is lost: the page itself has the choice.
  }
}

/** What this device remembers; what else may stand there is no theme. */
function remembered(): string {
  try {
    const stored = localStorage.getItem(STORED);
    if (stored === 'light' || stored === 'dark') return stored;
  } catch {
    // Then the page begins with the system's.
  }
  return 'system';
}

export function connectThemeSwitches(): void {
  const root = document.documentElement;
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-choice]');
  // Where the colours are the system's own, the theme that suits them is, too.
  const forced = matchMedia('(forced-colors: active)');
  let chosen = remembered();
  const show = () => {
    if (chosen === 'system' || forced.matches) delete root.dataset['theme'];
    else root.dataset['theme'] = chosen;
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset['themeChoice'] === chosen));
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      chosen = button.dataset['themeChoice'] ?? 'system';
      remember(chosen);
      show();
    });
  forced.addEventListener('change', show);
  show();
}
