import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StartPage } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { primaryButton } from './deep-focus';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import { outcomeIcon, plainIcon } from '../readiness/outcome-icon';
import '@vscode-elements/elements/dist/vscode-button/index.js';

const startStyles = css`
  :host {
    display: block;
    margin-inline: auto;
    max-inline-size: 600px;
    padding: 48px 24px;
  }
  .mark .icon {
    block-size: 40px;
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 6px;
    background: color-mix(in srgb, var(--vscode-textLink-foreground) 12%, transparent);
    color: var(--vscode-textLink-foreground);
    font-size: 24px;
    inline-size: 40px;
    margin-block-end: 12px;
    line-height: 38px;
  }
  h1 {
    font-size: 22px;
    font-weight: 600;
    line-height: 30px;
    margin: 0 0 6px;
  }
  .promise {
    font-size: 15px;
  }
  .buttons {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 18px 6px;
  }
  .problem {
    align-items: start;
    display: flex;
    gap: 6px;
    line-height: 18px;
    margin-block: 6px;
  }
  .files {
    border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    border-inline-start: 2px solid var(--vscode-textLink-foreground);
    margin-block: 20px;
    padding: 8px 14px;
  }
  .files strong,
  dt {
    font-weight: 600;
  }
  dl {
    margin-block: 6px 16px;
  }
  dt {
    align-items: center;
    display: flex;
    gap: 8px;
  }
  dd {
    margin-inline-start: 24px;
    color: var(--vscode-descriptionForeground);
    line-height: 18px;
    margin-block-end: 8px;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
`;

/** Steps with their icons. */
const steps = [
  ['check', 'search'],
  ['fix', 'wand'],
  ['create', 'server-environment'],
] as const;

/** Introduction to the product, and the two ways to start. Event: `act`, the ID of the pressed control. */
@customElement('sc-start')
export class ScStart extends LitElement {
  @property({ attribute: false }) view!: StartPage;
  @property({ attribute: false }) say!: PageSay;

  static override readonly styles = [nativeStyles, startStyles];

  /** Moves the focus to the start button. */
  async focusPrimary(): Promise<void> {
    await this.updateComplete;
    primaryButton(this.renderRoot)?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { say, view } = this;
    return html`
      <div class="mark">${plainIcon('type-hierarchy-sub')}</div>
      <h1>${say('start.heading')}</h1>
      <p class="promise">${say('start.promise')}</p>
      <div class="buttons">${view.isSigningIn ? this.renderSigningIn() : this.renderButtons()}</div>
      ${
        view.problem === null
          ? nothing
          : html`<div class="problem" role="alert">${outcomeIcon('error')}<span>${view.problem}</span></div>`
      }
      <p class="quiet">${say('start.sampleNote')}</p>
      <div class="files">
        <strong>${say('start.files')}</strong>
        <div>${this.renderFiles()}</div>
      </div>
      <h2>${say('start.after')}</h2>
      <dl>
        ${steps.map(
          ([step, icon]) =>
            html`<dt>${plainIcon(icon)}${say(`start.${step}`)}</dt>
              <dd>${say(`start.${step}.line`)}</dd>`,
        )}
      </dl>
      <p class="links">
        ${link({ text: say('start.howChecksWork'), press: this.press('howChecksWork') })}
        ${link({ text: say('readiness.explainError'), press: this.press('explainError') })}
      </p>
    `;
  }

  private renderButtons(): TemplateResult {
    const { signIn } = this.view;
    return html`<vscode-button @click=${this.press(signIn.id)}>${signIn.label}</vscode-button>
      <vscode-button secondary @click=${this.press('useSample')}>${this.say('start.sample')}</vscode-button>`;
  }

  private renderSigningIn(): TemplateResult {
    return html`<span role="status">${plainIcon('loading', 'spinning')} ${this.say('start.signingIn')}</span>
      <vscode-button secondary @click=${this.press('cancelSignIn')}
        >${this.say('start.cancel')}</vscode-button
      >`;
  }

  /** Renders a link only for what is possible: to open a folder if none is open, or to check its files if there are any. */
  private renderFiles(): TemplateResult | string | typeof nothing {
    const { say, view } = this;
    switch (view.files) {
      case 'counting':
        return nothing;
      case null:
        return link({ text: say('start.files.open'), press: this.press('openFolder') });
      case 0:
        return say('start.files.none');
      default:
        return html`${say('start.files.n', { n: view.files })}
        ${link({ text: say('start.files.check'), press: this.press('checkFiles') })}`;
    }
  }

  private press(id: string): () => void {
    return () => {
      emitEvent(this, 'act', id);
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-start': ScStart;
  }
}
