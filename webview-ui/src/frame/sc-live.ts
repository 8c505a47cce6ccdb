import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { nativeStyles } from '../readiness/native-styles';
import { createAnnouncer } from '../wizard/announcer';

/** The page's two live regions, seen by nobody and heard by a screen reader. */
@customElement('sc-live')
export class ScLive extends LitElement {
  @state() private polite = '';
  @state() private assertive = '';

  static override readonly styles = [nativeStyles];

  /** Waits its turn: at most one sentence in 800 ms, only where it changed. */
  readonly announce = createAnnouncer((sentence) => {
    this.polite = sentence;
  });

  /** At once, and again where it is said again: something that the person started has failed. */
  async alarm(sentence: string): Promise<void> {
    this.assertive = '';
    await this.updateComplete;
    this.assertive = sentence;
  }

  override render(): TemplateResult {
    return html`
      <div class="visually-hidden" aria-live="polite" role="status">${this.polite}</div>
      <div class="visually-hidden" aria-live="assertive" role="alert">${this.assertive}</div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-live': ScLive;
  }
}
