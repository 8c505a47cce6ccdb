import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { Creation, NextStep } from '@contract/wizard/creation';
import type { PageSay } from '@messages/page-say';
import { callHost, emitEvent } from '../readiness/call-host';
import { moveFocus } from '../readiness/move-focus';
import { nativeStyles } from '../readiness/native-styles';
import { subpageStyles } from '../readiness/subpage-styles';
import { plainIcon, outcomeIcon } from '../readiness/outcome-icon';
import { primaryKeys } from '../readiness/primary-keys';
import { creationStyles } from './creation-styles';
import { sayElapsed, sayTime } from './elapsed';
import { azureMessage, resourcesLeft, likelyCauses } from './failure-parts';
import { newestStep } from './newest-step';
import './sc-network-test';
import './sc-snippets';
import '@vscode-elements/elements/dist/vscode-button/index.js';

type Step = Creation['steps'][number];

const words = {
  waiting: 'creation.stepWaiting',
  running: 'creation.stepRunning',
  done: 'creation.stepDone',
  failed: 'creation.stepFailed',
} as const;

/** Renders the steps so far, each with the time when it completed. */
function creationSteps(steps: readonly Step[], say: PageSay): TemplateResult {
  return html`<ol class="steps">
    ${steps.map(
      (step) =>
        html`<li>
          ${stepIcon(step)}
          <span
            >${step.at === null ? nothing : html`<time datetime=${step.at}>${sayTime(say, step.at)}</time>`}</span
          >
          <span class=${step.state}
            ><span class="visually-hidden">${say('page.before', { word: say(words[step.state]) })} </span
            >${step.text}</span
          >
        </li>`,
    )}
  </ol>`;
}

function stepIcon(step: Step): TemplateResult {
  switch (step.state) {
    case 'done':
      return plainIcon('check', 'done');
    case 'running':
      return plainIcon('loading', 'spinning');
    case 'failed':
      return outcomeIcon('error');
    case 'waiting':
      return outcomeIcon('pending');
  }
}

/** True if the creation failed and its explanation was read. */
function isExplained({ state, isReading }: Creation): boolean {
  return state === 'failed' && !isReading;
}

/**
 * A creation in progress, done, failed, or left to Azure. Events: `problem` (detail: a `Problem`), `speak` (detail: a
 * sentence for the screen reader), `alarm` (detail: a sentence that the screen reader announces at once).
 */
@customElement('sc-creation')
export class ScCreation extends LitElement {
  @property({ attribute: false }) view!: Creation;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  /** Resources of the sample don't exist in the studio. */
  @property({ type: Boolean }) sample = false;
  @state() private now = Date.now();
  @state() private isCopied = false;
  @query('h2') private readonly heading!: HTMLElement;
  private clock: number | undefined;

  static override readonly styles = [nativeStyles, subpageStyles, creationStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.clock = window.setInterval(() => {
      if (this.view.state === 'running') this.now = Date.now();
    }, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.clock);
  }

  override focus(): void {
    moveFocus(this.heading);
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    const isOpening = changed.has('view') && !before;
    if (before && !isExplained(before) && isExplained(this.view)) this.announceFailure();
    else if (isOpening) this.focus();
    if (before) this.announce(before);
  }

  /**
   * Announces a failure. A heading is read when it receives the focus. If it already has the focus, or if another part
   * of VS Code has it, its new text is announced once.
   */
  private announceFailure(): void {
    const isFocused = this.shadowRoot?.activeElement === this.heading;
    if (isFocused || !document.hasFocus()) emitEvent(this, 'alarm', this.view.heading);
    else this.focus();
  }

  private announce(before: Creation): void {
    const { view } = this;
    if (view.state === 'failed') return;
    const sentence = view.state === before.state ? newestStep(before.steps, view.steps) : view.heading;
    if (sentence !== null) emitEvent(this, 'speak', sentence);
  }

  override render(): TemplateResult {
    const { view, say } = this;
    return html`
      <div class="top">
        <button type="button" class="back" @click=${this.close}>
          ${plainIcon('arrow-left')}${say('creation.back')}
        </button>
        ${view.state === 'failed' ? html`<span class="quiet">${say('creation.planKept')}</span>` : nothing}
      </div>
      <div class="body">
        <h2 tabindex="-1">${this.renderIcon()}${view.heading}</h2>
        ${view.line === null ? nothing : html`<p class="quiet">${view.line}</p>`} ${this.renderElapsed()}
        ${this.renderSteps()} ${this.renderComparison()}
        ${
          view.test === null
            ? nothing
            : html`<sc-network-test .view=${view.test} .client=${this.client} .say=${say}></sc-network-test>`
        }
        ${
          view.snippets.length === 0
            ? nothing
            : html`<sc-snippets .snippets=${view.snippets} .client=${this.client} .say=${say}></sc-snippets>`
        }
        ${
          view.state === 'ready'
            ? html`<details>
                <summary>${say('creation.whatHappened')}</summary>
                ${creationSteps(view.steps, say)}
              </details>`
            : nothing
        }
      </div>
      <div class="buttons">${this.renderButtons()}</div>
    `;
  }

  /** Renders the steps. When the resource is ready, they come last, because its details matter more. */
  private renderSteps(): TemplateResult | typeof nothing {
    const { view, say } = this;
    switch (view.state) {
      case 'failed':
        return this.renderFailure();
      case 'ready':
        return nothing;
      default:
        return html`<section>${creationSteps(view.steps, say)}</section>`;
    }
  }

  private renderFailure(): TemplateResult {
    const { view, say } = this;
    return html`${likelyCauses(view, say, this.runStep)} ${azureMessage(view, say)}
      <div class="two">
        <section>
          <h3>${say('creation.whatHappened')}</h3>
          ${creationSteps(view.steps, say)}
        </section>
        ${resourcesLeft(view, say, this.renderDelete('small'))}
      </div>`;
  }

  private renderIcon(): TemplateResult | typeof nothing {
    switch (this.view.state) {
      case 'ready':
        return outcomeIcon(this.view.comparison.every((row) => row.asPlanned) ? 'pass' : 'warning');
      case 'failed':
        return outcomeIcon('error');
      default:
        return nothing;
    }
  }

  /** Renders the elapsed time, only visually: it isn't in a live region. */
  private renderElapsed(): TemplateResult | typeof nothing {
    const { view, say } = this;
    if (view.state !== 'running' && view.state !== 'ready') return nothing;
    const until = view.endedAt === null ? this.now : Date.parse(view.endedAt);
    const time = sayElapsed(say, until - Date.parse(view.startedAt));
    if (view.state === 'running') return html`<p class="quiet">${say('creation.elapsed', { time })}</p>`;
    const n = view.comparison.filter((row) => !row.asPlanned).length;
    const outcome = n === 0 ? say('creation.matches') : say('creation.differences', { n });
    return html`<p class="quiet">${say('creation.took', { time })} ${outcome}</p>`;
  }

  private renderComparison(): TemplateResult | typeof nothing {
    const { view, say } = this;
    if (view.comparison.length === 0) return nothing;
    return html`<section>
      ${view.state === 'ready' ? nothing : html`<h3>${say('creation.comparison')}</h3>`}
      <dl class="comparison">
        ${view.comparison.map(
          (row) =>
            html`<div>
              <dt>${row.label}</dt>
              <dd>
                ${
                  row.asPlanned
                    ? nothing
                    : html`${outcomeIcon('error')}<span class="visually-hidden"
                          >${say('page.labelled', { label: say('creation.differs'), text: '' })}</span
                        >`
                }${row.text}
              </dd>
            </div>`,
        )}
        ${
          view.cost === null
            ? nothing
            : html`<div class="whole">
                <dt>${say('creation.cost')}</dt>
                <dd>${view.cost}</dd>
              </div>`
        }
      </dl>
    </section>`;
  }

  private renderButtons(): TemplateResult {
    const { view, say } = this;
    switch (view.state) {
      case 'running':
        return html`<span class="stop"
            ><vscode-button secondary @click=${this.stop}>${say('creation.stopWaiting')}</vscode-button>
            <span class="quiet"
              >${say(view.isSent ? 'creation.stopWaitingLine' : 'creation.notSentLine')}</span
            ></span
          >${this.renderDelete('apart')}`;
      case 'deleting':
        return html`<p class="said">${plainIcon('loading', 'spinning')}<span>${view.heading}…</span></p>`;
      case 'ready':
        return this.renderAfterReady();
      case 'left':
        return html`<vscode-button @click=${this.show}>${say('creation.showInCompute')}</vscode-button>
          <vscode-button secondary @click=${this.close}>${say('creation.back')}</vscode-button
          >${this.renderDelete('apart')}`;
      case 'failed':
        return this.renderWaysOn();
    }
  }

  /** Renders the next step: the network test until it has run, then using the resource or requesting what failed. */
  private renderAfterReady(): TemplateResult {
    const { view, say } = this;
    const isTested = (view.test?.state ?? 'passed') === 'passed';
    return html`${
        this.sample
          ? nothing
          : html`<vscode-button ?secondary=${!isTested} @click=${this.openStudio}
              >${say('creation.openInStudio')}</vscode-button
            >`
      }
      <vscode-button ?secondary=${!(isTested && this.sample)} @click=${this.another}
        >${say('creation.another')}</vscode-button
      >
      <vscode-button secondary @click=${this.show}>${say('creation.showInCompute')}</vscode-button>
      <vscode-button secondary @click=${this.close}>${say('creation.back')}</vscode-button>
      <vscode-button secondary @click=${this.write}>${view.write.label}</vscode-button>`;
  }

  /** Renders the next steps. The best comes first and is the primary action. */
  private renderWaysOn(): TemplateResult {
    const { view, say } = this;
    return html`${repeat(
        view.nextSteps,
        ({ does, ids }) => JSON.stringify([does, ids]),
        (step, at) =>
          html`<vscode-button
            ?secondary=${at > 0}
            @click=${() => {
              this.runStep(step);
            }}
            >${step.label}</vscode-button
          >`,
      )}
      <vscode-button secondary @click=${this.copy}
        >${say(this.isCopied ? 'creation.copied' : 'creation.copyAll')}</vscode-button
      >
      <vscode-button secondary @click=${this.saveReport}>${say('creation.saveReport')}</vscode-button>
      ${view.nextSteps.length === 0 ? nothing : primaryKeys(say)}`;
  }

  private renderDelete(kind: string): TemplateResult | typeof nothing {
    const { canDelete, action, state } = this.view;
    if (!canDelete) return nothing;
    return html`<vscode-button
      secondary
      class=${kind}
      @click=${() => {
        void callHost(this, this.client.deleteStarted({}));
      }}
      >${this.say(state === 'failed' ? `${action}.removeFailed` : `${action}.removeStarted`)}</vscode-button
    >`;
  }

  private readonly close = (): void => {
    void callHost(this, this.client.closeCreation({}));
  };

  private readonly show = (): void => {
    void callHost(this, this.client.showInCompute({}));
  };

  private readonly another = (): void => {
    void callHost(this, this.client.act({ id: 'createAnother' }));
  };

  private readonly openStudio = (): void => {
    void callHost(this, this.client.openInStudio({}));
  };

  private readonly saveReport = (): void => {
    void callHost(this, this.client.saveFailure({}));
  };

  private readonly stop = (): void => {
    void callHost(this, this.client.stopWaiting({}));
  };

  private readonly write = (): void => {
    void callHost(this, this.client.write({ format: this.view.write.form }));
  };

  private readonly runStep = (step: NextStep): void => {
    const { client } = this;
    const calls: Readonly<Record<NextStep['does'], () => Promise<unknown>>> = {
      fix: () => client.previewFix({ ids: step.ids }),
      'fix-and-retry': () => client.previewFix({ ids: step.ids, retries: true }),
      request: () => client.openRequest({ ids: step.ids }),
      retry: () => client.create({ anyway: true }),
      'delete-and-retry': () => client.act({ id: 'deleteAndTryAgain' }),
      size: () => client.act({ id: 'changeSize' }),
      name: () => client.act({ id: 'changeSize' }),
      quota: () => client.act({ id: 'requestQuota' }),
      role: () => client.act({ id: 'copyRoleRequest' }).then(this.sayCopied),
    };
    void callHost(this, calls[step.does]());
  };

  private readonly sayCopied = (): void => {
    emitEvent(this, 'speak', this.say('creation.copied'));
  };

  private readonly copy = (): void => {
    void callHost(this, this.client.copyFailure({})).then((done) => {
      if (!done) return;
      this.isCopied = true;
      this.sayCopied();
      window.setTimeout(() => {
        this.isCopied = false;
      }, 2000);
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-creation': ScCreation;
  }
}
