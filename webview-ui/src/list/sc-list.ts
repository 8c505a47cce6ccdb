import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { ListState, OutcomeCell } from '@contract/wizard/shared-schemas';
import { displayText } from '@messages/display-text-messages';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../readiness/call-host';
import { link } from '../readiness/link';
import { nativeStyles } from '../readiness/native-styles';
import type { ListLayout } from '../wizard/layout';
import { arrange, type Arranged, type ListItem } from './arrange';
import { indexAfter, indexByLetters, moveOf } from './list-keys';
import { columnsIn, type ListColumn, type ListRow } from './list-row';
import { listSentence } from './list-sentence';
import { listStyles } from './list-styles';
import { longestName } from './longest-name';
import { parseFilter, type Query } from './match';
import { areResults, PointedRow } from './pointed-row';
import { listRowCells, displayedOutcome, type RowLook } from './row-templates';
import { itemPosition, rowsInView, windowOf, type Heights } from './window-of';

const none: Arranged = { items: [], found: 0, fit: 0, matched: 0 };
const lettersRest = 700;
/** Pixels of both borders, of the mark of the chosen row, and of a result at least. */
const borders = 2;
const markWidth = 16;
const leastOutcome = 132;
/** Maximum fraction of the list for a name. A longer name wraps. */
const mostOfName = 0.5;

/**
 * A list of any length that draws only visible rows. Events: `choose-row` (ID), `rows-seen` (IDs whose result isn't
 * known), `act` (ID of a link in its sentence), `clear-filter`, `show-more`.
 */
@customElement('sc-list')
export class ScList extends LitElement {
  @property() label = '';
  /** Explanation of the label's term in a sentence. */
  @property() means = '';
  /** Text next to the label while nothing is typed; empty for the numbers. */
  @property() about = '';
  /** Text in the box while nothing was read yet. */
  @property() hint = '';
  @property({ attribute: false }) columns: readonly ListColumn[] = [];
  @property({ attribute: false }) rows: readonly ListRow[] = [];
  @property({ attribute: false }) reading: ListState = { is: 'waiting' };
  @property({ attribute: false }) chosen: string | null = null;
  @property() filter = '';
  /** Results by row; null if the list doesn't have such a column. */
  @property({ attribute: false }) outcomes: ReadonlyMap<string, OutcomeCell> | null = null;
  /** Header of the result column; empty for the default. */
  @property() outcomeLabel = '';
  @property({ type: Boolean }) marks = false;
  @property({ attribute: false }) layout: ListLayout = 'columns';
  /** Maximum number of visible rows. */
  @property({ type: Number }) visible = 7;
  @property({ attribute: false }) say!: PageSay;
  /** Text of the link to rows that aren't in the list yet; empty if all are. */
  @property() moreRows = '';
  @state() private active: string | null = null;
  @state() private top = 0;
  /** Height of the header, which is taller if its text needs two lines. */
  @state() private headHeight = 22;
  /** Inner width of the list; 0 until it is measured. */
  @state() private width = 0;
  /** Heights of drawn rows by ID. */
  @state() private measured: ReadonlyMap<string, number> = new Map();
  private nameWidth = 0;
  @query('.grid') private readonly grid!: HTMLElement | null;
  @query('.row.head') private readonly headRow!: HTMLElement | null;
  private readonly observer = new ResizeObserver(() => {
    this.measure();
  });

  private arranged: Arranged = none;
  private query: Query = parseFilter('');
  /** Whether the chosen row has to be scrolled into view. */
  private follows = false;
  /** Whether the pointer moved in the list, or the focus is in it. Rows then keep their places. */
  private isInUse = false;
  private readonly pointed = new PointedRow();
  private typed = '';
  private typedAt = 0;

  static override readonly styles = [nativeStyles, listStyles];

  constructor() {
    super();
    for (const name of ['pointermove', 'focusin']) this.addEventListener(name, this.onUse);
    for (const name of ['pointerleave', 'focusout']) this.addEventListener(name, this.onLeave);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rows')) this.nameWidth = longestName(this, this.rows);
    // Before the first layout, columns without room would wrap, and rows would be far too tall.
    if (this.width === 0) this.width = Math.max(0, this.clientWidth - borders);
    this.pointed.store(this.renderRoot, this.isInUse && areResults(changed));
    if (!changed.has('rows') && !changed.has('filter') && !changed.has('chosen')) return;
    this.follows = this.isFollowing(changed);
    this.query = parseFilter(this.filter);
    const isKept = this.isInUse && !changed.has('filter');
    const kept = isKept ? this.arranged.items.flatMap((item) => (item.is === 'row' ? item.row.id : [])) : [];
    this.arranged = arrange(this.rows, this.query, { chosen: this.chosen, kept });
    if (this.indexOf(this.active) < 0) this.active = this.firstActive();
  }

  override render(): TemplateResult {
    const busy = this.reading.is === 'reading';
    return html`
      <div class="head-line">
        <span
          class="title ${this.means === '' ? '' : 'term'}"
          id="label"
          title=${this.means === '' ? nothing : this.means}
          >${this.label}</span
        >${this.figures()}
      </div>
      <div class="box">
        ${busy ? html`<vscode-progress-bar class="busy" indeterminate aria-hidden="true"></vscode-progress-bar>` : nothing}
        ${this.rows.length > 0 ? this.renderGrid() : nothing} ${this.renderMoreRows()}
        ${this.renderSentence(busy)}
      </div>
    `;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.isInUse = false;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('columns') || changed.has('rows')) this.measure();
    this.measureRows();
    if (this.grid) this.pointed.restore(this.grid);
    if (this.follows) this.reveal(this.indexOf(this.chosen));
    this.follows = false;
    this.reportSeen();
  }

  override focus(): void {
    this.grid?.focus();
  }

  /** Returns “Subnet: 3 of 8 match”; null while nothing is typed, or if the list is empty. */
  get matchSentence(): string | null {
    const { matched, found } = this.arranged;
    const isFiltered = found > 0 && this.query.terms.length > 0;
    return isFiltered
      ? this.say('page.labelled', { label: this.label, text: this.matchFigures(matched, found) })
      : null;
  }

  private figures(): TemplateResult | typeof nothing {
    const { found, fit, matched } = this.arranged;
    if (found === 0) return nothing;
    const text =
      this.query.terms.length > 0 ? this.matchFigures(matched, found) : this.usualFigures(found, fit);
    return html`<span class="quiet"> · <span id="figures">${text}</span></span>`;
  }

  private matchFigures(n: number, all: number): string {
    return this.say('page.list.match', { n, all });
  }

  private usualFigures(n: number, fit: number): string {
    if (this.about !== '') return this.about;
    return this.outcomes === null
      ? this.say('page.list.found', { n })
      : this.say('page.list.fit', { n, fit });
  }

  private renderSentence(busy: boolean): TemplateResult | typeof nothing {
    if (busy && this.rows.length === 0) {
      return html`${[1, 2, 3].map(() => html`<div class="reading">${this.say('page.list.reading')}</div>`)}`;
    }
    if (this.reading.is === 'waiting') {
      return this.hint ? html`<p class="sentence">${this.hint}</p>` : nothing;
    }
    if (this.reading.is === 'ready' && this.rows.length > 0 && this.arranged.matched === 0) {
      return this.renderNoMatch();
    }
    return listSentence(this, this.reading, this.say);
  }

  private renderNoMatch(): TemplateResult {
    return html`<p class="sentence">
      ${this.say('page.list.noMatch', { filter: this.filter.trim() })}
      ${link({
        text: this.say('page.list.clear'),
        press: () => {
          emitEvent(this, 'clear-filter');
        },
      })}
    </p>`;
  }

  private renderMoreRows(): TemplateResult | typeof nothing {
    if (this.moreRows === '') return nothing;
    const press = (): void => {
      emitEvent(this, 'show-more');
    };
    return html`<div class="more-rows">${link({ text: this.moreRows, press })}</div>`;
  }

  private renderGrid(): TemplateResult {
    const { items } = this.arranged;
    const look = this.look();
    const view = windowOf(items, this.heights(), this.viewport());
    const start = view.from;
    const active = this.indexOf(this.active);
    // A row that is scrolled far away isn't in the document.
    const isDrawn = active >= view.from && active < view.to;
    const rowsHeight = this.visible * this.heights().row + (look.twoLine ? 0 : this.headHeight);
    return html`<div
      class="grid ${look.twoLine ? 'two-line' : ''} ${look.marks ? 'marked' : ''}"
      role="grid"
      tabindex="0"
      aria-labelledby="label"
      aria-describedby="figures"
      aria-rowcount=${items.length + 1}
      aria-activedescendant=${isDrawn ? this.rowId(active) : nothing}
      .style=${`--list-height: ${String(rowsHeight)}px; --list-columns: ${this.tracks(look)}`}
      @keydown=${this.onKey}
      @scroll=${this.onScroll}
    >
      ${this.renderHead(look)}
      <div role="rowgroup" .style=${`padding-block: ${String(view.before)}px ${String(view.after)}px`}>
        ${repeat(
          items.slice(view.from, view.to),
          (item) => (item.is === 'row' ? item.row.id : ''),
          (item, i) => this.renderItem(item, start + i, look),
        )}
      </div>
    </div>`;
  }

  private renderHead(look: RowLook): TemplateResult {
    return html`<div class="row head" role="row" aria-rowindex="1">
      ${look.marks ? html`<span class="mark"></span>` : nothing}
      ${look.columns.map(
        (column) =>
          html`<span
            class="cell ${column.numeric ? 'numeric' : ''} ${column.means === undefined ? '' : 'term'}"
            role="columnheader"
            title=${column.means ?? nothing}
            >${column.label}</span
          >`,
      )}
      ${
        look.checks
          ? html`<span class="cell" role="columnheader"
              >${this.outcomeLabel === '' ? this.say('page.column.outcome') : this.outcomeLabel}</span
            >`
          : nothing
      }
    </div>`;
  }

  private renderItem(item: ListItem, index: number, look: RowLook): TemplateResult {
    if (item.is === 'divider') {
      return html`<div class="row divider" role="row" aria-rowindex=${index + 2}>
        <span role="gridcell">${this.say('page.list.unfit', { n: item.count })}</span>
      </div>`;
    }
    const { row, pinned } = item;
    const outcome = displayedOutcome(row, this.outcomes?.get(row.id));
    const chosen = row.id === this.chosen;
    const answered = row.outcome === null && row.unfit === null && outcome !== null ? [outcome.text] : [];
    const place = this.say('page.list.place', {
      n: item.place,
      all: this.arranged.matched + (this.isPinning() ? 1 : 0),
    });
    return html`<div
      class="row ${chosen ? 'chosen' : ''} ${row.id === this.active ? 'active' : ''}"
      role="row"
      id=${this.rowId(index)}
      data-id=${row.id}
      aria-rowindex=${index + 2}
      aria-selected=${String(chosen)}
      aria-label="${[displayText(row.spoken), ...answered].join(', ')}. ${place}"
      title=${look.columns.length < this.columns.length ? displayText(row.more) : nothing}
      @click=${() => {
        this.choose(row.id);
      }}
    >
      ${listRowCells(row, outcome, { ...look, chosen, pinned })}
    </div>`;
  }

  private look(): RowLook {
    const twoLine = this.layout === 'two-line';
    return {
      columns: twoLine ? this.columns : this.columnsWithRoom(),
      query: this.query,
      say: this.say,
      checks: this.outcomes !== null,
      marks: this.marks && !twoLine,
      twoLine,
    };
  }

  private columnsWithRoom(): readonly ListColumn[] {
    if (this.width === 0) return this.columns;
    const others = [...(this.marks ? [markWidth] : []), ...(this.outcomes === null ? [] : [leastOutcome])];
    return columnsIn(this.columns, { width: this.width, name: this.nameTrack(), others });
  }

  /**
   * Returns the width of the name column: the whole longest name. A name as long as the list leaves room for the other
   * columns.
   */
  private nameTrack(): number {
    const most = this.width * mostOfName;
    return this.width === 0 ? this.nameWidth : Math.min(this.nameWidth, most);
  }

  private tracks(look: RowLook): string {
    const [, ...rest] = look.columns;
    const name = `minmax(${String(this.nameTrack())}px, 0.5fr)`;
    return [
      ...(look.marks ? [`${String(markWidth)}px`] : []),
      name,
      ...rest.map(({ least, grow }) => `minmax(${String(least)}px, ${String(grow)}fr)`),
      ...(look.checks ? [`minmax(${String(leastOutcome)}px, 2.4fr)`] : []),
    ].join(' ');
  }

  private measure(): void {
    if (this.grid === null) return;
    const width = this.grid.clientWidth;
    if (width === 0 && this.width > 0) return;
    this.headHeight = this.headRow?.offsetHeight ?? this.headHeight;
    if (width !== this.width) this.measured = new Map();
    this.width = width;
  }

  /**
   * Measures drawn rows. Wrapped text makes a row taller, which affects the position of rows that aren't drawn.
   * While another page replaces the list, the height of its rows is 0, and isn't used.
   */
  private measureRows(): void {
    if (this.grid === null || this.grid.clientWidth === 0) return;
    const usual = this.heights().row;
    const measured = new Map(this.measured);
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('.row[data-id]')) {
      const id = row.dataset['id'] ?? '';
      if (row.offsetHeight !== (measured.get(id) ?? usual)) measured.set(id, row.offsetHeight);
    }
    const isNew = [...measured].some(([id, height]) => this.measured.get(id) !== height);
    if (isNew) this.measured = measured;
  }

  private heights(): Heights {
    return { row: this.layout === 'two-line' ? 44 : 22, divider: 22, measured: this.measured };
  }

  private viewport(): { top: number; height: number } {
    return { top: this.top, height: this.visible * this.heights().row };
  }

  private rowId(index: number): string {
    return `row-${String(index)}`;
  }

  /**
   * True if the chosen row has to be scrolled into view: when its list appears, and when the order changes. In a list in
   * use, only the user's own choice scrolls.
   */
  private isFollowing(changed: PropertyValues<this>): boolean {
    if (this.isInUse) return changed.has('chosen') && this.chosen === this.active;
    const isNew = this.indexOf(this.chosen) < 0;
    return changed.has('chosen') || (changed.has('rows') && (isNew || this.isSeen(this.chosen)));
  }

  private indexOf(id: string | null): number {
    return this.arranged.items.findIndex((item) => item.is === 'row' && item.row.id === id);
  }

  private isSeen(id: string | null): boolean {
    return this.seen().some((row) => row.id === id);
  }

  private seen(): readonly ListRow[] {
    return rowsInView(this.arranged.items, this.heights(), this.viewport());
  }

  private isPinning(): boolean {
    const first = this.arranged.items[0];
    return first?.is === 'row' && first.pinned;
  }

  private firstActive(): string | null {
    if (this.indexOf(this.chosen) >= 0) return this.chosen;
    const first = this.arranged.items[0];
    return first?.is === 'row' ? first.row.id : null;
  }

  private readonly onUse = (): void => {
    this.isInUse = true;
  };

  /** Sorts the rows once neither the pointer nor the focus is in the list. */
  private readonly onLeave = (): void => {
    this.isInUse = this.matches(':hover, :focus-within');
    if (!this.isInUse) this.requestUpdate('rows');
  };

  private readonly onScroll = (): void => {
    this.top = this.grid?.scrollTop ?? 0;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.indexOf(this.active);
    const how = moveOf(event.key);
    if (how !== null) this.moveTo(indexAfter(this.arranged.items, at, { how, page: this.visible - 1 }));
    else if (event.key === 'Enter' || (event.key === ' ' && this.typed === '')) {
      if (this.active !== null) this.choose(this.active);
    } else if (event.key.length === 1) {
      this.moveTo(indexByLetters(this.arranged.items, at, this.letters(event)));
    } else return;
    event.preventDefault();
  };

  private letters(event: KeyboardEvent): string {
    const stale = event.timeStamp - this.typedAt > lettersRest;
    this.typed = stale ? event.key : this.typed + event.key;
    this.typedAt = event.timeStamp;
    setTimeout(() => {
      if (event.timeStamp === this.typedAt) this.typed = '';
    }, lettersRest);
    return this.typed;
  }

  private moveTo(index: number): void {
    const item = this.arranged.items[index];
    if (item?.is !== 'row') return;
    this.active = item.row.id;
    this.reveal(index);
  }

  /** Scrolls by the minimum that shows the row. */
  private reveal(index: number): void {
    if (index < 0 || this.grid === null) return;
    const { top, height } = itemPosition(this.arranged.items, this.heights(), index);
    const view = this.viewport();
    if (top < this.grid.scrollTop) this.grid.scrollTop = top;
    else if (top + height > this.grid.scrollTop + view.height) {
      this.grid.scrollTop = top + height - view.height;
    }
    this.top = this.grid.scrollTop;
  }

  private choose(id: string): void {
    this.active = id;
    const isPreselected = this.rows.some((one) => one.id === id && one.tag !== null);
    if (id !== this.chosen || isPreselected) emitEvent(this, 'choose-row', id);
  }

  private reportSeen(): void {
    if (this.outcomes === null || this.rows.length === 0) return;
    const ids = this.seen()
      .filter((row) => row.outcome === null && row.unfit === null)
      .map((row) => row.id);
    if (ids.length > 0) emitEvent(this, 'rows-seen', ids);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-list': ScList;
  }
}
