import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { nativeStyles } from '../readiness/native-styles';
import { createAnnouncer } from '../wizard/announcer';

/** The page's two live regions, only for screen readers. */
@customElement('sc-live')
export class ScLive extends LitElement {
  @state() private polite = '';
  @state() private assertive = '';

  static override readonly styles = [
    nativeStyles,
    css`
      /* After the page, it would be a pixel too far down. */
      :host {
        inset-block-start: 0;
        position: absolute;
      }
    `,
  ];

  /** Announces a sentence in turn: at most one in 800 ms, and only if it changed. */
  readonly announce = createAnnouncer((sentence) => {
    this.polite = sentence;
  });

  /** Announces a sentence at once, even if it is the same again: an action of the user failed. */
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
