import type { LitElement, ReactiveController } from 'lit';
import { deepElements, deepFocus } from './deep-focus';

/** The control that had the focus before a change. */
interface Focused {
  readonly control: HTMLElement;
  readonly label: string;
  /** The part of the host in which it is. */
  readonly part: Element | null;
}

/**
 * Keeps the focus if a change removes the focused control, such as when an account or a result changes. The browser
 * gives the focus to the page then: Tab starts again at the top, and a screen reader is silent. The control that has
 * the same name receives the focus. If there isn't exactly one, `instead` sets it; its argument is the part of the host
 * in which the control was.
 */
export class LostFocus implements ReactiveController {
  private last: Focused | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly instead: (part: Element | null) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('click', this.watch, { capture: true });
    this.host.addEventListener('keydown', this.watch, { capture: true });
  }

  hostDisconnected(): void {
    this.host.removeEventListener('click', this.watch, { capture: true });
    this.host.removeEventListener('keydown', this.watch, { capture: true });
  }

  hostUpdate(): void {
    this.watch();
  }

  /** Records the focused control, and looks for it when the change that follows is drawn. */
  private readonly watch = (): void => {
    const control = deepFocus();
    if (control === null || control === document.body) return;
    this.last = { control, label: labelOf(control), part: this.activePart() };
    window.setTimeout(this.restoreFocus);
  };

  private readonly restoreFocus = (): void => {
    const { last } = this;
    this.last = null;
    if (last === null || !document.hasFocus() || deepFocus() !== document.body) return;
    if (isUsable(last.control)) return;
    const { control, label, part } = last;
    const same = deepElements(this.host.renderRoot).filter(
      (one): one is HTMLElement =>
        one instanceof HTMLElement && one.localName === control.localName && labelOf(one) === label,
    );
    const [only, ...others] = same.filter(isUsable);
    if (only && others.length === 0) only.focus({ preventScroll: true });
    if (deepFocus() === document.body) this.instead(part);
  };

  private activePart(): Element | null {
    const { renderRoot } = this.host;
    return renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
  }
}

function labelOf(control: Element): string {
  return control.getAttribute('aria-label') ?? control.textContent.trim();
}

/** True if an element can receive the focus. */
function isUsable(control: HTMLElement): boolean {
  return control.isConnected && control.checkVisibility() && !control.matches(':disabled, [disabled]');
}
