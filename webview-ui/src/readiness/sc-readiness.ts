import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '@contract/channel';
import type { CauseAction, Readiness } from '@contract/wizard/readiness';
import type { WizardChannel } from '@contract/wizard/channel';
import type { PageSay } from '@messages/page-say';
import { sayTime } from '../creation/elapsed';
import { callHost, emitEvent } from './call-host';
import {
  allClosed,
  foldKey,
  keyOf,
  nothingOpened,
  withOpen,
  type GroupedBy,
  type ReadinessMemory,
} from './readiness-memory';
import { noticeLine } from './notice-line';
import { readinessStyles } from './readiness-styles';
import { groupsInOrder, orderOf, type ReadinessOrder } from './stable-order';
import { link } from './link';
import { nativeStyles } from './native-styles';
import { findCause, findToFix, rowIndex } from './next-problem';
import { primaryCause } from './primary-cause';
import { rowsIn, shownGroups, shownNotes, type ShownGroup } from './shown-groups';
import type { ScReadinessHeader } from './sc-readiness-header';
import type { FixedFrom, ScReadinessTree } from './sc-readiness-tree';
import { treeRows, type TreeRow } from './tree-rows';
import { renewWas, stillShown, wasShownFor, type WasMarks } from './change-marks';
import { outcomeIcon } from './outcome-icon';
import './sc-readiness-header';
import './sc-readiness-tree';

/** Milliseconds for which a copied link shows a confirmation. */
const copiedShownFor = 2000;

/**
 * Readiness. Events: `leave-readiness` (Esc), `memory` (detail: what is open, to be stored and passed back as
 * `.memory`), `problem` (detail: a `Problem`), `speak` (detail: a sentence).
 */
@customElement('sc-readiness')
export class ScReadiness extends LitElement {
  @property({ attribute: false }) view!: Readiness;
  @property({ attribute: false }) client!: Client<WizardChannel>;
  @property({ attribute: false }) say!: PageSay;
  /** Open lines before the page was last closed. */
  @property({ attribute: false }) memory: ReadinessMemory = nothingOpened;
  /** Whether the action of the worst fixable cause is the primary action of the page. */
  @property({ type: Boolean }) primary = false;
  /** The requirement whose flow is under the pointer in the picture. */
  @property({ attribute: false }) pointed: string | null = null;
  /** Open lines while a fix is previewed. Readiness of the plan itself has separate memory. */
  @state() private previewMemory: ReadinessMemory = nothingOpened;
  @state() private order: ReadinessOrder = { groups: [], rows: {} };
  @state() private was: WasMarks = new Map();
  @state() private copied: readonly string[] = [];
  /** “Request copied 12:04” by key of a cause. */
  @state() private requested: ReadonlyMap<string, string> = new Map();
  /** Causes that were just fixed. */
  @state() private fixed: Readiness['fixed'] = [];
  /** Revision of the result whose changes were marked; null before the first. */
  private marked: number | null = null;
  @query('sc-readiness-header') private readonly header!: ScReadinessHeader;
  @query('sc-readiness-tree') private readonly tree!: ScReadinessTree | null;
  /** Scroll position of the lines of the plan while a fix is previewed. */
  private scrolled = 0;
  /** The row or cause whose Fix button opened a page, to return the focus. */
  private fixedFrom: FixedFrom | null = null;

  static override readonly styles = [nativeStyles, readinessStyles];

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') emitEvent(this, 'leave-readiness');
    });
    this.addEventListener('focusout', this.onLeave);
    this.addEventListener('pointerleave', this.onLeave);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view')) return;
    const before = changed.get('view');
    if (before?.state !== 'preview') this.scrolled = this.tree?.scrollTop ?? 0;
    this.handleSnapshot(before);
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    if (before && before.state !== this.view.state) void this.scrollLines();
  }

  /** Scrolls once other lines are rendered: to the top, or back to where they were before a preview. */
  private async scrollLines(): Promise<void> {
    const top = this.view.state === 'preview' ? 0 : this.scrolled;
    await this.tree?.updateComplete;
    this.tree?.scrollTo({ top });
  }

  override render(): TemplateResult {
    const { view, say } = this;
    return html`
      ${this.renderChange()}${this.renderFixNotice()}
      <sc-readiness-header
        .view=${view}
        .say=${say}
        .memory=${this.shown}
        @filter=${this.onFilter}
        @collapse-all=${this.collapseAll}
        @refresh=${() => {
          void callHost(this, this.client.refresh({}));
        }}
        @group-by=${(event: CustomEvent<GroupedBy>) => {
          this.remember({ ...this.shown, by: event.detail });
          this.order = orderOf(this.current);
        }}
        @use-subnet=${(event: CustomEvent<string>) => {
          void callHost(this, this.client.chooseSubnet({ id: event.detail }));
        }}
        @close-rest=${() => {
          void callHost(this, this.client.denyOtherOutbound({}));
        }}
      ></sc-readiness-header>
      ${view.state === 'empty' ? emptyReadiness(view, say) : this.renderTree()}
    `;
  }

  /** Moves the focus to the next (1) or previous (-1) cause, or row to fix; false if there is none. */
  async nextToFix(direction: 1 | -1): Promise<boolean> {
    const cause = findCause(this.groups, this.here(), direction);
    if (cause !== null) {
      this.remember(withOpen(this.shown, keyOf('group', cause), true));
      await this.updateComplete;
      await this.tree?.focusLine(keyOf('group', cause));
      return true;
    }
    const found = findToFix(this.groups, this.here(), direction);
    if (!found) return false;
    await this.showRow(found.row);
    return true;
  }

  /** Performs the page's primary action; false if it isn't on Readiness. */
  pressPrimary(): boolean {
    const found = this.primary ? primaryCause(this.view, this.shown) : null;
    if (found) this.act(found.cause, found.action);
    return found !== null;
  }

  focusTitle(): void {
    this.header.focusTitle();
  }

  openFilter(): void {
    if (this.view.state !== 'empty') this.header.openFilter();
  }

  readonly collapseAll = (): void => {
    const groups = [...this.groups, ...this.groups.flatMap(({ within }) => within)];
    const ids = [...groups, ...(this.notes ? [this.notes] : [])].map((group) => group.id);
    this.remember(allClosed(this.shown, [...ids, 'not-needed']));
  };

  /** Opens a requirement's row with all its parents and moves the focus there. */
  async openRow(id: string): Promise<void> {
    const { notes } = this.view;
    const isThere = [...rowsIn(this.groups), ...(notes?.rows ?? [])].some((row) => row.id === id);
    if (!isThere) return;
    this.remember({ ...withOpen(this.shown, keyOf('row', id), true), openOnly: false });
    await this.showRow(id);
  }

  /**
   * After a preview, returns the focus to the button that opened it, or to the title if its cause is gone. False if the
   * button isn't on Readiness.
   */
  returnFocus(): boolean {
    const from = this.fixedFrom;
    this.fixedFrom = null;
    if (from === null) return false;
    if (this.tree?.focusFix(from) !== true) this.focusTitle();
    return true;
  }

  /** Returns the groups as the host has them now. */
  private get current(): readonly ShownGroup[] {
    const { view, shown, say, fixed } = this;
    return shownGroups(view, shown.by, { say, fixed });
  }

  private get notes(): ShownGroup | null {
    return shownNotes(this.view, this.shown.by);
  }

  private get groups(): readonly ShownGroup[] {
    return groupsInOrder(this.current, this.order);
  }

  private get shown(): ReadinessMemory {
    return this.view.state === 'preview' ? this.previewMemory : this.memory;
  }

  private get lines(): readonly TreeRow[] {
    const { notNeeded } = this.view;
    const { groups, notes } = this;
    const shown = { groups, notes, notNeeded, notNeededTitle: this.say('readiness.notNeeded') };
    return treeRows(shown, this.shown);
  }

  private renderChange(): TemplateResult | typeof nothing {
    const { notice } = this.view;
    if (notice === null) return nothing;
    const { text, show } = notice;
    const press = (): void => {
      if (show !== null) void this.openRow(show);
    };
    return noticeLine({
      text,
      link: show === null ? null : { text: this.say('changed.show'), press },
      icon: 'history',
      say: this.say,
      dismiss: () => {
        void callHost(this, this.client.dismissNotice({}));
        this.focusTitle();
      },
    });
  }

  private renderFixNotice(): TemplateResult | typeof nothing {
    const { fixNotice } = this.view;
    if (fixNotice === null) return nothing;
    const { text, undo } = fixNotice;
    const press = (): void => {
      if (undo !== null) void callHost(this, this.client.undoFix({ preview: undo }));
    };
    return noticeLine({
      text,
      link: undo === null ? null : { text: this.say('preview.undo'), press },
      icon: undo === null ? 'info' : 'discard',
      say: this.say,
      dismiss: () => {
        void callHost(this, this.client.dismissFixNotice({}));
        this.focusTitle();
      },
    });
  }

  private renderTree(): TemplateResult | typeof nothing {
    const { view, say, lines } = this;
    if (lines.length === 0) return this.renderNothingOpen();
    return html`<sc-readiness-tree
      .lines=${lines}
      .say=${say}
      .was=${this.was}
      .copied=${this.copied}
      .requested=${this.requested}
      .pointed=${this.pointed}
      .primary=${this.primary ? (primaryCause(view, this.shown)?.cause ?? null) : null}
      label=${view.title}
      @line-open=${(event: CustomEvent<{ key: string; open: boolean }>) => {
        this.remember(withOpen(this.shown, event.detail.key, event.detail.open));
      }}
      @row-fix=${(event: CustomEvent<string>) => {
        this.press(event.detail);
      }}
      @row-link=${(event: CustomEvent<string>) => {
        void callHost(this, this.client.openLink({ link: event.detail }));
      }}
      @row-copy=${(event: CustomEvent<string>) => {
        void this.copy(event.detail, [event.detail]);
      }}
      @cause-act=${(event: CustomEvent<{ cause: string; action: CauseAction }>) => {
        this.act(event.detail.cause, event.detail.action);
      }}
    ></sc-readiness-tree>`;
  }

  /** Performs the action of a row's button. */
  private press(id: string): void {
    const does = rowsIn(this.groups).find((one) => one.id === id)?.does ?? 'fix';
    this.do({ does, ids: [id] }, { is: 'row', id });
  }

  /** Performs the action of a cause's button. */
  private act(cause: string, action: CauseAction): void {
    this.do(action, { is: 'cause', id: cause });
  }

  private do({ does, ids }: Pick<CauseAction, 'does' | 'ids'>, from: FixedFrom): void {
    const { client } = this;
    switch (does) {
      case 'copy':
        void this.copyOf(from.id, client.copyRequest({ ids }));
        return;
      case 'role':
        void this.copyOf(from.id, client.copyReadRoleRequest({ id: from.id }));
        return;
      case 'confirm':
        void callHost(this, client.confirmRequest({ ids }));
        return;
      case 'request':
        void callHost(this, client.openRequest({ ids }));
        return;
      case 'set-up':
        void callHost(this, client.setUpNetwork({}));
        return;
      case 'stop-waiting':
        void callHost(this, client.stopSettingUp({}));
        return;
      case 'look-again':
        void callHost(this, client.refresh({}));
        return;
      case 'fix':
        this.fixedFrom = from;
        void callHost(this, client.previewFix({ ids }));
    }
  }

  private renderNothingOpen(): TemplateResult | typeof nothing {
    const n = rowsIn(this.groups).length;
    if (n === 0) return nothing;
    const press = (): void => {
      this.remember({ ...this.shown, openOnly: false });
    };
    return html`<p class="empty">
      ${this.say('readiness.nothingOpen', { n })} ${link({ text: this.say('readiness.showAll'), press })}
    </p>`;
  }

  private remember(memory: ReadinessMemory): void {
    if (this.view.state === 'preview') {
      this.previewMemory = memory;
      return;
    }
    this.memory = memory;
    emitEvent(this, 'memory', memory);
  }

  /** Handles a new snapshot. Content changes in place, and the order changes only if the user isn't looking there. */
  private handleSnapshot(before: Readiness | undefined): void {
    const isOther = !before || isAnotherReadiness(before, this.view);
    const isNew = before?.revision !== this.view.revision;
    if (before && isOther) this.forget(before);
    this.markChanges();
    if (isOther || (isNew && !this.isBusy())) this.order = orderOf(this.current);
  }

  /**
   * Marks changes. The first result after a reload has changes that were already seen. Those of a fix are marked when
   * its preview closes.
   */
  private markChanges(): void {
    const { state, revision, fixed } = this.view;
    if (state !== 'checked' || revision === this.marked) return;
    const isFirst = this.marked === null;
    this.marked = revision;
    if (isFirst) return;
    this.was = renewWas(this.was, this.view, Date.now());
    this.fixed = fixed;
    if (this.was.size > 0 || fixed.length > 0) window.setTimeout(this.dropOldMarks, wasShownFor + 50);
    if (fixed.length > 0) window.setTimeout(this.dropFixed, wasShownFor, revision);
  }

  /** Resets what is open for another subnet, or for another preview. Filters stay. */
  private forget(before: Readiness): void {
    if (this.view.state === 'preview') this.previewMemory = nothingOpened;
    else if (before.title !== this.view.title) {
      this.scrolled = 0;
      this.remember({ ...this.memory, groups: {}, opened: [] });
      this.requested = new Map();
      this.fixed = [];
      this.was = new Map();
    }
  }

  private readonly onFilter = (event: CustomEvent<string>): void => {
    const chosen = event.detail;
    const { shown } = this;
    if (chosen === 'all' || chosen === 'open-only') {
      this.remember({ ...shown, openOnly: chosen === 'open-only' });
    } else if (chosen === 'not-needed') this.remember({ ...shown, notNeeded: !shown.notNeeded });
    else if (chosen === 'current' || chosen === '2020-12') {
      void callHost(this, this.client.chooseProfile({ profile: chosen }));
    }
  };

  private async copy(id: string, ids: string[]): Promise<void> {
    if (!(await callHost(this, this.client.copyRequest({ ids })))) return;
    this.copied = [...this.copied, id];
    emitEvent(this, 'speak', this.say('readiness.copied'));
    window.setTimeout(() => {
      this.copied = this.copied.filter((one) => one !== id);
    }, copiedShownFor);
  }

  /** Opens all parents of a row. */
  private async showRow(id: string): Promise<void> {
    const path = pathTo([...this.groups, ...(this.notes ? [this.notes] : [])], id);
    this.remember(path.reduce((memory, key) => withOpen(memory, key, true), this.shown));
    await this.updateComplete;
    await this.tree?.focusLine(keyOf('row', id));
  }

  private here(): { readonly group: string; readonly row: string | null } | null {
    const at = this.tree?.at ?? null;
    if (at === null || !this.matches(':focus-within')) return null;
    return rowIndex(this.groups, at);
  }

  /** True if the user reads or points here, so that rows must not move. */
  private isBusy(): boolean {
    return this.matches(':focus-within') || this.matches(':hover');
  }

  private readonly onLeave = (): void => {
    // The focus hasn't reached its destination yet.
    window.setTimeout(() => {
      if (this.isConnected && !this.isBusy()) this.order = orderOf(this.current);
    });
  };

  /** Copies the request of a cause, and shows when from then on. */
  private async copyOf(cause: string, copying: Promise<unknown>): Promise<void> {
    if (!(await callHost(this, copying))) return;
    const text = this.say('readiness.requestCopied', { time: sayTime(this.say, Date.now(), 'minutes') });
    this.requested = new Map([...this.requested, [cause, text]]);
    emitEvent(this, 'speak', text);
  }

  private readonly dropFixed = (revision: number): void => {
    if (this.marked === revision) this.fixed = [];
  };

  private readonly dropOldMarks = (): void => {
    this.was = stillShown(this.was, Date.now());
  };
}

/** Returns the keys of the groups and the fold that contain a row. */
function pathTo(groups: readonly ShownGroup[], id: string): readonly string[] {
  for (const group of groups) {
    const row = group.rows.find((one) => one.id === id);
    const rest = row ? foldOf(group, row.fold) : pathTo(group.within, id);
    if (row || rest.length > 0) return [keyOf('group', group.id), ...rest];
  }
  return [];
}

function foldOf({ id }: ShownGroup, fold: string | null): readonly string[] {
  return fold === null ? [] : [foldKey(id, fold)];
}

function isAnotherReadiness(before: Readiness, after: Readiness): boolean {
  return before.title !== after.title || before.state !== after.state || before.profile !== after.profile;
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-readiness': ScReadiness;
  }
}

/** Renders Readiness before a subnet is chosen: the next step, and the upcoming checks if the host provides them. */
function emptyReadiness(view: Readiness, say: PageSay): TemplateResult {
  const nonEmptyGroups = view.groups.filter((group) => group.rows.length > 0);
  return html`<div class="empty" role="group" aria-label=${view.title} tabindex="0">
    <p>${view.hint}</p>
    ${nonEmptyGroups.map(
      (group) =>
        html`<h3>${group.title}</h3>
          <ul aria-label=${say('page.labelled', { label: say('readiness.willAsk'), text: group.title })}>
            ${group.rows.map((row) => html`<li>${outcomeIcon('pending')}${row.name}</li>`)}
          </ul>`,
    )}
  </div>`;
}
