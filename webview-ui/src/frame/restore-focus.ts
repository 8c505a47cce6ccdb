import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepFocus } from './deep-focus';

/** Milliseconds between a window's focus event and the pointer event that caused it. */
const pointerDelay = 100;

/**
 * Restores the focus when the window returns from elsewhere, such as from a VS Code dialog. The browser loses it, and
 * without it the page doesn't receive key events. If the element can't be focused, `instead` sets the focus. If the
 * page didn't have the focus before, `instead` sets it, too, unless a pointer activated the window.
 */
export class KeptFocus implements ReactiveController {
  private left: HTMLElement | null = null;
  private pointedAt = 0;

  constructor(
    host: ReactiveControllerHost,
    private readonly instead: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('focusout', this.remember);
    window.addEventListener('pointerdown', this.onPointer, { capture: true });
    window.addEventListener('focus', this.restoreFocus);
  }

  hostDisconnected(): void {
    document.removeEventListener('focusout', this.remember);
    window.removeEventListener('pointerdown', this.onPointer, { capture: true });
    window.removeEventListener('focus', this.restoreFocus);
  }

  private readonly remember = (event: FocusEvent): void => {
    const [from] = event.composedPath();
    if (event.relatedTarget === null && from instanceof HTMLElement) this.left = from;
  };

  private readonly restoreFocus = (): void => {
    if (deepFocus() !== document.body) return;
    if (this.left === null) return this.focusFallback();
    // A removed or disabled element doesn't receive the focus.
    this.left.focus({ preventScroll: true });
    if (deepFocus() === document.body) this.instead();
  };

  private readonly onPointer = (event: PointerEvent): void => {
    this.pointedAt = event.timeStamp;
  };

  /** Waits, because the window's focus event comes before the pointer event that caused it. */
  private focusFallback(): void {
    const since = performance.now();
    window.setTimeout(() => {
      if (this.pointedAt < since && deepFocus() === document.body) this.instead();
    }, pointerDelay);
  }
}
