import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import { longestMessage, type Report, type ReportItem, type ReportPart } from '@contract/wizard/report';
import type { PageSay } from '@messages/page-say';
import { backBar, type BackKey } from '../readiness/back-button';
import { callHost, emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { moveFocus } from '../readiness/move-focus';
import { nativeStyles } from '../readiness/native-styles';
import { subpageStyles } from '../readiness/subpage-styles';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { reportStyles } from './report-styles';

/** An explanation in place of the plan. Events: `problem` (detail: a `Problem`), `speak` (detail: a sentence). */
@customElement('sc-report')
export class ScReport extends LitElement {
  @property({ attribute: false }) view!: Report;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) back: BackKey = 'preview.back';
  /** Fault of the text in the field. */
  @state() private fault: string | null = null;
  @query('h2') private readonly heading!: HTMLElement;
  @query('textarea') private readonly field!: HTMLTextAreaElement | null;

  static override readonly styles = [nativeStyles, subpageStyles, reportStyles];

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  override focus(): void {
    moveFocus(this.field ?? this.heading);
  }

  override firstUpdated(): void {
    this.focus();
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    const { spoken } = this.view;
    if (before && before.spoken !== spoken && spoken !== '') emitEvent(this, 'speak', spoken);
  }

  override render(): TemplateResult {
    const { view, say } = this;
    const isError = view.kind === 'error';
    return html`
      ${backBar(say, { back: this.back, close: this.close })}
      <div class="body">
        <h2 tabindex="-1">${view.heading}</h2>
        ${isError ? this.renderField() : nothing} ${view.lines.map((one) => html`<p>${one}</p>`)}
        ${
          view.busy === null
            ? nothing
            : html`<p role="status">${plainIcon('loading', 'spinning')} ${view.busy}</p>`
        }
        ${view.parts.map((part) => this.renderPart(part))}
      </div>
      <div class="buttons">
        ${
          isError
            ? html`<vscode-button @click=${this.explain}>${say('explain.press')}</vscode-button>`
            : html`<vscode-button
                ?disabled=${view.busy !== null}
                aria-disabled=${view.busy === null ? nothing : 'true'}
                @click=${this.diagnose}
                >${say('diagnosis.again')}</vscode-button
              >`
        }
      </div>
    `;
  }

  private renderField(): TemplateResult {
    const { say, fault } = this;
    return html`<label for="message">${say('explain.label')}</label>
      <textarea
        id="message"
        rows="6"
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${String(fault !== null)}
        aria-describedby="fault"
        .value=${this.view.message}
        @input=${() => {
          this.fault = null;
        }}
      ></textarea>
      <div id="fault" role="status">
        ${fault === null ? nothing : html`${outcomeIcon('error')} ${fault}`}
      </div>`;
  }

  private renderPart({ heading, text, items, lines }: ReportPart): TemplateResult {
    return html`<section>
      <h3>${heading}</h3>
      ${text === null ? nothing : html`<p class="quiet">${text}</p>`}
      ${
        items.length === 0
          ? nothing
          : html`<ol class="items">
              ${items.map((item) => this.renderItem(item))}
            </ol>`
      }
      ${
        lines.length === 0
          ? nothing
          : html`<ul class="plain">
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>`
      }
    </section>`;
  }

  private renderItem({ icon, rank, title, lines, fixIds, checks }: ReportItem): TemplateResult {
    return html`<li>
      ${outcomeIcon(icon)}<span class="rank">${rank}</span>
      <div class="why">
        <div class="title">${title}</div>
        ${lines.map((line) => html`<div>${line}</div>`)}
        <div class="checks">
          ${checks.map(({ id, label }) =>
            link({
              text: label,
              press: () => {
                void callHost(this, this.client.openLink({ link: `check:${id}` }));
              },
            }),
          )}
        </div>
      </div>
      ${
        fixIds.length === 0
          ? nothing
          : html`<vscode-button
              secondary
              aria-label=${this.say('creation.fixOf', { cause: title })}
              @click=${() => {
                void callHost(this, this.client.previewFix({ ids: [...fixIds] }));
              }}
              >${this.say('creation.fix')}</vscode-button
            >`
      }
    </li>`;
  }

  private readonly explain = (): void => {
    const message = this.field?.value ?? '';
    if (message.trim() === '') this.fault = this.say('explain.empty');
    else if (message.length > longestMessage) this.fault = this.say('explain.long', { n: longestMessage });
    else void callHost(this, this.client.explainError({ message }));
    if (this.fault !== null) this.field?.focus();
  };

  private readonly diagnose = (): void => {
    void callHost(this, this.client.diagnose({}));
  };

  private readonly close = (): void => {
    void callHost(this, this.client.closeReport({}));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-report': ScReport;
  }
}
