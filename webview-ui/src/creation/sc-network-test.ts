import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { Creation } from '@contract/wizard/creation';
import type { PageSay } from '@messages/page-say';
import { callHost, emitEvent } from '../readiness/call-host';
import { nativeStyles } from '../readiness/native-styles';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { subpageStyles } from '../readiness/subpage-styles';
import '@vscode-elements/elements/dist/vscode-button/index.js';

type NetworkTestView = NonNullable<Creation['test']>;

/** The network test from a node: available, in progress, or its result for each flow. */
@customElement('sc-network-test')
export class ScNetworkTest extends LitElement {
  @property({ attribute: false }) view!: NetworkTestView;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;

  static override readonly styles = [
    nativeStyles,
    subpageStyles,
    css`
      section {
        margin-block-start: 8px;
      }
      .box {
        border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
      }
      .head {
        align-items: flex-start;
        display: flex;
        flex-wrap: wrap;
        gap: 6px 12px;
        justify-content: space-between;
        padding: 8px 10px;
      }
      .title {
        align-items: center;
        display: flex;
        font-weight: 600;
        gap: 6px;
      }
      ul {
        border-block-start: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
        list-style: none;
        margin: 0;
        padding: 6px 10px;
      }
      li {
        display: grid;
        gap: 0 6px;
        grid-template-columns: 16px minmax(0, 5fr) minmax(0, 6fr);
        line-height: 18px;
        overflow-wrap: anywhere;
        padding-block: 2px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      @container page (max-width: 599px) {
        li {
          grid-template-columns: 16px 1fr;
        }
        li .detail {
          grid-column: 2;
        }
      }
    `,
  ];

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    if (before && before.title !== this.view.title) emitEvent(this, 'speak', this.view.title);
  }

  override render(): TemplateResult {
    const { view, say } = this;
    return html`<section>
      <h3>${say('creation.test')}</h3>
      <div class="box">
        <div class="head">
          <div>
            <div class="title">${this.renderIcon()}<span>${view.title}</span></div>
            <div class="quiet">${view.line}</div>
          </div>
          <div class="actions">${this.renderButtons()}</div>
        </div>
        ${
          view.rows.length === 0
            ? nothing
            : html`<ul aria-label=${view.title}>
                ${view.rows.map(
                  (row) =>
                    html`<li>
                      ${outcomeIcon(row.icon)}<span>${row.name}</span>
                      <span class="quiet detail">${row.detail}</span>
                    </li>`,
                )}
              </ul>`
        }
      </div>
    </section>`;
  }

  private renderIcon(): TemplateResult {
    switch (this.view.state) {
      case 'running':
        return plainIcon('loading', 'spinning');
      case 'passed':
        return outcomeIcon('pass');
      case 'failed':
        return outcomeIcon('error');
      case 'refused':
        return outcomeIcon('warning');
      default:
        return plainIcon('beaker');
    }
  }

  private renderButtons(): TemplateResult {
    const { view, say } = this;
    const { fix, requestIds, state, button } = view;
    const hasRemedy = fix !== null || requestIds.length > 0;
    const isNext = button.does === 'start' && state !== 'passed' && !hasRemedy;
    return html`${
        fix === null ? nothing : html`<vscode-button @click=${this.previewFix}>${fix.label}</vscode-button>`
      }
      ${
        requestIds.length === 0
          ? nothing
          : html`<vscode-button ?secondary=${fix !== null} @click=${this.copyRequest}
              >${say('creation.requestFailed')}</vscode-button
            >`
      } <vscode-button ?secondary=${!isNext} @click=${this.press}>${button.label}</vscode-button>`;
  }

  private readonly press = (): void => {
    const { client, view } = this;
    void callHost(this, view.button.does === 'start' ? client.testNetwork({}) : client.stopTest({}));
  };

  private readonly previewFix = (): void => {
    const ids = this.view.fix?.ids ?? [];
    void callHost(this, this.client.previewFix({ ids }));
  };

  private readonly copyRequest = (): void => {
    void callHost(this, this.client.copyRequest({ ids: [...this.view.requestIds] })).then((done) => {
      if (done) emitEvent(this, 'speak', this.say('creation.copied'));
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-network-test': ScNetworkTest;
  }
}
