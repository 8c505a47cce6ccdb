import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import type { Readiness } from '@contract/wizard/readiness';
import type { Codicon } from '@contract/wizard/codicons';
import type { PageSay } from '@messages/page-say';
import { ageOf, sayAge } from './age';
import { emitEvent } from './call-host';
import { readinessHeaderStyles } from './readiness-header-styles';
import { nothingOpened, type GroupedBy, type ReadinessMemory, groupings } from './readiness-memory';
import { filterItems } from './filter-items';
import { link } from './link';
import { nativeStyles } from './native-styles';
import './sc-menu';
import type { ScMenu } from './sc-menu';
import { plainIcon, outcomeIcon } from './outcome-icon';

interface ToolEvent {
  readonly event: string;
  readonly detail?: string;
}

/**
 * Fixed header of Readiness. Events: `filter` (detail: the chosen item), `collapse-all`, `refresh`, `act` (detail: its
 * ID), `close-rest`, `group-by` (detail: the grouping), `use-subnet` (detail: its ID).
 */
@customElement('sc-readiness-header')
export class ScReadinessHeader extends LitElement {
  @property({ attribute: false }) view!: Readiness;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) memory: ReadinessMemory = nothingOpened;
  @state() private now = Date.now();
  @query('h2') private readonly heading!: HTMLElement;
  @query('sc-menu') private readonly menu!: ScMenu;
  private clock: number | undefined;

  static override readonly styles = [nativeStyles, readinessHeaderStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.clock = window.setInterval(() => {
      this.now = Date.now();
    }, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.clock);
  }

  override willUpdate(): void {
    // New data isn't newer than the last tick.
    this.now = Date.now();
  }

  focusTitle(): void {
    this.heading.focus();
  }

  openFilter(): void {
    this.menu.open();
  }

  override render(): TemplateResult {
    const { view, say } = this;
    return html`
      <div class="line">
        <h2 tabindex="-1">${view.title}</h2>
        ${view.state === 'preview' ? html`<span class="tag">${say('readiness.preview')}</span>` : nothing}
        ${this.renderTools()}
      </div>
      ${view.state === 'empty' ? nothing : this.renderSummary()}
      ${view.checking ? html`<div class="progress"></div>` : nothing}
    `;
  }

  private renderTools(): TemplateResult {
    const { say } = this;
    const explain = this.renderTool('question', say('readiness.explainError'), {
      event: 'act',
      detail: 'explainError',
    });
    if (this.view.state === 'empty') return html`<div class="tools">${explain}</div>`;
    return html`<div class="tools">
      <sc-menu
        icon=${this.memory.openOnly ? 'filter-filled' : 'filter'}
        label=${say('readiness.filter')}
        .items=${filterItems(say, this.view, this.memory)}
        @choose=${(event: CustomEvent<string>) => {
          event.stopPropagation();
          emitEvent(this, 'filter', event.detail);
        }}
      ></sc-menu>
      ${this.renderTool('collapse-all', say('readiness.collapseAll'), { event: 'collapse-all' })}
      ${this.renderTool('refresh', say('readiness.refresh'), { event: 'refresh' })}
      ${this.renderTool('pulse', say('readiness.diagnose'), { event: 'act', detail: 'diagnose' })} ${explain}
    </div>`;
  }

  private renderTool(icon: Codicon, label: string, event: ToolEvent): TemplateResult {
    return html`<vscode-toolbar-button
      icon=${icon}
      label=${label}
      title=${label}
      @click=${() => {
        emitEvent(this, event.event, event.detail);
      }}
    ></vscode-toolbar-button>`;
  }

  private renderSummary(): TemplateResult {
    const { view } = this;
    return html`
      <div class="line">
        <p class="summary">${outcomeIcon(view.summaryIcon)}<span>${view.summary}</span></p>
        ${this.renderClosing()}
      </div>
      ${this.renderUnfit()}
      <ul class="counts">
        ${view.counts.map((count) => html`<li>${outcomeIcon(count.icon)}${count.text}</li>`)}
      </ul>
      <div class="views">
        ${view.state === 'checked' ? this.renderSwitch() : nothing}
        <div class="age">${this.renderAge()}</div>
      </div>
      ${this.renderDates()}
    `;
  }

  private renderUnfit(): TemplateResult | typeof nothing {
    const { unfit } = this.view;
    if (unfit === null) return nothing;
    const { other } = unfit;
    const press = (): void => {
      if (other) emitEvent(this, 'use-subnet', other.id);
    };
    return html`<p class="unfit">
      ${this.say('readiness.chooseOther')} ${other ? link({ text: other.label, press }) : nothing}
    </p>`;
  }

  private renderSwitch(): TemplateResult {
    return groupingSwitch(this.memory.by, this.say, (by: GroupedBy) => {
      emitEvent(this, 'group-by', by);
    });
  }

  private renderClosing(): TemplateResult | typeof nothing {
    const { denyOtherOutbound } = this.view;
    return denyOtherOutbound === null ? nothing : this.renderButton(denyOtherOutbound, 'close-rest');
  }

  private renderButton(label: string, event: string): TemplateResult {
    return html`<vscode-button
      secondary
      class="small"
      @click=${() => {
        emitEvent(this, event);
      }}
      >${label}</vscode-button
    >`;
  }

  private renderAge(): TemplateResult | typeof nothing {
    const { view, say } = this;
    if (view.checking) return html`<span>${say('readiness.checking')}</span>`;
    if (view.stale !== null) {
      // A refresh isn't possible without a sign-in, which the line above the plan offers.
      const again = view.isSignedOut ? nothing : this.renderRefresh(say('readiness.tryAgain'));
      return html`${plainIcon('history')}<span>${view.stale}</span> ${again}`;
    }
    if (view.readAt === null) return nothing;
    const age = ageOf(view.readAt, this.now);
    const text = html`<span>${sayAge(say, age)}</span>`;
    if (age.is === 'old') {
      return html`${outcomeIcon('warning')}${text} ${this.renderRefresh(say('readiness.refreshLink'))}`;
    }
    return view.state === 'preview' ? html`<span>${say('readiness.asPreviewed')} · </span>${text}` : text;
  }

  private renderRefresh(label: string): TemplateResult {
    return link({
      text: label,
      press: () => {
        emitEvent(this, 'refresh');
      },
    });
  }

  private renderDates(): TemplateResult | typeof nothing {
    const { view, say } = this;
    if (view.state === 'preview' || view.dates === '') return nothing;
    const old =
      view.profile === '2020-12' ? html`${outcomeIcon('warning')}${say('readiness.notToday')} · ` : nothing;
    return html`<div class="age">${old}${view.dates}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-readiness-header': ScReadinessHeader;
  }
}

const labels = { cause: 'readiness.byCause', requirement: 'readiness.byRequirement' } as const;

/** Renders two radio buttons in a frame, as VS Code renders a choice of views. */
function groupingSwitch(chosen: GroupedBy, say: PageSay, choose: (by: GroupedBy) => void): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    const other = groupings.find((one) => one !== chosen) ?? chosen;
    choose(other);
    const group = event.currentTarget instanceof HTMLElement ? event.currentTarget : null;
    group?.querySelector<HTMLElement>(`[data-by=${other}]`)?.focus();
  };
  return html`<div class="switch" role="radiogroup" aria-label=${say('readiness.view')} @keydown=${onKey}>
    ${groupings.map((by) => {
      const press = (): void => {
        choose(by);
      };
      return html`<button
        type="button"
        role="radio"
        data-by=${by}
        aria-checked=${String(by === chosen)}
        tabindex=${by === chosen ? 0 : -1}
        @click=${press}
      >
        ${say(labels[by])}
      </button>`;
    })}
  </div>`;
}
