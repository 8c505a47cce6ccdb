import { LitElement, html, nothing, type TemplateResult, css } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { FixFlowView, FixPreview } from '@contract/wizard/fix-preview';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { nativeStyles } from '../readiness/native-styles';
import { plainIcon } from '../readiness/outcome-icon';
import { idsAfter } from './ids-after';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';

const fixFlowsStyles = css`
  :host {
    container: flows / inline-size;
    display: block;
    margin-block-start: 8px;
  }
  li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    line-height: 18px;
    min-block-size: 22px;
  }
  .words {
    flex: 1 1 min-content;
    min-inline-size: min(200px, 100%);
    overflow-wrap: break-word;
  }
  .words:empty {
    display: none;
  }
  /* In a narrow page it may stand on a line of its own: still below the others. */
  li > .quiet:last-child {
    margin-inline-start: auto;
  }
  vscode-checkbox {
    margin-block: -2px;
  }
  h3 .quiet {
    font-weight: 400;
  }
  .named {
    display: flex;
    gap: 8px;
    overflow-wrap: anywhere;
  }
  .named > :last-child {
    align-self: baseline;
  }
  /* The name and the new rule share the first line, what it allows is below them. */
  @container flows (max-width: 839px) {
    li {
      align-items: baseline;
    }
    li > :first-child {
      flex: 1 1 0;
      min-inline-size: min(200px, 100%);
    }
    .words {
      flex: 0 0 100%;
      order: 1;
      padding-inline-start: 24px;
    }
    vscode-checkbox ~ .words {
      padding-inline-start: 27px;
    }
  }
`;

const titles = {
  close: 'preview.whatPasses',
  undo: 'preview.whatIsTakenBack',
} as const;

/** Checkboxes for the requirements to fix. Recommended ones are folded into a single line. Event: `choose` (IDs). */
@customElement('sc-fix-flows')
export class ScFixFlows extends LitElement {
  @property({ attribute: false }) view!: FixPreview;
  @property({ attribute: false }) say!: PageSay;
  @state() private showsWarnings = false;

  static override readonly styles = [nativeStyles, fixFlowsStyles];

  override render(): TemplateResult {
    const { flows, apart, kind, state: stage } = this.view;
    const choices = flows.filter((flow) => flow.canChoose).length + apart.length;
    const mayChoose = kind === 'fix' && stage === 'preview' && choices > 1;
    const warnings = flows.filter((flow) => flow.isWarning);
    const shown = this.showsWarnings ? flows : flows.filter((flow) => !flow.isWarning);
    return html`${
      flows.length === 0
        ? nothing
        : html`<h3>
              ${this.say(this.heading)}
              ${mayChoose ? html`<span class="quiet">· ${this.say('diff.flowsHint')}</span>` : nothing}
            </h3>
            <ul>
              ${shown.map((flow) => (mayChoose && flow.canChoose ? this.renderChoice(flow) : this.renderFlow(flow)))}
              ${this.showsWarnings || warnings.length === 0 ? nothing : this.renderWarnings(warnings)}
            </ul>`
    }${apart.length === 0 ? nothing : this.renderApart()}`;
  }

  private get heading(): Parameters<PageSay>[0] {
    const { kind, flows } = this.view;
    if (kind !== 'fix') return titles[kind];
    return flows.every(({ isFlow }) => isFlow) ? 'diff.flows' : 'diff.checks';
  }

  /** The icon of a flow that is listed without a checkbox. After a refusal, a check mark would mean that it passes. */
  private get icon(): 'check' | 'circle-large-outline' {
    const { state: stage } = this.view;
    return stage === 'refused' || stage === 'outdated' ? 'circle-large-outline' : 'check';
  }

  /** Renders fixes that cost or remove something. They are cleared at first, and separate from the others. */
  private renderApart(): TemplateResult {
    const { apart, state: stage } = this.view;
    return html`<h3>${this.say('diff.apart')} <span class="quiet">· ${this.say('diff.apartHint')}</span></h3>
      <ul>
        ${apart.map(
          ({ ids, title, what, price, ticked }) =>
            html`<li>
              ${
                stage === 'preview'
                  ? html`<vscode-checkbox
                      .checked=${live(ticked)}
                      label=${title}
                      @change=${() => {
                        this.choose(ids, !ticked);
                      }}
                    ></vscode-checkbox>`
                  : html`<span class="named">${plainIcon(this.icon)}<span>${title}</span></span>`
              }
              <span class="words quiet">${what}</span>
              <span class="quiet">${price}</span>
            </li>`,
        )}
      </ul>`;
  }

  private renderFlow(flow: FixFlowView): TemplateResult {
    return html`<li>
      <span class="named">${plainIcon(this.icon)}<span>${flow.name}</span></span>
      <span class="words quiet">${flow.what}</span><span class="quiet">${flow.result}</span>
    </li>`;
  }

  private renderChoice(flow: FixFlowView): TemplateResult {
    return html`<li>
      <vscode-checkbox
        .checked=${live(flow.ticked)}
        label=${flow.name}
        @change=${() => {
          this.choose([flow.id], !flow.ticked);
        }}
      ></vscode-checkbox>
      <span class="words quiet">${flow.what}</span>
      <span class="quiet">${flow.result}</span>
    </li>`;
  }

  private renderWarnings(warnings: readonly FixFlowView[]): TemplateResult {
    const label = this.say('preview.warnings', { n: warnings.length });
    return html`<li>
      <vscode-checkbox
        .checked=${live(false)}
        label=${label}
        @change=${() => {
          this.showsWarnings = true;
          this.choose(
            warnings.map((flow) => flow.id),
            true,
          );
        }}
      ></vscode-checkbox>
      <span class="words quiet">${warnings.map((flow) => flow.name).join(', ')}</span>
      <button
        type="button"
        class="link"
        aria-label=${`${this.say('page.before', { word: label })} ${this.say('preview.choose')}`}
        @click=${() => {
          this.showsWarnings = true;
        }}
      >
        ${this.say('preview.choose')}
      </button>
    </li>`;
  }

  private choose(ids: readonly string[], on: boolean): void {
    this.requestUpdate();
    emitEvent(this, 'choose', idsAfter(this.view, { ids, on }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-fix-flows': ScFixFlows;
  }
}
