import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Say } from '@messages/say';

/** “next try in 12 s”, counting down by itself; nothing once the time has come. */
@customElement('sc-countdown')
export class ScCountdown extends LitElement {
  /** ISO time. */
  @property() until = '';
  @property({ attribute: false }) say!: Say;
  @state() private now = Date.now();
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => {
      this.now = Date.now();
    }, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override render() {
    const left = Math.ceil((Date.parse(this.until) - this.now) / 1000);
    return left > 0 ? html`, ${this.say('page.list.retry', { s: left })}` : nothing;
  }
}
