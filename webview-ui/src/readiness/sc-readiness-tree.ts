import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CauseAction } from '@contract/wizard/readiness';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from './call-host';
import { causeActions, causeHead } from './cause-lines';
import { requirementCells, type RowActions } from './readiness-row';
import { readinessTreeStyles } from './readiness-tree-styles';
import { nativeStyles } from './native-styles';
import { keyOf } from './readiness-memory';
import { findByLetters, successor, treeMove } from './tree-keys';
import type { TreeRow } from './tree-rows';
import type { WasMarks } from './change-marks';
import { outcomeIcon, plainIcon } from './outcome-icon';

/** The row or cause whose button opened another page. */
export interface FixedFrom {
  readonly is: 'row' | 'cause';
  readonly id: string;
}

/** Milliseconds within which typed letters form a word. */
const typingPause = 800;

/**
 * Readiness's lines as a tree grid. Events: `line-open` {key, open}, `row-fix`, `row-copy`, `row-link` (detail: an ID
 * or a link), `cause-act` {cause, action}.
 */
@customElement('sc-readiness-tree')
export class ScReadinessTree extends LitElement {
  @property({ attribute: false }) lines: readonly TreeRow[] = [];
  @property({ attribute: false }) say!: PageSay;
  @property({ attribute: false }) was: WasMarks = new Map();
  /** IDs of requirements whose text was just copied. */
  @property({ attribute: false }) copied: readonly string[] = [];
  /** Time at which a request was copied, by key of its cause. */
  @property({ attribute: false }) requested: ReadonlyMap<string, string> = new Map();
  /** A requirement under the pointer elsewhere on the page. */
  @property({ attribute: false }) pointed: string | null = null;
  /** Key of the cause whose action is the primary action of the page. */
  @property({ attribute: false }) primary: string | null = null;
  @property() label = '';
  /** Key of the line that Tab reaches. */
  @state() private current: string | null = null;
  @state() private traces: ReadonlySet<string> = new Set();
  private typed = { letters: '', at: 0 };
  /** Whether the focus was in here before the last render. */
  private hadFocus = false;

  static override readonly styles = [nativeStyles, readinessTreeStyles];

  /** Returns the key of the current line. */
  get at(): string | null {
    return this.current;
  }

  /** Moves the focus to a line and scrolls it into view. */
  async focusLine(key: string): Promise<void> {
    this.current = key;
    await this.updateComplete;
    const line = this.lineOf(key);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Returns the focus to the button of a row or cause, or to its line if it no longer has a button. False if the line is
   * gone: that of a fixed cause disappears after a few seconds.
   */
  focusFix(from: FixedFrom): boolean {
    const line = this.lineOf(keyOf(from.is === 'row' ? 'row' : 'actions', from.id));
    const button = line?.querySelector<HTMLElement>('[data-fix], [data-does]');
    const cause = keyOf('group', from.id);
    const isCause = this.lines.some(({ is, key }) => is === 'cause' && key === cause);
    const target = button ?? line ?? (isCause ? this.lineOf(cause) : null);
    target?.focus();
    return target !== null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.hadFocus = this.matches(':focus-within');
    if (!changed.has('lines')) return;
    const before = changed.get('lines') ?? [];
    const current = this.current;
    if (current !== null && this.lines.some((line) => line.key === current)) return;
    const next = current === null ? null : successor(before, this.lines, current);
    this.current = next ?? this.lines[0]?.key ?? null;
  }

  override updated(): void {
    // If the focused element was removed, its line receives the focus, or the line after it.
    if (this.hadFocus && !this.matches(':focus-within') && this.current !== null) {
      this.lineOf(this.current)?.focus();
    }
  }

  override render(): TemplateResult {
    return html`<div role="treegrid" aria-label=${this.label} @keydown=${this.onKey} @focusin=${this.onFocus}>
      ${repeat(
        this.lines,
        (line) => line.key,
        (line) => this.renderLine(line),
      )}
    </div>`;
  }

  private get worst(): string | null {
    const [first] = this.lines;
    return first?.is === 'cause' && first.cause.icon === 'error' && first.expanded === true
      ? first.cause.key
      : null;
  }

  private renderLine(line: TreeRow): TemplateResult {
    return html`<div
      role="row"
      class="line ${line.is} ${line.is === 'row' ? this.looks(line) : ''} ${causeLook(line, this.worst)}"
      data-key=${line.key}
      data-name=${line.is === 'row' ? line.row.name : nothing}
      data-requirement=${line.is === 'row' ? line.row.id : nothing}
      data-cause=${line.is === 'cause' ? line.cause.kind : nothing}
      tabindex=${line.key === this.current ? 0 : -1}
      aria-level=${line.level}
      aria-posinset=${line.position}
      aria-setsize=${line.size}
      aria-expanded=${line.expanded === null ? nothing : String(line.expanded)}
      aria-label=${spokenOf(line) ?? nothing}
    >
      ${this.renderCells(line)}
    </div>`;
  }

  private looks({ row, expanded }: TreeRow & { is: 'row' }): string {
    const looks = {
      opened: expanded === true,
      short: row.oneLine,
      changed: this.was.has(row.id),
      pointed: row.id === this.pointed,
    };
    return Object.entries(looks)
      .flatMap(([look, is]) => (is ? [look] : []))
      .join(' ');
  }

  private renderCells(line: TreeRow): TemplateResult {
    const toggle = (): void => {
      this.toggle(line);
    };
    switch (line.is) {
      case 'row':
        return requirementCells(line.row, this.stateOf(line), this.actionsOf(line.row.id, toggle));
      case 'cause':
        return causeHead(line.cause, toggle);
      case 'actions':
        return this.renderActions(line);
      default:
        return plainCell(line, this.say, toggle);
    }
  }

  private renderActions(line: TreeRow & { is: 'actions' }): TemplateResult {
    const { key } = line.cause;
    const state = {
      say: this.say,
      isCurrent: this.lines.some((one) => one.key === this.current && one.cause?.key === key),
      isPrimary: key === this.primary,
      isTraceOpen: this.traces.has(key),
      copied: this.requested.get(key) ?? null,
    };
    return causeActions(line, state, {
      openLink: (target) => {
        emitEvent(this, 'row-link', target);
      },
      toggleTrace: () => {
        this.toggleTrace(key);
      },
      act: (action) => {
        this.act(key, action);
      },
    });
  }

  private act(cause: string, action: CauseAction): void {
    emitEvent(this, 'cause-act', { cause, action });
  }

  private toggleTrace(id: string): void {
    const traces = new Set(this.traces);
    if (!traces.delete(id)) traces.add(id);
    this.traces = traces;
  }

  private stateOf(line: TreeRow & { is: 'row' }): Parameters<typeof requirementCells>[1] {
    const { id } = line.row;
    return {
      say: this.say,
      isCurrent: line.key === this.current,
      isOpen: line.expanded === true,
      was: this.was.get(id)?.was ?? null,
      isTraceOpen: this.traces.has(id),
      isCopied: this.copied.includes(id),
      cause: line.cause,
    };
  }

  private actionsOf(id: string, toggle: () => void): RowActions {
    return {
      toggle,
      fix: () => {
        emitEvent(this, 'row-fix', id);
      },
      openLink: (target) => {
        emitEvent(this, 'row-link', target);
      },
      toggleTrace: () => {
        this.toggleTrace(id);
      },
      copy: () => {
        emitEvent(this, 'row-copy', id);
      },
    };
  }

  private toggle(line: TreeRow): void {
    this.current = line.key;
    this.lineOf(line.key)?.focus({ preventScroll: true });
    if (line.expanded !== null) emitEvent(this, 'line-open', { key: line.key, open: !line.expanded });
  }

  private readonly onFocus = (event: FocusEvent): void => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    if (line) this.current = line.dataset['key'] ?? this.current;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const at = this.current;
    if (at === null) return;
    const withModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === '.' && withModifier) {
      event.preventDefault();
      this.fixOf(at);
    } else if (!withModifier && isOnLine(event)) this.move(at, event);
  };

  private move(at: string, event: KeyboardEvent): void {
    const move = treeMove(this.lines, at, event.key) ?? this.byLetters(at, event.key);
    if (!move) return;
    event.preventDefault();
    if (move.do === 'focus') void this.focusLine(move.key);
    else emitEvent(this, 'line-open', { key: move.key, open: move.do === 'open' });
  }

  private fixOf(key: string): void {
    const line = this.lines.find((one) => one.key === key);
    const fix = line?.cause?.actions.find(({ does }) => does === 'fix');
    if (line?.is === 'row' && line.row.fix !== null) emitEvent(this, 'row-fix', line.row.id);
    else if (line?.cause && fix) this.act(line.cause.key, fix);
  }

  private byLetters(at: string, key: string): { readonly do: 'focus'; readonly key: string } | null {
    if (key.length !== 1 || key === ' ') return null;
    const now = Date.now();
    const letters = now - this.typed.at < typingPause ? this.typed.letters + key : key;
    this.typed = { letters, at: now };
    const found = findByLetters(this.lines, at, letters);
    return found === null ? null : { do: 'focus', key: found };
  }

  private lineOf(key: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }
}

/** Returns the style of a line. The worst cause has a bar along its lines if it is an error. */
function causeLook({ cause, level }: TreeRow, worst: string | null): string {
  if (!cause) return '';
  return `${level > 1 ? 'of-cause' : ''} ${cause.key === worst ? 'worst' : ''}`;
}

function spokenOf(line: TreeRow): string | null {
  if (line.is === 'row') return line.row.spoken;
  return line.is === 'cause' ? line.cause.spoken : null;
}

/** True if the event is on the line itself. A row's button or link handles its own keys. */
function isOnLine(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.matches('[data-key]');
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-readiness-tree': ScReadinessTree;
  }
}

type PlainLine = Extract<TreeRow, { is: 'group' | 'fold' | 'earlier' | 'none' }>;

/** Renders the cell of a line that only opens or only shows text. */
function plainCell(line: PlainLine, say: PageSay, toggle: () => void): TemplateResult {
  switch (line.is) {
    case 'group':
      return groupCell(line, toggle);
    case 'fold':
      return html`<div role="gridcell" class="head" @click=${toggle}>
        ${plainIcon('chevron-right', 'chevron')}${outcomeIcon(line.fold.icon)}
        <span class="words">${line.fold.text}</span>
      </div>`;
    case 'earlier':
      return html`<div role="gridcell" class="head">
        ${outcomeIcon(line.earlier.icon)}<span class="words">${line.earlier.text}</span>
        <span class="sum">${say('readiness.fixFirst')}</span>
      </div>`;
    case 'none':
      return html`<div role="gridcell" class="head">
        ${outcomeIcon('unfit')}
        <div class="words">
          <div class="name">${line.none.name}</div>
          <div class="outcome">${line.none.why}</div>
        </div>
      </div>`;
  }
}

function groupCell({ group, expanded }: TreeRow & { is: 'group' }, toggle: () => void): TemplateResult {
  const { title, summary, icon, amongCauses } = group;
  const shown = icon !== null && (amongCauses || expanded === false) ? outcomeIcon(icon) : nothing;
  const words = html`<span class="title">${title}</span>
    <span class="sum">${amongCauses ? nothing : shown}${summary}</span>`;
  return html`<div role="gridcell" class="head ${amongCauses ? 'lead' : ''}" @click=${toggle}>
    ${plainIcon('chevron-right', 'chevron')}${amongCauses ? html`${shown}<span class="pair">${words}</span>` : words}
  </div>`;
}
