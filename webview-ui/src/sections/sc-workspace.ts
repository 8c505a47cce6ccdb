import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { PlanView } from '@contract/wizard/plan';
import type { Note, OutcomeCell } from '@contract/wizard/shared-schemas';
import type { PageSay } from '@messages/page-say';
import { callHost, emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import { plainIcon } from '../readiness/outcome-icon';
import type { ScCombobox } from '../combobox/sc-combobox';
import '../combobox/sc-combobox';
import type { ComboOption } from '../combobox/options';
import type { ListColumn, ListRow } from '../list/list-row';
import { listSentence } from '../list/list-sentence';
import '../list/sc-list';
import type { ListLayout } from '../wizard/layout';
import { workspaceColumns } from './list-columns';
import { workspaceRows } from './list-rows';
import { missingLine } from './missing-line';
import { reasonLine, shortRows, withTag } from './recommended-rows';
import { sectionStyles } from './section-styles';

/** Empty, because results arrive with the rows after those come into view. */
const noOutcomes: ReadonlyMap<string, OutcomeCell> = new Map();

/** Subscription and workspace. */
@customElement('sc-workspace')
export class ScWorkspace extends LitElement {
  @property({ attribute: false }) plan!: PlanView;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) layout: ListLayout = 'columns';
  @property({ attribute: false }) missing: string | null = null;
  @query('sc-combobox') private readonly combobox!: ScCombobox | null;
  private options: readonly ComboOption[] = [];
  private rows: readonly ListRow[] = [];
  /** Whether the user wants to see more than the preselection. */
  @state() private isFullList = false;
  private columns: readonly ListColumn[] = [];

  static override readonly styles = [nativeStyles, sectionStyles];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('plan')) return;
    const { subscriptions, workspaces } = this.plan.workspace;
    this.options = subscriptions.rows.map(({ id, name }) => ({
      id,
      label: name,
      details: [],
      more: '',
      quiet: false,
    }));
    if (changed.get('plan')?.workspace.workspaces.rows !== workspaces.rows) {
      this.rows = workspaceRows(workspaces.rows, this.say);
      const hasKinds = workspaces.rows.some((row) => row.kind !== null);
      this.columns = workspaceColumns(this.say, hasKinds);
    }
  }

  override render(): TemplateResult {
    const { say } = this;
    const { subscriptions, subscription, workspaces, workspace } = this.plan.workspace;
    const isSubscriptionMissing = subscription === null;
    const { recommended } = this.plan.workspace;
    const tagged = withTag(this.rows, workspace, recommended);
    const rows = recommended === null || this.isFullList ? tagged : shortRows(tagged, workspace);
    const hidden = tagged.length - rows.length;
    const prompt = say(
      subscriptions.state.is === 'reading' ? 'page.list.reading' : 'page.subscription.choose',
    );
    return html`
      ${this.plan.sample ? this.renderBanner() : nothing}
      <div class="field">
        <span class="label" aria-hidden="true">${say('page.subscription')}</span>
        <sc-combobox
          label=${say('page.subscription')}
          placeholder=${prompt}
          .options=${this.options}
          .value=${subscription}
          .say=${say}
          ?invalid=${this.missing !== null && isSubscriptionMissing}
          @pick=${this.onSubscription}
        ></sc-combobox>
        ${listSentence(this, subscriptions.state, say)} ${this.renderSentence(subscriptions.note)}
        ${isSubscriptionMissing ? missingLine(this.missing) : nothing}
      </div>
      <div class="field">
        <sc-list
          id="workspaces"
          label=${say('page.workspace')}
          .hint=${prompt}
          .columns=${this.columns}
          .about=${say('page.list.found', { n: this.rows.length })}
          .rows=${rows}
          .outcomes=${noOutcomes}
          outcomeLabel=${say('page.column.subnets')}
          .moreRows=${hidden > 0 ? say('page.workspace.more', { n: hidden }) : ''}
          .reading=${workspaces.state}
          .chosen=${workspace}
          .layout=${this.layout}
          .visible=${this.layout === 'two-line' ? 7 : 12}
          .say=${say}
          marks
          @choose-row=${this.onWorkspace}
          @act=${this.onListAct}
          @show-more=${() => {
            this.isFullList = true;
          }}
        ></sc-list>
        ${reasonLine(this.plan.workspace.recommended)} ${this.renderNote()}
        ${isSubscriptionMissing ? nothing : missingLine(this.missing)}
      </div>
    `;
  }

  private renderNote(): TemplateResult | typeof nothing {
    const { note } = this.plan.workspace;
    if (note === null) return nothing;
    const { text, action } = note;
    return html`<div class="note" role="status">
      ${plainIcon('info', 'info')}<span>${text}</span>
      ${
        action === null
          ? nothing
          : link({
              text: action.label,
              press: () => {
                emitEvent(this, 'act', action.id);
              },
            })
      }
    </div>`;
  }

  private renderSentence(note: Note | null): TemplateResult | typeof nothing {
    if (note === null) return nothing;
    const { text, action } = note;
    return html`<p class="sentence">
      ${text}
      ${link({
        text: action.label,
        press: () => {
          emitEvent(this, 'act', action.id);
        },
      })}
    </p>`;
  }

  private renderBanner(): TemplateResult {
    return html`<div class="banner">
      ${plainIcon('info', 'info')}<span>${this.say('sample.banner')}</span>
      ${link({
        text: this.say('sample.signIn'),
        press: () => {
          emitEvent(this, 'act', 'signIn');
        },
      })}
      ${link({
        text: this.say('sample.renew'),
        press: () => {
          emitEvent(this, 'act', 'renewSample');
        },
      })}
    </div>`;
  }

  private readonly onSubscription = (event: CustomEvent<string>): void => {
    void callHost(this, this.client.chooseSubscription({ id: event.detail }));
  };

  private readonly onWorkspace = (event: CustomEvent<string>): void => {
    void callHost(this, this.client.chooseWorkspace({ id: event.detail }));
  };

  /** Another subscription is chosen directly above the list. */
  private readonly onListAct = (event: CustomEvent<string>): void => {
    if (event.detail !== 'chooseSubscription') return;
    event.stopPropagation();
    this.combobox?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-workspace': ScWorkspace;
  }
}
