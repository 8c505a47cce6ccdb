import { LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Say } from '@messages/say';

/** “Azure slows us down, next try in 12 s”, counting down by itself until the next try. */
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

  override render(): string {
    const left = Math.ceil((Date.parse(this.until) - this.now) / 1000);
    return left > 0 ? this.say('problem.throttled', { s: left }) : this.say('page.list.reading');
  }
}
