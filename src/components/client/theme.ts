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

export function connectThemeSwitches(): void {
  const root = document.documentElement;
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-choice]');
  const show = () => {
    const current = root.dataset['theme'] ?? 'system';
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset['themeChoice'] === current));
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      const choice = button.dataset['themeChoice'] ?? 'system';
      if (choice === 'system') delete root.dataset['theme'];
      else root.dataset['theme'] = choice;
      remember(choice);
      show();
    });
  show();
}
