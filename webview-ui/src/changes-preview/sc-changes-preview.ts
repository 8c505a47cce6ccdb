import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ChangesChannel, ChangesPreview } from '@contract/changes-preview';
import type { ChannelConnection } from '@contract/connect';
import { changesPreviewMessages } from '@messages/changes-preview-say';
import '../frame/sc-live';
import type { ScLive } from '../frame/sc-live';
import { nativeStyles } from '../readiness/native-styles';
import { outcomeIcon, plainIcon } from '../readiness/outcome-icon';
import { changesPreviewStyles } from './changes-preview-styles';
import { effectsOf } from './effects-of';
import '@vscode-elements/elements/dist/vscode-button/index.js';

type Flow = ChangesPreview['flows'][number];

/** The panel next to a diff: the chosen fixes, what they open and cost, and the result of each subnet. */
@customElement('sc-changes-preview')
export class ScChangesPreview extends LitElement {
  @property({ attribute: false }) connection!: ChannelConnection<ChangesChannel>;
  @state() private view: ChangesPreview | null = null;
  @state() private showsRanges = false;
  @state() private isCopied = false;
  @query('h2') private readonly heading!: HTMLElement | null;
  @query('sc-live') private readonly live!: ScLive | null;
  private readonly say = changesPreviewMessages(document.documentElement.lang);

  static override readonly styles = [nativeStyles, changesPreviewStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection.on('previewChanged', (view) => {
      this.view = view;
    });
    window.addEventListener('keydown', this.onKey);
    this.connection.hello();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.onKey);
    super.disconnectedCallback();
  }

  override updated(changed: PropertyValues): void {
    const before = changed.get('view') as ChangesPreview | null | undefined;
    if (!this.view || before === undefined) return;
    if (before === null) this.heading?.focus();
    const { isBusy, notice, spoken } = this.view;
    if (!isBusy) this.live?.announce(notice === null ? spoken : `${notice} ${spoken}`);
  }

  override render(): TemplateResult {
    const { view, say } = this;
    if (!view) return html`<sc-live></sc-live>`;
    return html`<sc-live></sc-live>
      <main class="body" aria-busy=${String(view.isBusy)}>
        <h2 tabindex="-1">${view.title}</h2>
        ${view.notice === null ? nothing : html`<p class="line">${outcomeIcon('info')}<span>${view.notice}</span></p>`}
        ${this.renderProof(view)} ${this.renderFlows(view)} ${this.renderApart(view)}
        ${effectsOf(view, say, {
          showsRanges: this.showsRanges,
          toggle: () => {
            this.showsRanges = !this.showsRanges;
          },
        })}
      </main>
      <div class="buttons">${this.renderButtons(view)}</div>`;
  }

  private renderProof({ fixTest, fixBoth, isBusy }: ChangesPreview): TemplateResult {
    if (isBusy) {
      return html`<p class="line">
        ${plainIcon('loading', 'spinning')}<span>${this.say('diff.testing')}</span>
      </p>`;
    }
    const icon = fixTest.is === 'verified' ? plainIcon('verified', 'done') : outcomeIcon(fixTest.is);
    const word =
      fixTest.is === 'warning'
        ? html`<span class="visually-hidden"
            >${this.say('page.before', { word: this.say('diff.warning') })}
          </span>`
        : nothing;
    const both =
      fixBoth === null
        ? nothing
        : html` <button
            type="button"
            class="link"
            @click=${() => {
              this.heading?.focus();
              void this.connection.call.choose({ keys: fixBoth.keys, on: true });
            }}
          >
            ${fixBoth.label}
          </button>`;
    return html`<p class="line">${icon}<span>${word}${fixTest.text}${both}</span></p>
      ${fixTest.lines.map((text) => html`<p class="line">${outcomeIcon('warning')}<span>${text}</span></p>`)}`;
  }

  private renderFlows({ flows, areFlows }: ChangesPreview): TemplateResult | typeof nothing {
    if (flows.length === 0) return nothing;
    const { say } = this;
    return html`<section>
      <h3 id="flows">
        ${say(areFlows ? 'diff.flows' : 'diff.checks')} <span class="quiet">· ${say('diff.flowsHint')}</span>
      </h3>
      <ul aria-labelledby="flows">
        ${flows.map((flow, at) => this.renderFlow(flow, `flow-${at}`))}
      </ul>
    </section>`;
  }

  private renderFlow(flow: Flow, id: string): TemplateResult {
    const subnet = flow.subnet === null ? nothing : html` <span class="quiet">${flow.subnet}</span>`;
    const words = html`${outcomeIcon(flow.icon)}<span>${flow.title}${subnet}</span>`;
    return html`<li class="row">
      ${
        flow.canChoose
          ? html`<label>${this.renderBox({ ...flow, keys: [flow.key], id })}${words}</label>`
          : html`<span class="plain">${words}</span>`
      }
      <span class="quiet" id=${id}>${flow.result}</span>
    </li>`;
  }

  private renderApart({ apart }: ChangesPreview): TemplateResult | typeof nothing {
    if (apart.length === 0) return nothing;
    const { say } = this;
    return html`<section>
      <h3 id="apart">${say('diff.apart')} <span class="quiet">· ${say('diff.apartHint')}</span></h3>
      <ul aria-labelledby="apart">
        ${apart.map(
          (one, at) =>
            html`<li class="row">
              <label>${this.renderBox({ ...one, id: `apart-${at}` })}<span>${one.title}</span></label>
              <span class="quiet" id=${`apart-${at}`}>${one.what} · ${one.price}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderBox({ keys, ticked, id }: Box): TemplateResult {
    return html`<input
      type="checkbox"
      .checked=${live(ticked)}
      aria-describedby=${id}
      @change=${(event: Event) => {
        const on = event.target instanceof HTMLInputElement && event.target.checked;
        void this.connection.call.choose({ keys, on });
      }}
    />`;
  }

  private renderButtons(view: ChangesPreview): TemplateResult {
    const { say } = this;
    const isOff = view.isBusy || view.cannotApply !== null;
    const apply = (secondary: boolean): TemplateResult =>
      html`<vscode-button
        ?secondary=${secondary}
        ?disabled=${isOff}
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${this.apply}
        >${say(view.needsConfirmation ? 'diff.anyway' : 'diff.apply')}</vscode-button
      >`;
    return html`${
        view.cannotApply === null || view.isBusy
          ? nothing
          : html`<p class="line reason">${outcomeIcon('info')}<span>${view.cannotApply}</span></p>`
      }
      ${
        view.limit === null
          ? nothing
          : html`<vscode-button @click=${this.limit}>${view.limit}</vscode-button>`
      }
      ${apply(view.limit !== null)}
      <vscode-button secondary @click=${this.discard}>${say('diff.discard')}</vscode-button>
      ${
        view.canCopy
          ? html`<vscode-button secondary icon="copy" @click=${() => void this.copy()}
              >${say(this.isCopied ? 'preview.copied' : 'preview.copy')}</vscode-button
            >`
          : nothing
      }
      <kbd aria-hidden="true">${say('diff.applyKeys')}</kbd>`;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.discard();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (this.view && this.view.limit !== null) this.limit();
    else this.apply();
  };

  private readonly apply = (): void => {
    const { view } = this;
    if (!view || view.isBusy || view.cannotApply !== null) return;
    void this.connection.call.apply({ preview: view.id });
  };

  private readonly limit = (): void => {
    const { view } = this;
    if (view) void this.connection.call.limit({ preview: view.id });
  };

  private readonly discard = (): void => {
    void this.connection.call.discard({});
  };

  private readonly copy = async (): Promise<void> => {
    const { view } = this;
    if (!view || !(await this.connection.call.copy({ preview: view.id }))) return;
    this.isCopied = true;
    this.live?.announce(this.say('preview.copied'));
    window.setTimeout(() => {
      this.isCopied = false;
    }, 2000);
  };
}

interface Box extends Pick<ChangesPreview['apart'][number], 'keys' | 'ticked'> {
  /** ID of the element that describes it. */
  readonly id: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-changes-preview': ScChangesPreview;
  }
}
