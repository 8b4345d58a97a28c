import type { ComponentChildren } from 'preact';

interface MenuItemProps {
  /** The id of the menu that it stands in, and closes. */
  readonly menu: string;
  /** What style sheets call it. */
  readonly class?: string;
  readonly children: ComponentChildren;
  choose(): void;
}

/** One choice of a figure's menu. */
export const MenuItem = ({ menu, class: name = '', choose, children }: MenuItemProps) => (
  <button
    type="button"
    class={`quiet ${name}`}
    popovertarget={menu}
    popovertargetaction="hide"
    onClick={choose}
  >
    {children}
  </button>
);
