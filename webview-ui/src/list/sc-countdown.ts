import { LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PageSay } from '@messages/page-say';

/** Countdown to the next read: “Retrying in 12 s.” */
@customElement('sc-countdown')
export class ScCountdown extends LitElement {
  /** Time of the next try in ISO format. */
  @property() until = '';
  @property({ attribute: false }) say!: PageSay;
  /** Seconds left. */
  @state() private left = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => {
      this.left -= 1;
    }, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  /** Count down from now, because the clock may be set in the meantime. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('until')) this.left = Math.ceil((Date.parse(this.until) - Date.now()) / 1000);
  }

  override render(): string {
    const { left } = this;
    return left > 0 ? this.say('page.list.retryingIn', { s: left }) : this.say('page.list.reading');
  }
}
