import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepFocus } from './deep-focus';

/**
 * What had the focus when the window turned elsewhere, such as to a dialog of VS Code: the browser forgets it, and no
 * key reaches a page without a focus. It has the focus again when the window comes back, or `instead` gives it.
 */
export class KeptFocus implements ReactiveController {
  private left: HTMLElement | null = null;

  constructor(
    host: ReactiveControllerHost,
    private readonly instead: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('focusout', this.remember);
    window.addEventListener('focus', this.giveBack);
  }

  hostDisconnected(): void {
    document.removeEventListener('focusout', this.remember);
    window.removeEventListener('focus', this.giveBack);
  }

  private readonly remember = (event: FocusEvent): void => {
    const [from] = event.composedPath();
    if (event.relatedTarget === null && from instanceof HTMLElement) this.left = from;
  };

  private readonly giveBack = (): void => {
    if (deepFocus() !== document.body || this.left === null) return;
    // Gone meanwhile, or disabled: it takes none.
    this.left.focus({ preventScroll: true });
    if (deepFocus() === document.body) this.instead();
  };
}
