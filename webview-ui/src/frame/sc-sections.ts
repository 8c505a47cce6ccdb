import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import { sectionIds, type PlanView, type SectionId, type PlanSection } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import { primaryKeys } from '../readiness/primary-keys';
import type { ScNetwork } from '../sections/sc-network';
import type { ScTargets } from '../sections/sc-targets';
import type { PageLayout, ListLayout } from '../wizard/layout';
import { isOpenSection, nextSection, type PageState } from '../wizard/state';
import { sectionBody } from './open-section';
import { sectionSummary, sectionName } from './section-text';
import { sectionListStyles } from './section-list-styles';
import { plainIcon } from '../readiness/outcome-icon';
import '@vscode-elements/elements/dist/vscode-button/index.js';

/**
 * The five sections of the plan. Events: `toggle-section` and `continue-from` with the section's ID; `review-plan`;
 * `act` with the ID of the pressed control.
 */
@customElement('sc-sections')
export class ScSections extends LitElement {
  @property({ attribute: false }) page!: PageState;
  @property({ attribute: false }) plan!: PlanView;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  @property({ reflect: true }) layout: PageLayout = 'wide';
  @property({ attribute: false }) listLayout: ListLayout = 'columns';
  @property({ type: Number }) visible = 7;
  /** Set if the primary button of the page is elsewhere. */
  @property({ type: Boolean }) secondary = false;

  static override readonly styles = [nativeStyles, sectionListStyles];

  override render(): TemplateResult {
    return html`${sectionIds.map((id) => this.renderSection(id))}
    ${this.page.open === 'preselected' ? this.renderStart() : this.renderNewPlan()}`;
  }

  async focusHeader(id: SectionId): Promise<void> {
    await this.updateComplete;
    // Wait until the current key event is over: Enter on a button would activate the header, too.
    await new Promise((resolve) => setTimeout(resolve));
    const header = this.renderRoot.querySelector<HTMLElement>(`#header-${id}`);
    header?.focus({ preventScroll: true });
    header?.closest('.section')?.scrollIntoView({ block: 'nearest' });
  }

  /** Moves the focus to the filter box of the open section; false if it doesn't have one. */
  focusFilter(): boolean {
    const list = this.renderRoot.querySelector<ScNetwork | ScTargets>('sc-network, sc-targets');
    return list?.focusFilter() ?? false;
  }

  private renderSection(id: SectionId): TemplateResult {
    const open = isOpenSection(this.page, id);
    const last = id === sectionIds.at(-1) ? 'last' : '';
    return html`<section class="section ${open ? 'open' : ''} ${last}">
      ${sectionHeader({
        id,
        name: sectionName(id, this.plan, this.say),
        section: this.plan.sections[id],
        open,
        line:
          this.page.open === 'preselected'
            ? this.plan.sections[id].summary
            : sectionSummary(id, this.plan, this.say),
        price: id === 'size' && this.plan.access === null ? this.plan.size.price : null,
        say: this.say,
        press: () => {
          emitEvent(this, 'toggle-section', id);
        },
      })}
      ${this.renderFileNotes(id)} ${open ? this.renderBody(id) : nothing}
    </section>`;
  }

  /** Renders what is missing in Azure or differs from the opened plan file. */
  private renderFileNotes(id: SectionId): TemplateResult | typeof nothing {
    const notes = this.plan.planFile?.notes[id] ?? [];
    if (notes.length === 0) return nothing;
    return html`<ul class="notes">
      ${notes.map((note) => html`<li>${plainIcon('warning', 'warning')}<span>${note}</span></li>`)}
    </ul>`;
  }

  private renderBody(id: SectionId): TemplateResult {
    const { page, plan, client, say, layout, listLayout, visible } = this;
    return html`<div class="body" id="body-${id}">
      ${sectionBody(id, { state: page, plan, client, say, layout, listLayout, visible })}
      ${page.open === 'preselected' ? nothing : this.renderContinue(id, nextSection(id, plan))}
    </div>`;
  }

  /** Renders the start of a preselected plan, which the user can review at once or change by section. */
  private renderStart(): TemplateResult {
    return html`<div class="continue start pinned">
      <vscode-button
        ?secondary=${this.secondary}
        @click=${() => {
          emitEvent(this, 'review-plan');
        }}
        >${this.say('page.reviewPlan')}</vscode-button
      >
      ${this.layout === 'narrow' || this.secondary ? nothing : primaryKeys(this.say)}
      <vscode-button
        secondary
        @click=${() => {
          emitEvent(this, 'continue-from', 'workspace');
        }}
        >${this.say('page.continue', { next: sectionName('compute', this.plan, this.say) })}</vscode-button
      >
    </div>`;
  }

  /** Renders the button only if the user chose something. Otherwise the plan is new. */
  private renderNewPlan(): TemplateResult | typeof nothing {
    const { workspace, preselected } = this.plan;
    if (workspace.workspace === null || preselected) return nothing;
    return html`<div class="continue start">
      ${link({
        text: this.say('page.newPlan'),
        press: () => {
          emitEvent(this, 'act', 'newPlan');
        },
      })}
    </div>`;
  }

  private renderContinue(id: SectionId, next: SectionId | null): TemplateResult | typeof nothing {
    if (next === null) return nothing;
    const unfit = id === 'network' ? this.unfit : null;
    return html`<div class="continue">
      <vscode-button
        ?secondary=${this.secondary}
        ?disabled=${unfit !== null}
        aria-disabled=${unfit === null ? nothing : 'true'}
        @click=${() => {
          emitEvent(this, 'continue-from', id);
        }}
        >${this.say('page.continue', { next: sectionName(next, this.plan, this.say) })}</vscode-button
      >
      ${this.renderNote(id, unfit)}
    </div>`;
  }

  /** Returns why the chosen subnet can't be used. */
  private get unfit(): string | null {
    return this.page.readiness?.unfit?.why ?? null;
  }

  private renderNote(id: SectionId, unfit: string | null): TemplateResult | typeof nothing {
    if (unfit !== null) return html`<span class="quiet">${unfit}</span>`;
    if (this.layout === 'narrow') return nothing;
    return id === 'network' && this.plan.network.managed === null
      ? html`<span class="quiet">${this.say('page.continue.network')}</span>`
      : primaryKeys(this.say);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-sections': ScSections;
  }
}

interface HeaderLook {
  readonly id: SectionId;
  readonly name: string;
  readonly section: PlanSection;
  readonly open: boolean;
  /** Text that is shown instead of the section's question while it is open. */
  readonly line: string;
  /** The price of the selected machine size. */
  readonly price: string | null;
  readonly say: PageSay;
  readonly press: () => void;
}

/** Renders a section's header: chevron, name, its choices as a sentence, and a check mark when it is complete. */
function sectionHeader({ id, name, section, open, line, price, say, press }: HeaderLook): TemplateResult {
  const isLocked = section.locked !== null;
  const text = section.locked ?? (open ? line : section.summary);
  return html`<h2>
    <button
      type="button"
      id="header-${id}"
      class="header ${isLocked ? 'locked' : ''}"
      aria-expanded=${String(open)}
      aria-controls=${open ? `body-${id}` : nothing}
      aria-disabled=${isLocked ? 'true' : nothing}
      @click=${press}
    >
      ${plainIcon(open ? 'chevron-down' : 'chevron-right')}
      <span class="name">${name}</span>
      <span class="texts"
        ><span class="summary" title=${text}>${text}</span>${
          price === null || isLocked
            ? nothing
            : html`<span class="visually-hidden">, </span><span class="price">${price}</span>`
        }</span
      >
      ${
        section.complete
          ? html`${plainIcon('check', 'complete')}<span class="visually-hidden"
                >, ${say('page.complete')}</span
              >`
          : nothing
      }
    </button>
  </h2>`;
}
