import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { RequestPage } from '@contract/wizard/request';
import type { PageSay } from '@messages/page-say';
import { backBar, type BackKey } from '../readiness/back-button';
import { callHost, emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { moveFocus } from '../readiness/move-focus';
import { nativeStyles } from '../readiness/native-styles';
import { outcomeIcon, plainIcon } from '../readiness/outcome-icon';
import { subpageStyles } from '../readiness/subpage-styles';
import { requestStyles } from './request-styles';
import { requestTable, stateIcon } from './request-table';

/** Milliseconds for which the button shows that it copied. */
const copiedFor = 2000;

/** The network request, in place of the plan and Readiness. Events: `problem`, `speak` (detail: a sentence). */
@customElement('sc-request')
export class ScRequest extends LitElement {
  @property({ attribute: false }) view!: RequestPage;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) back: BackKey = 'preview.back';
  @state() private isMarkdown = false;
  @state() private isCopied = false;
  @query('h2') private readonly heading!: HTMLElement;

  static override readonly styles = [nativeStyles, subpageStyles, requestStyles];

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  override focus(): void {
    moveFocus(this.heading);
  }

  override firstUpdated(): void {
    this.focus();
  }

  override render(): TemplateResult {
    const { view, say } = this;
    return html`
      ${backBar(say, { back: this.back, close: this.close })}
      <div class="body">
        <div class="head">
          <div>
            <h2 tabindex="-1">${view.heading}</h2>
            <p>${view.about}</p>
          </div>
          ${view.canCopy ? this.renderViews() : nothing}
        </div>
        ${view.hint === null ? nothing : html`<p role="status">${view.hint}</p>`}
        ${this.isMarkdown ? this.renderMarkdown() : this.renderTable()}
      </div>
      ${this.renderButtons()}
    `;
  }

  private renderViews(): TemplateResult {
    const { say, isMarkdown } = this;
    const option = (value: boolean, label: string): TemplateResult =>
      html`<label
        ><input
          type="radio"
          name="view"
          .checked=${isMarkdown === value}
          @change=${() => {
            this.isMarkdown = value;
          }}
        />${label}</label
      >`;
    return html`<div class="views" role="radiogroup" aria-label=${say('requestPage.view')}>
      ${option(false, say('requestPage.table'))}${option(true, say('requestPage.markdown'))}
    </div>`;
  }

  private renderMarkdown(): TemplateResult {
    const { view, say } = this;
    return html`${this.renderBar()}
      <pre tabindex="0" aria-label=${say('requestPage.markdown')}>${view.markdown}</pre>`;
  }

  private renderTable(): TemplateResult {
    const { view, say } = this;
    return html`
      ${view.layers.length === 0 ? nothing : this.renderLayers()}
      ${view.show.options.length === 0 ? nothing : this.renderBar()}
      ${view.rows.length === 0 ? nothing : requestTable(view, say, (n) => this.sourceLink(n, String(n)))}
      ${this.renderSettings()} ${this.renderSources()} ${this.renderConfirmed()}
    `;
  }

  private renderLayers(): TemplateResult {
    return html`<ul class="layers" aria-label=${this.say('requestPage.layers')}>
      ${this.view.layers.map(
        ({ icon, title, state: is, word, rest, task }) =>
          html`<li>
            <h3>${plainIcon(icon)}${title}</h3>
            <p>
              ${stateIcon(is)}<span
                ><strong>${word}</strong>${rest === '' ? nothing : html`<span>, ${rest}</span>`}</span
              >
            </p>
            ${task === '' ? nothing : html`<p class="task quiet">${task}</p>`}
          </li>`,
      )}
    </ul>`;
  }

  private renderBar(): TemplateResult {
    const { view, say } = this;
    const { chosen, options } = view.show;
    return html`<div class="bar">
      <strong>${view.count}</strong><span class="about quiet">${view.countAbout}</span>
      <label
        >${say('requestPage.show')}
        <select
          @change=${(event: Event) => {
            const part = (event.target as HTMLSelectElement).value;
            void callHost(this, this.client.showInRequest({ part }));
          }}
        >
          ${options.map(
            ({ id, label }) => html`<option value=${id} ?selected=${id === chosen}>${label}</option>`,
          )}
        </select></label
      >
    </div>`;
  }

  private renderSettings(): TemplateResult | typeof nothing {
    const { settings } = this.view;
    if (settings.length === 0) return nothing;
    return html`<section class="settings">
      <h3>${this.say('requestPage.settings')}</h3>
      <ul>
        ${settings.map(
          ({ icon, title, text }) =>
            html`<li>
              ${outcomeIcon(icon)}<span><strong>${title}</strong><br />${text}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderSources(): TemplateResult | typeof nothing {
    const { sources } = this.view;
    if (sources.length === 0) return nothing;
    return html`<ol class="sources" aria-label=${this.say('requestPage.sources')}>
      ${sources.map(
        ({ number, title, date }) =>
          html`<li>
            ${this.sourceLink(number, `${String(number)} ${title}`)} <span class="quiet">${date}</span>
          </li>`,
      )}
    </ol>`;
  }

  private sourceLink(number: number, text: string): TemplateResult {
    const source = this.view.sources[number - 1];
    return link({
      text,
      opens: true,
      ...(source ? { label: `${String(number)} ${source.title}` } : {}),
      press: () => {
        if (source) void callHost(this, this.client.openLink({ link: source.link }));
      },
    });
  }

  private renderConfirmed(): TemplateResult | typeof nothing {
    const { view, say } = this;
    if (view.confirmed.length === 0) return nothing;
    return html`<ul class="confirmed-list">
      ${view.confirmed.map(
        ({ id, text }) =>
          html`<li class="with-icon">
            ${plainIcon('person', 'confirmed')}<span
              >${text}
              ${link({
                text: say('requestPage.undo'),
                label: say('requestPage.undoOf', { text }),
                press: () => {
                  void callHost(this, this.client.undoConfirmation({ id }));
                },
              })}</span
            >
          </li>`,
      )}
    </ul>`;
  }

  private renderButtons(): TemplateResult | typeof nothing {
    const { view, say, isCopied } = this;
    if (!view.canCopy) return nothing;
    return html`<div class="buttons">
      <vscode-button icon=${isCopied ? 'check' : 'copy'} @click=${this.copy}
        >${say(isCopied ? 'requestPage.copied' : 'requestPage.copy')}</vscode-button
      >
      <vscode-button
        secondary
        @click=${() => {
          void callHost(this, this.client.saveRequest({}));
        }}
        >${say('requestPage.save')}</vscode-button
      >
      <vscode-button
        secondary
        icon="mail"
        @click=${() => {
          void callHost(this, this.client.mailRequest({}));
        }}
        >${say('requestPage.mail')}</vscode-button
      >
      <span class="said quiet">${view.footer}</span>
      ${
        view.canConfirm
          ? html`<span class="confirm"
              >${link({
                text: say('requestPage.confirm'),
                press: () => {
                  void callHost(this, this.client.confirmRequest({}));
                },
              })}</span
            >`
          : nothing
      }
    </div>`;
  }

  private readonly copy = async (): Promise<void> => {
    const { copied } = this.view;
    if (!(await callHost(this, this.client.copyShownRequest({})))) return;
    this.isCopied = true;
    emitEvent(this, 'speak', copied);
    setTimeout(() => {
      this.isCopied = false;
    }, copiedFor);
  };

  private readonly close = (): void => {
    void callHost(this, this.client.closeRequest({}));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-request': ScRequest;
  }
}
