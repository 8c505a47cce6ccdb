import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { FixPreview } from '@contract/wizard/fix-preview';
import type { Say } from '@messages/say';
import { ask, tell } from '../board/ask';
import { nativeStyles } from '../board/native-styles';
import { subpageStyles } from '../board/subpage-styles';
import { plainIcon, verdictIcon } from '../board/verdict-icon';
import { fixPreviewStyles } from './fix-preview-styles';
import { fixTable } from './fix-table';
import { idsAfter, knownFlows } from './known-flows';

type Flow = FixPreview['flows'][number];

/** A fix before it is applied. Events: `problem` (detail: a `Problem`), `speak` (detail: a sentence). */
@customElement('sc-fix-preview')
export class ScFixPreview extends LitElement {
  @property({ attribute: false }) view!: FixPreview;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: Say;
  @state() private known: readonly Flow[] = [];
  /** Opened folds: “table.row”. */
  @state() private folds: ReadonlySet<string> = new Set();
  @state() private isCopied = false;
  private hadFocus = false;
  @query('h2') private readonly heading!: HTMLElement;

  static override readonly styles = [nativeStyles, subpageStyles, fixPreviewStyles];

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.isBusy) return;
      event.stopPropagation();
      this.close();
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.hadFocus = this.matches(':focus-within');
    if (changed.has('view')) this.known = knownFlows(this.known, this.view.flows);
  }

  override firstUpdated(): void {
    this.heading.focus();
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    const said = before && before.state !== this.view.state ? this.progress() : null;
    if (said !== null) tell(this, 'speak', said);
    // The button that was pressed is gone: the page's heading has the focus, nothing else of it would make sense.
    if (this.hadFocus && !this.matches(':focus-within')) this.heading.focus();
  }

  override render(): TemplateResult {
    const { view, say } = this;
    return html`
      <div class="top">
        <button type="button" class="back" ?disabled=${this.isBusy} @click=${this.close}>
          ${plainIcon('arrow-left')}${say('preview.back')}
        </button>
        <kbd aria-hidden="true">${say('preview.escape')}</kbd>
      </div>
      <div class="body">
        <h2 tabindex="-1">${view.heading}</h2>
        <p class="line">${plainIcon('verified', 'done')}<span>${view.proof}</span></p>
        ${this.renderFlows()}
        ${view.tables.map((table, at) =>
          fixTable(table, say, {
            open: this.foldsOf(at),
            toggle: (row) => {
              this.toggleFold(`${String(at)}.${String(row)}`);
            },
          }),
        )}
        ${this.renderEffects()}
      </div>
      <div class="buttons">${this.renderButtons()}</div>
    `;
  }

  private renderFlows(): TemplateResult {
    const { view, known } = this;
    const mayChoose = view.state === 'preview' && known.length > 1;
    const ticked = new Set(view.flows.map((flow) => flow.id));
    return html`<section>
      <h3>${this.say('preview.whatToFix')}</h3>
      <ul class="flows">
        ${
          mayChoose
            ? known.map((flow) => this.renderChoice(flow, ticked.has(flow.id)))
            : view.flows.map(
                (flow) =>
                  html`<li>
                    ${plainIcon('check')}<span>${flow.name}</span>
                    <span class="words quiet">${flow.what}</span><span class="quiet">${flow.result}</span>
                  </li>`,
              )
        }
      </ul>
    </section>`;
  }

  private renderChoice(flow: Flow, isTicked: boolean): TemplateResult {
    // The last one cannot be unticked: a fix of nothing is “Back to the plan”.
    const isOnly = isTicked && this.view.flows.length === 1;
    return html`<li>
      <vscode-checkbox
        .checked=${live(isTicked)}
        ?disabled=${isOnly}
        label=${flow.name}
        @change=${() => {
          this.tick(flow.id, !isTicked);
        }}
      ></vscode-checkbox>
      <span class="words quiet">${flow.what}</span>
      <span class="quiet">${isTicked ? flow.result : nothing}</span>
    </li>`;
  }

  private renderEffects(): TemplateResult {
    const { view, say } = this;
    return html`<div class="effects">
      <section>
        <h3>${say('preview.opensCloses')}</h3>
        <ul>
          ${view.opens.map(
            (one) =>
              html`<li class="line">
                ${
                  one.wide
                    ? html`${verdictIcon('warning')}<span class="visually-hidden"
                          >${say('preview.wide')}:</span
                        >`
                    : plainIcon('arrow-right', 'opens')
                }<span>${one.text}</span>
              </li>`,
          )}
          <li class="line quiet">${verdictIcon('unfit')}<span>${view.closes}</span></li>
        </ul>
      </section>
      ${
        view.alsoUses === null
          ? nothing
          : html`<section class="shared">
              <h3>${view.alsoUses.title}</h3>
              ${view.alsoUses.subnets.map(
                (subnet) =>
                  html`<div class="line">${plainIcon('layers')}<span>${subnet.name}</span></div>
                    <p>${subnet.text}</p>`,
              )}
            </section>`
      }
    </div>`;
  }

  private renderButtons(): TemplateResult {
    switch (this.view.state) {
      case 'preview':
        return this.renderChoices();
      case 'applying':
      case 'reading':
        return html`<p class="said">${plainIcon('loading', 'spinning')}<span>${this.progress()}</span></p>`;
      case 'applied':
        return html`<vscode-button @click=${this.close}>${this.say('preview.back')}</vscode-button>
          <p class="said">${verdictIcon('pass')}<span>${this.view.outcome}</span></p>`;
      case 'outdated':
      case 'refused':
        return html`<vscode-button @click=${this.again}>${this.say('preview.again')}</vscode-button>
          ${this.renderCopy(true)}
          <p class="said">${verdictIcon('error')}<span>${this.view.outcome}</span></p>`;
    }
  }

  private renderChoices(): TemplateResult {
    const { view, say, client } = this;
    const mayApply = view.cannotApply === null;
    return html`
      ${
        mayApply
          ? html`<vscode-button
              @click=${() => {
                void ask(this, client.applyFix({ preview: view.id }));
              }}
              >${say('preview.apply')}</vscode-button
            >`
          : this.renderCopy(false)
      }
      <vscode-button
        secondary
        @click=${() => {
          void ask(this, client.putFixIntoCode({ preview: view.id }));
        }}
        >${say('preview.intoCode')}</vscode-button
      >
      ${mayApply ? this.renderCopy(true) : nothing}
      <p class="said quiet">
        ${mayApply ? nothing : plainIcon('lock')}<span
          >${view.cannotApply ?? say('preview.confirmOnce')}</span
        >
      </p>
    `;
  }

  private renderCopy(secondary: boolean): TemplateResult {
    return html`<vscode-button
      ?secondary=${secondary}
      @click=${() => {
        void this.copy();
      }}
      >${this.say(this.isCopied ? 'preview.copied' : 'preview.copy')}</vscode-button
    >`;
  }

  private progress(): string | null {
    switch (this.view.state) {
      case 'preview':
        return null;
      case 'applying':
        return this.say('preview.applying');
      case 'reading':
        return this.say('preview.reading');
      case 'applied':
      case 'outdated':
      case 'refused':
        return this.view.outcome;
    }
  }

  private get isBusy(): boolean {
    return this.view.state === 'applying' || this.view.state === 'reading';
  }

  private tick(id: string, on: boolean): void {
    this.requestUpdate();
    const ids = idsAfter(this.known, this.view.flows, { id, on });
    if (ids.length > 0) void ask(this, this.client.previewFix({ ids: [...ids] }));
  }

  private async copy(): Promise<void> {
    const ids = this.view.flows.map((flow) => flow.id);
    if (!(await ask(this, this.client.copyForNetworkTeam({ ids })))) return;
    this.isCopied = true;
    tell(this, 'speak', this.say('preview.copied'));
    window.setTimeout(() => {
      this.isCopied = false;
    }, 2000);
  }

  private foldsOf(table: number): ReadonlySet<number> {
    const prefix = `${String(table)}.`;
    return new Set(
      [...this.folds].filter((one) => one.startsWith(prefix)).map((one) => Number(one.slice(prefix.length))),
    );
  }

  private toggleFold(key: string): void {
    const folds = new Set(this.folds);
    if (!folds.delete(key)) folds.add(key);
    this.folds = folds;
  }

  private readonly close = (): void => {
    void ask(this, this.client.closeFix({}));
  };

  private readonly again = (): void => {
    const ids = this.view.flows.map((flow) => flow.id);
    void ask(this, this.client.previewFix({ ids }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-fix-preview': ScFixPreview;
  }
}
