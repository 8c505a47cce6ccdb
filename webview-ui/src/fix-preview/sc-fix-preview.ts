import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { FixEntryView, FixPreview } from '@contract/wizard/fix-preview';
import type { PageSay } from '@messages/page-say';
import { backBar, type BackKey } from '../readiness/back-button';
import { callHost, emitEvent } from '../readiness/call-host';
import { moveFocus } from '../readiness/move-focus';
import { nativeStyles } from '../readiness/native-styles';
import { subpageStyles } from '../readiness/subpage-styles';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { orRestore } from '../sections/sc-choices';
import { chosenIds, idsAfter } from './ids-after';
import { fixEffects } from './fix-effects';
import { fixPreviewStyles } from './fix-preview-styles';
import { fixTable } from './fix-table';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import './sc-fix-entries';
import './sc-fix-flows';

type Step = FixPreview['progress'][number];

const words = {
  waiting: 'preview.stepWaiting',
  running: 'preview.stepRunning',
  done: 'preview.stepDone',
  refused: 'preview.stepRefused',
} as const;

/** Renders the progress by resource, after applying has started. */
function fixSteps(progress: readonly Step[], say: PageSay): TemplateResult | typeof nothing {
  if (progress.length === 0) return nothing;
  return html`<section>
    <h3>${say('preview.stepsTitle')}</h3>
    <ol>
      ${progress.map(
        (step) =>
          html`<li class="line">
            ${icon(step)}<span>${step.text} <span class="quiet">${say(words[step.state])}</span></span>
          </li>`,
      )}
    </ol>
  </section>`;
}

function icon({ state }: Step): TemplateResult {
  switch (state) {
    case 'waiting':
      return outcomeIcon('pending');
    case 'running':
      return plainIcon('loading', 'spinning');
    case 'done':
      return outcomeIcon('pass');
    case 'refused':
      return outcomeIcon('error');
  }
}

type Choice = Omit<Parameters<Client<WizardChannel>['changeFix']>[0], 'preview'>;

/** Preview of a fix. Events: `problem` (detail: a `Problem`), `speak` (detail: a sentence). */
@customElement('sc-fix-preview')
export class ScFixPreview extends LitElement {
  @property({ attribute: false }) view!: FixPreview;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) back: BackKey = 'preview.back';
  /** Open folds: “table.row”. */
  @state() private folds: ReadonlySet<string> = new Set();
  @state() private isCopied = false;
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

  override focus(): void {
    moveFocus(this.heading);
  }

  override firstUpdated(): void {
    this.focus();
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    const progress = before && before.state !== this.view.state ? this.progress() : null;
    if (progress !== null) emitEvent(this, 'speak', progress);
  }

  override render(): TemplateResult {
    const { view, say } = this;
    return html`
      ${backBar(say, { back: this.back, close: this.close, disabled: this.isBusy })}
      <div class="body">
        <h2 tabindex="-1">${view.heading}</h2>
        ${
          view.warning === null
            ? nothing
            : html`<p class="line">${outcomeIcon('warning')}<span>${view.warning}</span></p>`
        }
        <p class="line">
          ${view.isVerified && !view.asks ? plainIcon('verified', 'done') : plainIcon('info')}<span
            >${view.fixTest}${this.renderFixBoth()}</span
          >
        </p>
        ${fixSteps(view.progress, say)}
        <sc-fix-flows
          .view=${view}
          .say=${say}
          @choose=${(event: CustomEvent<readonly string[]>) => {
            void this.choose({ ids: [...event.detail] });
          }}
        ></sc-fix-flows>
        ${this.renderWays()}
        ${view.tables.map((table, at) =>
          fixTable(table, say, {
            open: this.foldsOf(at),
            toggle: (row) => {
              this.toggleFold(`${String(at)}.${String(row)}`);
            },
          }),
        )}
        ${this.renderEntries()}
        ${
          view.asks
            ? nothing
            : fixEffects(view, say, (includeOthers) => {
                void this.choose({ includeOthers });
              })
        }
      </div>
      <div class="buttons">${this.renderButtons()}</div>
    `;
  }

  private renderFixBoth(): TemplateResult | typeof nothing {
    const { fixBoth } = this.view;
    if (fixBoth === null) return nothing;
    return html` <button
      type="button"
      class="link"
      @click=${() => {
        void this.choose({ ids: [...idsAfter(this.view, { ids: fixBoth.ids, on: true })] });
      }}
    >
      ${fixBoth.label}
    </button>`;
  }

  private renderWays(): TemplateResult | typeof nothing {
    const { alternatives, state: stage } = this.view;
    if (alternatives.length === 0) return nothing;
    const choices = alternatives.map(({ id, name, line }) => ({
      value: id,
      label: name,
      line,
      available: stage === 'preview',
      help: null,
    }));
    return html`<section>
      <sc-choices
        label=${this.say('preview.waysTitle')}
        .choices=${choices}
        .value=${alternatives.find((one) => one.chosen)?.id ?? null}
        @pick=${(event: CustomEvent<string>) => {
          void orRestore(event, this.choose({ alternative: event.detail }));
        }}
      ></sc-choices>
    </section>`;
  }

  private renderEntries(): TemplateResult | typeof nothing {
    const { entries, state: stage } = this.view;
    if (entries.length === 0 || stage !== 'preview') return nothing;
    return html`<sc-fix-entries
      .entries=${entries}
      .say=${this.say}
      @entry=${(event: CustomEvent<Omit<FixEntryView, 'fault'>>) => {
        void this.choose({ entry: event.detail });
      }}
    ></sc-fix-entries>`;
  }

  private renderButtons(): TemplateResult {
    switch (this.view.state) {
      case 'preview':
        return this.renderChoices();
      case 'applying':
      case 'reading':
        return html`${this.view.state === 'applying' ? this.button('preview.stop', this.stop, true) : nothing}
          <p class="said">${plainIcon('loading', 'spinning')}<span>${this.progress()}</span></p>`;
      case 'applied':
        return html`${this.button(this.back, this.close)}${this.renderUndo('preview.undo')}
          <p class="said">${outcomeIcon('pass')}<span>${this.view.outcome}</span></p>`;
      case 'outdated':
      case 'refused':
        return html`${this.renderNextSteps()}
          <p class="said">${outcomeIcon('error')}<span>${this.view.outcome}</span></p>`;
    }
  }

  /** Renders what to do after Azure refused the fix. The first button is primary: the request if others have to act. */
  private renderNextSteps(): TemplateResult {
    const { canContinue, needsRequest, kind } = this.view;
    const again = canContinue
      ? this.button('preview.continue', this.goOn, needsRequest)
      : this.button('preview.again', this.again, needsRequest);
    const undo = this.renderUndo('preview.undoBegun');
    if (needsRequest) return html`${this.renderCopy(false)}${again}${undo}`;
    return html`${again}${undo}${kind === 'undo' ? nothing : this.renderCopy(true)}`;
  }

  private renderUndo(key: 'preview.undo' | 'preview.undoBegun'): TemplateResult | typeof nothing {
    return this.view.canUndo ? this.button(key, this.undo, true) : nothing;
  }

  private button(key: Parameters<PageSay>[0], press: () => void, secondary = false): TemplateResult {
    return html`<vscode-button ?secondary=${secondary} @click=${press}>${this.say(key)}</vscode-button>`;
  }

  private renderChoices(): TemplateResult {
    const { view, say } = this;
    if (view.kind === 'undo') {
      return html`${this.button('preview.applyUndo', this.apply)}
        <p class="said quiet">${say('preview.confirmOnce')}</p>`;
    }
    if (view.cannotApply !== null) return this.renderRefused(view.cannotApply);
    return html`
      ${this.button(this.applyLabel, this.apply)} ${this.button('preview.intoCode', this.intoCode, true)}
      ${this.renderCopy(true)}
      <p class="said quiet"><span>${say('preview.confirmOnce')}</span></p>
    `;
  }

  /** Renders why there is no fix: nothing is chosen yet, or another owner has to act. */
  private renderRefused(why: string): TemplateResult {
    const { view, say } = this;
    const isEmpty = chosenIds(view).length === 0;
    const apply = isEmpty
      ? html`<vscode-button disabled aria-disabled="true">${say(this.applyLabel)}</vscode-button>`
      : nothing;
    return html`${apply}${this.renderCopy(isEmpty)}
      <p class="said quiet">${outcomeIcon(view.asks || isEmpty ? 'info' : 'error')}<span>${why}</span></p>`;
  }

  private get applyLabel(): 'preview.apply' | 'preview.applyAndRetry' | 'diff.anyway' {
    const { warning, retries } = this.view;
    if (warning !== null && chosenIds(this.view).length > 0) return 'diff.anyway';
    return retries ? 'preview.applyAndRetry' : 'preview.apply';
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

  private choose(choice: Choice): Promise<boolean> {
    return callHost(this, this.client.changeFix({ preview: this.view.id, ...choice }));
  }

  private async copy(): Promise<void> {
    const ids = this.ticked;
    if (!(await callHost(this, this.client.copyRequest({ ids })))) return;
    this.isCopied = true;
    emitEvent(this, 'speak', this.say('preview.copied'));
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
    void callHost(this, this.client.closeFix({}));
  };

  private readonly again = (): void => {
    const { client, ticked, view } = this;
    void callHost(
      this,
      view.kind === 'close' ? client.denyOtherOutbound({}) : client.previewFix({ ids: ticked }),
    );
  };

  private readonly apply = (): void => {
    void callHost(this, this.client.applyFix({ preview: this.view.id }));
  };

  private readonly goOn = (): void => {
    void callHost(this, this.client.continueFix({ preview: this.view.id }));
  };

  private readonly stop = (): void => {
    void callHost(this, this.client.stopFix({}));
  };

  private readonly undo = (): void => {
    void callHost(this, this.client.undoFix({ preview: this.view.id }));
  };

  private readonly intoCode = (): void => {
    void callHost(this, this.client.putFixIntoCode({ preview: this.view.id }));
  };

  private get ticked(): string[] {
    return chosenIds(this.view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-fix-preview': ScFixPreview;
  }
}
