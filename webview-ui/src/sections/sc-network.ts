import { displayText } from '@messages/display-text-messages';
import { nameTemplate } from '../wizard/name-template';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { NetworkList, SubnetList } from '@contract/wizard/lists';
import type { NewNetworkView } from '@contract/wizard/new-network';
import type { PlanView } from '@contract/wizard/plan';
import type { OutcomeCell } from '@contract/wizard/shared-schemas';
import type { PageSay } from '@messages/page-say';
import { callHost, emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import { plainIcon } from '../readiness/outcome-icon';
import '../combobox/sc-combobox';
import type { ComboOption } from '../combobox/options';
import type { ListColumn, ListRow } from '../list/list-row';
import type { ScList } from '../list/sc-list';
import '../list/sc-list';
import type { ListLayout } from '../wizard/layout';
import { clearFilter, filterBox, focusFilterBox } from './filter-box';
import { networkColumns, subnetColumns } from './list-columns';
import { networkRows, subnetRows } from './list-rows';
import { missingLine } from './missing-line';
import { reasonLine, shortRows, withTag } from './recommended-rows';
import { networkStyles } from './network-styles';
import './sc-managed';
import './sc-new-network';
import './sc-regions';
import { sectionStyles } from './section-styles';

/**
 * Resource group, virtual network, and subnet. Events: `filter` (text), `group` (name, empty for all), `speak` (a
 * sentence for the live region); `rows-seen` comes from the lists with `networks` or `subnets` as their ID.
 */
@customElement('sc-network')
export class ScNetwork extends LitElement {
  @property({ attribute: false }) plan!: PlanView;
  @property({ attribute: false }) networks: NetworkList | null = null;
  @property({ attribute: false }) subnets: SubnetList | null = null;
  @property({ attribute: false }) outcomes: ReadonlyMap<string, OutcomeCell> = new Map();
  @property() filter = '';
  @property() group = '';
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) layout: ListLayout = 'columns';
  @property({ type: Number }) visible = 7;
  @property({ attribute: false }) missing: string | null = null;
  /** Whether the lists are open. On a narrow page, a chosen network is a single row until the user opens the list. */
  @state() private unfolded = false;
  /**
   * Whether the user sees, or wants to see, more than the preselected subnet. Once the whole list is shown, it stays.
   */
  @state() private isFullList = false;

  /** Whether the user is switching between existing networks and a new one. */
  private isSwitching = false;

  private networkRows: readonly ListRow[] = [];
  private subnetRows: readonly ListRow[] = [];
  private groups: readonly ComboOption[] = [];
  private columns: { networks: readonly ListColumn[]; subnets: readonly ListColumn[] } = {
    networks: [],
    subnets: [],
  };

  static override readonly styles = [nativeStyles, sectionStyles, networkStyles];

  constructor() {
    super();
    this.addEventListener('act', this.onAct);
    this.addEventListener('focusin', this.keepFullList);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('say')) {
      this.columns = { networks: networkColumns(this.say), subnets: subnetColumns(this.say) };
    }
    const isNewList = changed.has('networks') || changed.has('say');
    if (isNewList || changed.has('group')) this.updateNetworks();
    const isOther = changed.has('plan') && isOtherNetwork(changed.get('plan'), this.plan);
    if (isOther) this.unfolded = false;
    if (isNewList || isOther || changed.has('subnets')) this.updateSubnets();
  }

  override render(): TemplateResult {
    const { managed, proposed } = this.plan.network;
    if (managed !== null) {
      return html`<sc-managed
        .managed=${managed}
        .say=${this.say}
        @set-up=${() => {
          void callHost(this, this.client.setUpNetwork({}));
        }}
        @stop-waiting=${() => {
          void callHost(this, this.client.stopSettingUp({}));
        }}
        @look-again=${() => {
          void callHost(this, this.client.refresh({}));
        }}
      ></sc-managed>`;
    }
    if (proposed !== null) return this.renderProposed(proposed);
    return this.isShort() ? this.renderShort() : this.renderLists();
  }

  private isShort(): boolean {
    return this.plan.network.recommended !== null && !this.isFullList && this.filter.trim() === '';
  }

  /** Renders the preselected subnet and its neighbors, without the lists to select others. */
  private renderShort(): TemplateResult {
    const { say } = this;
    const { subnet, recommended } = this.plan.network;
    const n = this.subnetRows.length;
    const m = Math.max(0, (this.networks?.rows.length ?? 0) - 1);
    return html`<div class="field">
        ${this.renderSubnets({
          rows: shortRows(withTag(this.subnetRows, subnet, recommended), subnet),
          moreRows: say('page.network.more', { n, m }),
        })}
        ${reasonLine(recommended)} ${this.renderReady()}
      </div>
      ${this.renderOtherNetwork()} ${this.renderRegions()}`;
  }

  private readonly showFullList = async (): Promise<void> => {
    this.isFullList = true;
    await this.updateComplete;
    this.focusFilter();
  };

  /** A late preselection must not remove rows that the user is about to select. */
  private startsWithFullList(): boolean {
    return this.plan.network.recommended === null && this.networkRows.length > 0;
  }

  /** It must not remove the focused element, either. */
  private readonly keepFullList = (): void => {
    if (!this.isShort()) this.isFullList = true;
  };

  private renderSubnets({
    rows,
    moreRows,
  }: {
    readonly rows: readonly ListRow[];
    readonly moreRows: string;
  }): TemplateResult {
    return html`<sc-list
      id="subnets"
      label=${this.say('page.subnet')}
      means=${this.say('term.subnet')}
      .about=${this.aboutSubnets()}
      .hint=${this.say('page.subnet.first')}
      .columns=${this.columns.subnets}
      .rows=${rows}
      .moreRows=${moreRows}
      .reading=${this.subnets?.state ?? { is: 'waiting' }}
      .chosen=${this.plan.network.subnet}
      .filter=${this.filter}
      .outcomes=${this.outcomes}
      .layout=${this.layout}
      .visible=${this.visible + 1}
      .say=${this.say}
      @choose-row=${this.onSubnet}
      @clear-filter=${this.clearFilter}
      @show-more=${this.showFullList}
    ></sc-list>`;
  }

  private renderLists(): TemplateResult {
    const { network, subnet, recommended } = this.plan.network;
    return html`
      <div class="filters ${this.layout}">
        ${filterBox(this, this.say('page.filter'))}${this.renderGroups()}
      </div>
      <div class="field">
        ${this.isFolded() && network !== null ? this.renderFolded(network) : this.renderNetworks()}
        ${network === null ? missingLine(this.missing) : nothing}
      </div>
      <div class="field">
        ${this.renderSubnets({ rows: withTag(this.subnetRows, subnet, recommended), moreRows: '' })}
        ${reasonLine(recommended)} ${this.renderReady()}
        ${network === null ? nothing : missingLine(this.missing)}
      </div>
      ${this.renderOtherNetwork()} ${this.renderRegions()}
    `;
  }

  private renderRegions(): TemplateResult | typeof nothing {
    const { regions } = this.plan.network;
    if (regions === null) return nothing;
    return html`<div class="field">
      <sc-regions .view=${regions} .client=${this.client} .say=${this.say}></sc-regions>
    </div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('plan')) this.follow(changed.get('plan'));
    if (changed.has('filter') && changed.get('filter') !== undefined) void this.sayMatches();
  }

  private renderProposed(view: NewNetworkView): TemplateResult {
    return html` <sc-new-network
        .view=${view}
        .plan=${this.plan}
        .client=${this.client}
        .say=${this.say}
        .layout=${this.layout}
        .missing=${this.missing}
        @leave=${() => {
          this.isSwitching = true;
          this.isFullList = true;
          void callHost(this, this.client.leaveNewNetwork({}));
        }}
      ></sc-new-network>
      ${this.renderRegions()}`;
  }

  /** Renders another subnet that is ready as it is. */
  private renderReady(): TemplateResult | typeof nothing {
    const { ready } = this.plan.network;
    if (ready === null) return nothing;
    const press = (): void => {
      void callHost(this, this.client.chooseSubnet({ id: ready.id }));
      this.renderRoot.querySelector<ScList>('#subnets')?.focus();
    };
    return html`<div class="note tip">
      ${plainIcon('lightbulb', 'info')}<span>${ready.text} ${link({ text: ready.label, press })}</span>
    </div>`;
  }

  private renderOtherNetwork(): TemplateResult | typeof nothing {
    if (this.networks?.state.is !== 'ready') return nothing;
    const press = (): void => {
      emitEvent(this, 'act', 'proposeNetwork');
    };
    return html`<div class="note">${link({ text: this.say('newNetwork.or'), press })}</div>`;
  }

  /** Moves the focus after the user switched between existing networks and a new one. */
  private follow(before: PlanView | undefined): void {
    const was = (before?.network.proposed ?? null) !== null;
    const is = this.plan.network.proposed !== null;
    if (!this.isSwitching || was === is) return;
    this.isSwitching = false;
    if (is) void this.focusProposed();
    else this.focusFilter();
  }

  private async focusProposed(): Promise<void> {
    const proposed = this.renderRoot.querySelector('sc-new-network');
    await proposed?.updateComplete;
    proposed?.focus();
  }

  private readonly onAct = (event: Event): void => {
    if (event instanceof CustomEvent && event.detail === 'proposeNetwork') this.isSwitching = true;
  };

  /** Handles Ctrl+F from the frame. */
  focusFilter(): boolean {
    if (!this.isShort() || this.plan.network.managed !== null || this.plan.network.proposed !== null) {
      return focusFilterBox(this);
    }
    void this.showFullList();
    return true;
  }

  /** Announces the matches of both lists in a single sentence, after both were filtered. */
  private async sayMatches(): Promise<void> {
    const lists = [...this.renderRoot.querySelectorAll('sc-list')];
    await Promise.all(lists.map((list) => list.updateComplete));
    const sentences = lists.map((list) => list.matchSentence).filter((one) => one !== null);
    emitEvent(this, 'speak', sentences.join(', '));
  }

  private renderGroups(): TemplateResult {
    return html`<sc-combobox
      class="groups"
      label=${this.say('page.groups')}
      .options=${this.groups}
      .value=${this.group}
      .say=${this.say}
      @pick=${this.onGroup}
    ></sc-combobox>`;
  }

  private renderNetworks(): TemplateResult {
    return html`<sc-list
      id="networks"
      label=${this.say('page.network')}
      .columns=${this.columns.networks}
      .rows=${this.networkRows}
      .reading=${this.networks?.state ?? { is: 'waiting' }}
      .chosen=${this.plan.network.network}
      .filter=${this.filter}
      .outcomes=${this.outcomes}
      .layout=${this.layout}
      .visible=${this.visible}
      .say=${this.say}
      marks
      @choose-row=${this.onNetwork}
      @clear-filter=${this.clearFilter}
    ></sc-list>`;
  }

  private renderFolded(id: string): TemplateResult {
    const row = this.networks?.rows.find((one) => one.id === id);
    const count = this.networks?.rows.length ?? 0;
    return html`<span class="label">${this.say('page.network')}</span>
      <div class="folded">
        ${plainIcon('pass-filled')}
        <span class="folded-name">${nameTemplate(row?.name ?? this.subnets?.networkName ?? '')}</span>
        <span class="folded-more"
          >${row ? [row.resourceGroup, row.region, row.addresses].map(displayText).join(' · ') : ''}</span
        >
        <button type="button" class="change" @click=${this.unfold}>
          ${this.say('page.network.change', { n: count })}
        </button>
      </div>`;
  }

  private updateNetworks(): void {
    this.groups = this.groupOptions();
    this.networkRows = networkRows(this.networks, this.group, this.say);
    if (!this.hasUpdated) this.isFullList = this.startsWithFullList();
  }

  private updateSubnets(): void {
    const network = this.networks?.rows.find((row) => row.id === this.plan.network.network);
    this.subnetRows = subnetRows(this.subnets, network);
  }

  private isFolded(): boolean {
    return this.layout === 'two-line' && !this.unfolded && this.filter.trim() === '';
  }

  private aboutSubnets(): string {
    const network = this.subnets?.networkName ?? null;
    return network === null ? '' : this.say('page.subnet.in', { n: this.subnetRows.length, network });
  }

  private groupOptions(): readonly ComboOption[] {
    const groups = this.networks?.resourceGroups ?? [];
    const all = this.say('page.groups.all', { n: groups.length });
    const option = (id: string, label: string): ComboOption => ({
      id,
      label,
      details: [],
      more: '',
      quiet: false,
    });
    return [option('', all), ...groups.map((group) => option(group, group))];
  }

  private readonly unfold = async (): Promise<void> => {
    this.unfolded = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#networks')?.focus();
  };

  private readonly clearFilter = (): void => {
    clearFilter(this);
  };

  private readonly onGroup = (event: CustomEvent<string>): void => {
    emitEvent(this, 'group', event.detail);
  };

  private readonly onNetwork = (event: CustomEvent<string>): void => {
    this.unfolded = false;
    // A simultaneous preselection of a subnet doesn't remove the list.
    this.isFullList = true;
    void callHost(this, this.client.chooseNetwork({ id: event.detail }));
  };

  private readonly onSubnet = (event: CustomEvent<string>): void => {
    void callHost(this, this.client.chooseSubnet({ id: event.detail }));
  };
}

function isOtherNetwork(before: PlanView | undefined, after: PlanView): boolean {
  return before?.network.network !== after.network.network;
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-network': ScNetwork;
  }
}
