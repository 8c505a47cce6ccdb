import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import type { ChannelConnection } from '@contract/connect';
import type { CallError } from '@contract/call-error';
import { sectionIds, type PlanView, type SectionId, type StartPage } from '@contract/wizard/plan';
import type { WizardChannel } from '@contract/wizard/channel';
import { pageMessages, type PageSay } from '@messages/page-say';
import { callHost } from '../readiness/call-host';
import { primaryCause } from '../readiness/primary-cause';
import type { ReadinessMemory } from '../readiness/readiness-memory';
import { nativeStyles } from '../readiness/native-styles';
import '../readiness/sc-readiness';
import type { ScReadiness } from '../readiness/sc-readiness';
import type { Memory } from '../rpc/vscode-port';
import {
  isSideBySide,
  layoutOf,
  listLayoutOf,
  shownReadinessWidth,
  visibleRows,
  type PageLayout,
} from '../wizard/layout';
import type { PageEvent, PageState, Snapshots } from '../wizard/state';
import { createPageStore, type CheckedList, type PageStore } from '../wizard/store';
import type { FlowsAs } from '../wizard/view-state';
import { deepFocus, primaryButton } from './deep-focus';
import { frameStyles } from './frame-styles';
import { placeOf, type Place } from './place';
import {
  creationTemplate,
  isAlone,
  isReplaced,
  leavingLevel,
  levelOf,
  levels,
  pageAbove,
  type PageLevel,
} from './replacing-pages';
import { LostFocus } from './lost-focus';
import { KeptFocus } from './restore-focus';
import { outdatedNotice, pinnedBar, problemNotice, signInNotice } from './notices';
import './sc-live';
import type { ScLive } from './sc-live';
import './sc-sash';
import './sc-start';
import type { ScStart } from './sc-start';
import './sc-sections';
import type { ScSections } from './sc-sections';
import { shortcutOf, type Shortcut } from './shortcuts';

/** The page: the plan's sections on the left, and Readiness always next to or below them. */
@customElement('sc-wizard')
export class ScWizard extends LitElement {
  @property({ attribute: false }) connection!: ChannelConnection<WizardChannel>;
  @property({ attribute: false }) memory!: Memory;
  @property({ reflect: true }) layout: PageLayout = 'wide';
  @state() private visible = 7;
  @query('main') private readonly main!: HTMLElement | null;
  @query('aside') private readonly aside!: HTMLElement | null;
  @query('.page') private readonly scroller!: HTMLElement | null;
  @query('sc-readiness') private readonly readiness!: ScReadiness | null;
  @query('sc-fix-preview, sc-request, sc-report, sc-creation')
  private readonly replacing!: HTMLElement | null;
  @query('sc-sections') private readonly sections!: ScSections | null;
  @query('sc-start') private readonly start!: ScStart | null;
  @query('sc-live') private readonly live!: ScLive | null;

  private store!: PageStore;
  private say: PageSay = pageMessages(document.documentElement.lang || 'en');
  /** The last focused control of the plan, to which Esc on Readiness returns. */
  private lastControl: HTMLElement | null = null;
  /** Focus and scroll positions of each page that another one replaced. */
  private readonly left = new Map<PageLevel, Place & Pick<PageState, 'open'>>();
  private isScrollRestored = false;
  private readonly observer = new ResizeObserver(() => {
    this.measure();
  });

  static override readonly styles = [nativeStyles, frameStyles];

  constructor() {
    super();
    this.addEventListener('keydown', this.onKey);
    // Record before the focus moves: `focusin` doesn't leave the shadow root in which it moves.
    this.addEventListener('keydown', this.rememberControl, { capture: true });
    this.addEventListener('pointerdown', this.rememberControl, { capture: true });
    this.addEventListener('problem', this.onProblem);
    new KeptFocus(this, () => {
      if (this.replacing) this.replacing.focus();
      else void this.returnFocus();
    });
    new LostFocus(this, (part) => {
      if (part !== null && part === this.readiness) this.readiness.focusTitle();
      else if (this.replacing) this.replacing.focus();
      else void this.focusOpenSection();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { connection, memory } = this;
    this.store = createPageStore({
      connection,
      memory,
      changed: (event, before) => {
        this.onChanged(event, before);
      },
    });
    this.observer.observe(this);
    this.measure();
    connection.hello();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override render(): TemplateResult {
    const { outdated, plan } = this.store.state;
    if (outdated) return outdatedNotice(this.say);
    const start = plan?.start ?? null;
    const isStart = start !== null && !isReplaced(this.store.state);
    return html`${cache(isStart ? this.renderStart(start) : nothing)}${isStart ? nothing : this.renderPage()}`;
  }

  private renderPage(): TemplateResult {
    const { say, layout } = this;
    const { readiness, view } = this.store.state;
    const sideBySide = isSideBySide(layout);
    const width = shownReadinessWidth(layout, view.readinessWidth);
    const alone = isAlone(this.store.state);
    return html`
      <button type="button" class="skip link" @click=${this.goToReadiness}>${say('page.skip')}</button>
      <div
        class="page ${sideBySide ? 'beside' : 'stacked'} ${alone ? 'alone' : ''}"
        .style=${`--readiness-width: ${String(width)}px`}
        @scroll=${this.onScroll}
      >
        ${this.renderMain()} ${sideBySide && !alone ? this.renderSash(width) : nothing}
        ${this.renderReadiness()}
      </div>
      ${sideBySide || alone || readiness === null ? nothing : pinnedBar(readiness, say, this.goToReadiness)}
      <sc-live></sc-live>
    `;
  }

  override updated(): void {
    const { outdated, plan } = this.store.state;
    // The outline that the host wrote into the page.
    if (outdated || plan !== null) document.querySelector('#loading')?.remove();
    if (this.isScrollRestored || plan === null) return;
    this.isScrollRestored = true;
    void this.sections?.updateComplete.then(() => {
      const scroller = this.planScroller();
      if (scroller) scroller.scrollTop = this.store.state.view.scrolled;
      this.measure();
    });
    void this.keepFocus();
  }

  /** Renders the start page, which shows what is possible without a sign-in and a plan. */
  private renderStart(start: StartPage): TemplateResult {
    return html`<main
        class="start"
        aria-label=${this.say('page.plan')}
        @act=${(event: CustomEvent<string>) => {
          this.store.act(event.detail);
        }}
      >
        <sc-start .view=${start} .say=${this.say}></sc-start>
      </main>
      <sc-live></sc-live>`;
  }

  private renderMain(): TemplateResult {
    const { problem } = this.store.state;
    const replaced = isReplaced(this.store.state);
    return html`<main
      aria-label=${this.say('page.plan')}
      class=${replaced ? 'replaced' : ''}
      @scroll=${this.onScroll}
      @act=${(event: CustomEvent<string>) => {
        this.store.act(event.detail);
      }}
      @speak=${(event: CustomEvent<string>) => {
        this.live?.announce(event.detail);
      }}
      @alarm=${(event: CustomEvent<string>) => {
        void this.live?.alarm(event.detail);
      }}
      @show-requirement=${(event: CustomEvent<{ id: string }>) => {
        void this.readiness?.openRow(event.detail.id);
      }}
      @point-requirement=${(event: CustomEvent<{ id: string | null }>) => {
        if (this.readiness) this.readiness.pointed = event.detail.id;
      }}
      @flows-as=${(event: CustomEvent<FlowsAs>) => {
        this.store.changeView({ flowsAs: event.detail });
      }}
    >
      ${problemNotice(problem, this.say, {
        dismiss: () => {
          this.store.dispatch({ is: 'problem', problem: null });
        },
        signIn: () => {
          this.store.dispatch({ is: 'problem', problem: null });
          this.store.act('signInAgain');
        },
      })}
      ${signInNotice(this.store.state.plan?.signIn ?? null, (id) => {
        this.store.act(id);
      })}
      ${this.renderPlan()}
    </main>`;
  }

  /** Renders the plan, or what replaces it. The plan and a creation are kept for the way back to them. */
  private renderPlan(): TemplateResult {
    const { creation, plan } = this.store.state;
    const level = levelOf(this.store.state);
    const look = { client: this.connection.call, say: this.say };
    const isSample = plan?.sample === true;
    return html`${cache(level === 'plan' && plan !== null ? this.renderSections(plan) : nothing)}
    ${cache(level === 'creation' && creation !== null ? creationTemplate(creation, isSample, look) : nothing)}
    ${pageAbove(this.store.state, look)}`;
  }

  private renderSections(plan: PlanView): TemplateResult {
    const { store } = this;
    return html`<sc-sections
      .page=${store.state}
      .plan=${plan}
      .client=${this.connection.call}
      .say=${this.say}
      .layout=${this.layout}
      .listLayout=${listLayoutOf(this.layout)}
      .visible=${this.visible}
      ?secondary=${isFixPrimary(store.state)}
      @toggle-section=${(event: CustomEvent<SectionId>) => {
        store.dispatch({ is: 'toggle', section: event.detail });
      }}
      @continue-from=${(event: CustomEvent<SectionId>) => {
        void this.continueFrom(event.detail);
      }}
      @review-plan=${this.reviewPlan}
      @filter=${(event: CustomEvent<string>) => {
        store.changeView({ filter: event.detail });
      }}
      @group=${(event: CustomEvent<string>) => {
        store.changeView({ group: event.detail });
      }}
      @rows-seen=${(event: CustomEvent<readonly string[]>) => {
        store.see(checkedList(event), event.detail);
      }}
    ></sc-sections>`;
  }

  private renderSash(width: number): TemplateResult {
    return html`<sc-sash
      label=${this.say('page.sash')}
      .value=${width}
      @resize-readiness=${(event: CustomEvent<number>) => {
        this.store.changeView({ readinessWidth: event.detail });
      }}
    ></sc-sash>`;
  }

  private renderReadiness(): TemplateResult {
    const { readiness, view } = this.store.state;
    return html`<aside
      ?hidden=${isAlone(this.store.state)}
      aria-label=${this.say('page.readiness')}
      @act=${(event: CustomEvent<string>) => {
        this.store.act(event.detail);
      }}
    >
      ${
        readiness === null
          ? nothing
          : html`<sc-readiness
              .view=${readiness}
              .client=${this.connection.call}
              .say=${this.say}
              .memory=${view.readiness}
              ?primary=${isFixPrimary(this.store.state)}
              @memory=${(event: CustomEvent<ReadinessMemory>) => {
                this.store.changeView({ readiness: event.detail });
              }}
              @leave-readiness=${this.leaveReadiness}
            ></sc-readiness>`
      }
    </aside>`;
  }

  private onChanged(event: PageEvent, before: PageState): void {
    const { plan } = this.store.state;
    if (plan !== null && plan.language !== before.plan?.language) this.say = pageMessages(plan.language);
    this.requestUpdate();
    if (event.is === 'snapshot') this.onSnapshot(event.of, before);
  }

  private onSnapshot(of: Snapshots, before: PageState): void {
    // The first Readiness shows the initial state, not a change by the user.
    if (of.readiness && before.readiness && of.readiness.spoken !== before.readiness.spoken) {
      this.live?.announce(of.readiness.spoken);
    }
    const was = leavingLevel(before);
    const is = leavingLevel(this.store.state);
    // A preview or creation takes the focus itself.
    if (levels.indexOf(is) > levels.indexOf(was)) {
      this.left.set(was, { ...placeOf(this.renderRoot), open: before.open });
    }
    if (levels.indexOf(is) < levels.indexOf(was)) void this.goBack(is);
  }

  /** Returns to a page that another one replaced, as it was left. If another section opened, its header has the focus. */
  private async goBack(to: PageLevel): Promise<void> {
    const place = this.left.get(to);
    await this.returnFocus(place);
    if (place?.open === this.store.state.open) place.scrollBack();
  }

  private async continueFrom(section: SectionId): Promise<void> {
    const { store } = this;
    if (await store.continueFrom(section)) {
      void this.focusOpenSection();
    } else {
      const missing = store.state.plan?.sections[section].missing;
      if (missing) void this.live?.alarm(missing);
    }
  }

  /** Opens the review of a preselected plan. If something is missing, its section opens instead. */
  private readonly reviewPlan = async (): Promise<void> => {
    const { store } = this;
    await store.catchUp();
    const sections = store.state.plan?.sections;
    if (!sections) return;
    const missing = sectionIds.find((id) => sections[id].missing !== null);
    const isReady = sections.review.locked === null;
    store.dispatch({ is: 'toggle', section: isReady ? 'review' : (missing ?? 'size') });
    if (!isReady) void this.live?.alarm(sections[missing ?? 'size'].missing ?? sections.review.locked ?? '');
    await this.focusOpenSection();
  };

  /**
   * After a preview or creation, returns the focus to the control that opened it, unless the user has moved it. If
   * another part of VS Code has the focus, `KeptFocus` returns it later.
   */
  private async returnFocus(place: Place | undefined = this.left.get('plan')): Promise<void> {
    await this.updateComplete;
    if (!document.hasFocus() || deepFocus() !== document.body) return;
    if (this.readiness?.returnFocus() === true) return;
    if (place?.focusAgain() === true) return;
    if (this.replacing) this.replacing.focus();
    else await this.focusOpenSection();
  }

  /** Restores the focus, because a link to another section disappears with its own section. */
  private async keepFocus(): Promise<void> {
    await this.updateComplete;
    if (document.hasFocus() && deepFocus() === document.body) await this.focusOpenSection();
  }

  private async focusOpenSection(): Promise<void> {
    const { open } = this.store.state;
    if (this.start) return this.start.focusPrimary();
    if (open === 'none' || open === null) return;
    await this.updateComplete;
    await this.sections?.focusHeader(open === 'preselected' ? 'workspace' : open);
  }

  private readonly goToReadiness = (): void => {
    this.aside?.scrollIntoView({ block: 'start' });
    this.readiness?.focusTitle();
  };

  private readonly leaveReadiness = (): void => {
    if (this.store.state.preview !== null) void callHost(this, this.connection.call.closeFix({}));
    else if (this.lastControl?.isConnected) this.lastControl.focus();
    else void this.focusOpenSection();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event);
    if (shortcut === null || event.defaultPrevented) return;
    event.preventDefault();
    this.follow(shortcut);
  };

  private follow(shortcut: Shortcut): void {
    if (shortcut === 'primary') this.pressPrimary();
    else if (shortcut === 'filter') this.goToFilter();
    else void this.readiness?.nextToFix(shortcut === 'nextToFix' ? 1 : -1);
  }

  private pressPrimary(): void {
    if (this.readiness?.pressPrimary() === true) return;
    if (this.main) primaryButton(this.main)?.click();
  }

  /** Moves the focus to the filter box of the open section, otherwise to Readiness's filter. */
  private goToFilter(): void {
    if (this.sections?.focusFilter() !== true) this.readiness?.openFilter();
  }

  private readonly rememberControl = (): void => {
    if (this.main?.matches(':focus-within')) this.lastControl = deepFocus();
  };

  private readonly onProblem = (event: Event): void => {
    const problem = (event as CustomEvent<CallError>).detail;
    this.store.dispatch({ is: 'problem', problem });
    void this.live?.alarm(problem.message);
  };

  private readonly onScroll = (): void => {
    const scrolled = this.planScroller()?.scrollTop ?? 0;
    const { state } = this.store;
    if (isReplaced(state) || Math.abs(scrolled - state.view.scrolled) < 4) return;
    this.store.changeView({ scrolled });
  };

  private planScroller(): HTMLElement | null {
    return isSideBySide(this.layout) ? this.main : this.scroller;
  }

  private measure(): void {
    const { width, height } = this.getBoundingClientRect();
    this.layout = layoutOf(width);
    this.visible = visibleRows(height);
  }
}

/** Returns the list that an event came from, by its ID. */
function checkedList(event: Event): CheckedList {
  const list = event.composedPath()[0];
  const id = list instanceof Element ? list.id : '';
  return id === 'workspaces' || id === 'networks' || id === 'targets' ? id : 'subnets';
}

/** True while the network is chosen: the fix of its worst cause then comes before the next step. */
function isFixPrimary(state: PageState): boolean {
  const { readiness, open, view } = state;
  if (readiness === null || isReplaced(state)) return false;
  const isChosen = open === 'network' || open === 'preselected' || open === 'none';
  return isChosen && primaryCause(readiness, view.readiness) !== null;
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-wizard': ScWizard;
  }
}
