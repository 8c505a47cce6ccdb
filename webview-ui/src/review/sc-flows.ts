import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Picture, Review } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import type { FlowsAs } from '../wizard/view-state';
import { flowList } from './flow-list';
import { flowTable } from './flow-table';
import { flowsStyles } from './flows-styles';
import { pictureLegend } from './picture/picture-legend';
import { lineStyles } from './picture/picture-styles';
import './picture/sc-flow-picture';

/** Width in pixels below which the flows are a list, unless the user selects the picture. */
const narrow = 600;
/** Width of the picture in pixels when it scrolls. */
const fullScale = 900;

/**
 * The flows of a plan, as a picture or as a table. Events: `show-requirement` (detail: {id}), `point-requirement`
 * (detail: {id}), `flows-as` (detail: a `FlowsAs`).
 */
@customElement('sc-flows')
export class ScFlows extends LitElement {
  @property({ attribute: false }) view!: Pick<Review, 'flows' | 'flowsSummary' | 'picture'>;
  @property({ attribute: false }) say!: PageSay;
  /** The view of flows that the user chose; null to decide by the page's width. */
  @property({ attribute: false }) flowsAs: FlowsAs | null = null;
  @state() private width = fullScale;
  @state() private folds: ReadonlySet<string> = new Set();

  private readonly observer = new ResizeObserver(() => {
    this.measure();
  });

  static override readonly styles = [nativeStyles, lineStyles, flowsStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
    this.measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override render(): TemplateResult {
    const { view } = this;
    const shown = view.picture === null ? 'table' : this.shownAs;
    return html`<div class="flows as-${shown}">
      <div class="bar">
        <h3>${view.flowsSummary}</h3>
        ${view.picture === null || shown === 'picture' ? nothing : this.renderSwitch('picture')}
      </div>
      ${view.picture !== null && shown === 'picture' ? this.renderPicture(view.picture) : nothing}
      ${this.renderTable(shown === 'table')}
    </div>`;
  }

  /** Renders the table. It is never removed: under the picture, it is there for screen readers only. */
  private renderTable(isShown: boolean): TemplateResult {
    const { view, say, show } = this;
    const isList = isShown && this.isNarrow;
    return html`<div class="box ${isShown ? '' : 'visually-hidden'}">
      ${
        isList
          ? flowList(view.flows, { say, open: this.folds, toggle: this.toggleFold, show })
          : flowTable(view.flows, { say, show, reachable: isShown })
      }
    </div>`;
  }

  private renderPicture(picture: Picture): TemplateResult {
    const { view, say, width, isNarrow } = this;
    return html`<sc-flow-picture
        .picture=${picture}
        .say=${say}
        summary=${view.flowsSummary}
        width=${isNarrow ? fullScale : width}
        room=${width}
        ?scales=${!isNarrow}
      ></sc-flow-picture>
      <div class="bar">${pictureLegend(picture.flows, say)}${this.renderSwitch('table')}</div>`;
  }

  private renderSwitch(to: FlowsAs): TemplateResult {
    const text = this.say(to === 'table' ? 'review.picture.showTable' : 'review.picture.showPicture');
    const press = (): void => {
      this.flowsAs = to;
      emitEvent(this, 'flows-as', to);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.bar .link')?.focus());
    };
    return link({ text, press });
  }

  private get isNarrow(): boolean {
    return this.width < narrow;
  }

  private get shownAs(): FlowsAs {
    return this.flowsAs ?? (this.isNarrow ? 'table' : 'picture');
  }

  private readonly show = (id: string): void => {
    emitEvent(this, 'show-requirement', { id });
  };

  private measure(): void {
    const { width } = this.getBoundingClientRect();
    if (width > 0) this.width = Math.floor(width);
  }

  private readonly toggleFold = (fold: string): void => {
    const folds = new Set(this.folds);
    if (!folds.delete(fold)) folds.add(fold);
    this.folds = folds;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-flows': ScFlows;
  }
}
