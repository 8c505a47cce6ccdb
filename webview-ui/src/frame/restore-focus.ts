import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepFocus } from './deep-focus';

/** Milliseconds from a window's focus to the pointer that gave it. */
const pointerDelay = 100;

/**
 * What had the focus when the window turned elsewhere, such as to a dialog of VS Code: the browser forgets it, and no
 * key reaches a page without a focus. It has the focus again when the window comes back, or `instead` gives it. Where the
 * page had none before, `instead` gives it too, unless a pointer brought the window back.
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
    window.addEventListener('focus', this.giveBack);
  }

  hostDisconnected(): void {
    document.removeEventListener('focusout', this.remember);
    window.removeEventListener('pointerdown', this.onPointer, { capture: true });
    window.removeEventListener('focus', this.giveBack);
  }

  private readonly remember = (event: FocusEvent): void => {
    const [from] = event.composedPath();
    if (event.relatedTarget === null && from instanceof HTMLElement) this.left = from;
  };

  private readonly giveBack = (): void => {
    if (deepFocus() !== document.body) return;
    if (this.left === null) return this.giveFirst();
    // Gone meanwhile, or disabled: it takes none.
    this.left.focus({ preventScroll: true });
    if (deepFocus() === document.body) this.instead();
  };

  private readonly onPointer = (event: PointerEvent): void => {
    this.pointedAt = event.timeStamp;
  };

  /** The window has the focus before a pointer that brought it is known. */
  private giveFirst(): void {
    const since = performance.now();
    window.setTimeout(() => {
      if (this.pointedAt < since && deepFocus() === document.body) this.instead();
    }, pointerDelay);
  }
}
