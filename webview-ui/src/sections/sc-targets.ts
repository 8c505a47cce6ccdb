import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { TargetList } from '@contract/wizard/attach';
import type { WizardChannel } from '@contract/wizard/channel';
import type { OutcomeCell } from '@contract/wizard/shared-schemas';
import type { PageSay } from '@messages/page-say';
import { callHost, emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import { plainIcon } from '../readiness/outcome-icon';
import type { ListColumn, ListRow } from '../list/list-row';
import '../list/sc-list';
import type { ListLayout } from '../wizard/layout';
import { clearFilter, filterBox, focusFilterBox } from './filter-box';
import { subnetColumns, targetColumns } from './list-columns';
import { subnetRows } from './list-rows';
import { missingLine } from './missing-line';
import { networkStyles } from './network-styles';
import { sectionStyles } from './section-styles';
import { targetRows } from './target-rows';

/**
 * Resources that can be attached, and the subnets of the chosen one. Events: `filter` (text), `speak` (a sentence for
 * the live region); `rows-seen` comes from the list `targets`.
 */
@customElement('sc-targets')
export class ScTargets extends LitElement {
  @property({ attribute: false }) targets: TargetList | null = null;
  @property({ attribute: false }) outcomes: ReadonlyMap<string, OutcomeCell> = new Map();
  @property() filter = '';
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) layout: ListLayout = 'columns';
  @property({ type: Number }) visible = 7;
  @property({ attribute: false }) missing: string | null = null;

  private rows: readonly ListRow[] = [];
  private subnetRows: readonly ListRow[] = [];
  private columns: { targets: readonly ListColumn[]; subnets: readonly ListColumn[] } = {
    targets: [],
    subnets: [],
  };

  static override readonly styles = [nativeStyles, sectionStyles, networkStyles];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('say')) {
      this.columns = { targets: targetColumns(this.say), subnets: subnetColumns(this.say) };
    }
    if (!changed.has('targets') && !changed.has('say')) return;
    this.rows = targetRows(this.targets);
    const rows = this.targets?.subnets ?? [];
    this.subnetRows = subnetRows({ state: { is: 'ready' }, networkName: null, rows }, undefined);
  }

  override render(): TemplateResult {
    const { targets, say } = this;
    return html`
      <div class="filters ${this.layout}">${filterBox(this, this.say('page.target.filter'))}</div>
      <div class="field">
        <sc-list
          id="targets"
          label=${say(`page.targets.${targets?.kind ?? 'virtual-machine'}`)}
          .columns=${this.columns.targets}
          .rows=${this.rows}
          .reading=${targets?.state ?? { is: 'waiting' }}
          .chosen=${targets?.chosen?.id ?? null}
          .filter=${this.filter}
          .outcomes=${this.outcomes}
          .layout=${this.layout}
          .visible=${this.visible}
          .say=${say}
          marks
          @choose-row=${this.onTarget}
          @clear-filter=${this.clearFilter}
        ></sc-list>
        ${missingLine(this.missing)}
      </div>
      ${this.renderNew()} ${this.renderSubnets()}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('filter') && changed.get('filter') !== undefined) void this.sayMatches();
  }

  /** Handles Ctrl+F from the frame. */
  focusFilter(): boolean {
    return focusFilterBox(this);
  }

  private async sayMatches(): Promise<void> {
    const list = this.renderRoot.querySelector('sc-list');
    await list?.updateComplete;
    emitEvent(this, 'speak', list?.matchSentence ?? '');
  }

  /** Renders the kinds of resource that code can create, and the next step for code that was written. */
  private renderNew(): TemplateResult {
    const { writeNew = null, written = null } = this.targets ?? {};
    const press = (): void => {
      emitEvent(this, 'act', writeNew?.id ?? '');
    };
    return html`${writeNew ? html`<div class="note">${link({ text: writeNew.label, press })}</div>` : nothing}
      <div role="status">
        ${written === null ? nothing : html`<div class="note">${plainIcon('info')}<span>${written}</span></div>`}
      </div>`;
  }

  private renderSubnets(): TemplateResult | typeof nothing {
    const { targets, say } = this;
    if (!targets?.chosen) return nothing;
    if (targets.note !== null) {
      return html`<div class="note" role="status">${plainIcon('info')}<span>${targets.note}</span></div>`;
    }
    const n = this.subnetRows.length;
    return html`<div class="field">
      <sc-list
        id="subnets"
        label=${say('page.target.subnets', { n, name: targets.chosen.name })}
        .about=${say('page.target.subnets.n', { n })}
        .columns=${this.columns.subnets}
        .rows=${this.subnetRows}
        .reading=${{ is: 'ready' }}
        .chosen=${targets.shown}
        .outcomes=${this.outcomes}
        .layout=${this.layout}
        .visible=${n}
        .say=${say}
        @choose-row=${this.onSubnet}
      ></sc-list>
      ${n > 1 ? html`<div class="under">${say('page.target.show')}</div>` : nothing}
    </div>`;
  }

  private readonly clearFilter = (): void => {
    clearFilter(this);
  };

  private readonly onTarget = (event: CustomEvent<string>): void => {
    void callHost(this, this.client.chooseTarget({ id: event.detail }));
  };

  private readonly onSubnet = (event: CustomEvent<string>): void => {
    void callHost(this, this.client.chooseSubnet({ id: event.detail }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-targets': ScTargets;
  }
}
