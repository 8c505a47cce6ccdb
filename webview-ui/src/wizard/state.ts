import type { Readiness } from '@contract/wizard/readiness';
import type { Creation } from '@contract/wizard/creation';
import type { FixPreview } from '@contract/wizard/fix-preview';
import type { TargetList } from '@contract/wizard/attach';
import type { NetworkList, SubnetList } from '@contract/wizard/lists';
import { sectionIds, type OpenedSection, type PlanView, type SectionId } from '@contract/wizard/plan';
import type { CallError } from '@contract/call-error';
import type { Report } from '@contract/wizard/report';
import type { RequestPage } from '@contract/wizard/request';
import type { Review } from '@contract/wizard/review';
import type { OutcomeCell } from '@contract/wizard/shared-schemas';
import { noView, type ViewState } from './view-state';

/** State of the page: the host's latest snapshots, and state that only the page has. */
export interface PageState {
  readonly plan: PlanView | null;
  /** The open section, or those of the preselection; null until there is a plan with a section to open. */
  readonly open: OpenedSection | 'preselected' | null;
  /**
   * The section that was open before a reload and can't open yet. It opens as soon as it can, unless the user opens
   * another.
   */
  readonly pendingSection: SectionId | null;
  readonly networks: NetworkList | null;
  readonly subnets: SubnetList | null;
  readonly targets: TargetList | null;
  readonly readiness: Readiness | null;
  readonly preview: FixPreview | null;
  readonly review: Review | null;
  readonly creation: Creation | null;
  readonly report: Report | null;
  readonly request: RequestPage | null;
  readonly outdated: boolean;
  /**
   * Results of rows that came into view, by ID. They are kept across snapshots, so that the old result stays until the
   * new one arrives.
   */
  readonly outcomes: ReadonlyMap<string, OutcomeCell>;
  /** The section whose *Continue* was pressed while something was missing. */
  readonly incompleteSection: SectionId | null;
  /** The user's action that failed, until the user dismisses it or an action succeeds. */
  readonly problem: CallError | null;
  readonly view: ViewState;
}

/** Parts that the host sends as a whole. The plan is separate, because it also determines what is open. */
export type Snapshots = Partial<
  Pick<
    PageState,
    | 'networks'
    | 'subnets'
    | 'targets'
    | 'readiness'
    | 'preview'
    | 'review'
    | 'creation'
    | 'report'
    | 'request'
    | 'outdated'
  >
>;

export type PageEvent =
  | { readonly is: 'plan'; readonly plan: PlanView }
  | { readonly is: 'snapshot'; readonly of: Snapshots }
  | {
      readonly is: 'checked';
      readonly rows: readonly { readonly id: string; readonly outcome: OutcomeCell }[];
    }
  | { readonly is: 'toggle'; readonly section: SectionId }
  | { readonly is: 'continue'; readonly section: SectionId }
  | { readonly is: 'problem'; readonly problem: CallError | null }
  | { readonly is: 'view'; readonly change: Partial<ViewState> };

export function initialState(view: ViewState = noView): PageState {
  return {
    plan: null,
    open: null,
    pendingSection: null,
    networks: null,
    subnets: null,
    targets: null,
    readiness: null,
    preview: null,
    review: null,
    creation: null,
    report: null,
    request: null,
    outdated: false,
    outcomes: new Map(),
    incompleteSection: null,
    problem: null,
    view,
  };
}

/** Returns the next state. Pure and the only way to change the state; a snapshot replaces its part as a whole. */
export function reduce(state: PageState, event: PageEvent): PageState {
  switch (event.is) {
    case 'plan':
      return withPlan(state, event.plan);
    case 'snapshot':
      return { ...state, ...event.of };
    case 'checked':
      return {
        ...state,
        outcomes: new Map([...state.outcomes, ...event.rows.map((row) => [row.id, row.outcome] as const)]),
      };
    case 'problem':
      return { ...state, problem: event.problem };
    case 'view':
      return { ...state, view: { ...state.view, ...event.change } };
    case 'toggle':
      return toggled(state, event.section);
    case 'continue':
      return continued(state, event.section);
  }
}

/**
 * Returns the section after `section`; null after the last. A managed virtual network doesn't have choices, so it is
 * skipped.
 */
export function nextSection(section: SectionId, plan: PlanView): SectionId | null {
  const next = sectionIds[sectionIds.indexOf(section) + 1] ?? null;
  return next === 'network' && plan.network.managed !== null ? nextSection(next, plan) : next;
}

function withPlan(state: PageState, plan: PlanView): PageState {
  const incompleteSection =
    state.incompleteSection !== null && plan.sections[state.incompleteSection].missing !== null
      ? state.incompleteSection
      : null;
  return { ...state, plan, incompleteSection, ...openWith(state, plan) };
}

/**
 * Returns the open section. A section that the user opened stays open if possible, and opens again as soon as possible,
 * because everything is read again after a reload. At first, or if another surface leads to a section, the host
 * decides. Otherwise it is the first incomplete section.
 */
function openWith(state: PageState, plan: PlanView): Pick<PageState, 'open' | 'pendingSection'> {
  const isLed = state.plan !== null && state.plan.led !== plan.led;
  if (!isLed && isFirstLook(state, plan)) return { open: 'preselected', pendingSection: null };
  const aim = isLed ? plan.opened : (state.pendingSection ?? openedIn(state) ?? plan.opened);
  if (aim === 'none') return { open: 'none', pendingSection: null };
  if (aim === null) return { open: firstIncomplete(plan), pendingSection: null };
  const can = plan.sections[aim].locked === null;
  return can ? { open: aim, pendingSection: null } : { open: firstIncomplete(plan), pendingSection: aim };
}

/**
 * True while the preselection is shown with the sections that it is based on, until the user opens or closes a section.
 */
function isFirstLook({ open, pendingSection }: PageState, { preselected, sections }: PlanView): boolean {
  // Networks are listed once the workspace of a reopened plan was read.
  if (sections.network.locked !== null) return false;
  if (open === 'preselected') return true;
  return preselected && pendingSection === null && (open === null || open === 'workspace');
}

/** True for each section whose body is shown. */
export function isOpenSection({ open }: PageState, section: SectionId): boolean {
  return open === section || (open === 'preselected' && preselectedSections.includes(section));
}

const preselectedSections: readonly SectionId[] = ['workspace', 'network'];

function firstIncomplete(plan: PlanView): SectionId {
  const open = sectionIds.filter((id) => plan.sections[id].locked === null);
  return open.find((id) => !plan.sections[id].complete) ?? open.at(-1) ?? 'workspace';
}

function toggled(state: PageState, section: SectionId): PageState {
  if (!canOpen(state, section)) return state;
  return { ...state, incompleteSection: null, open: openAfterToggle(state, section), pendingSection: null };
}

/** Returns the open sections after a toggle. Of two open sections, the other stays open. */
function openAfterToggle(state: PageState, section: SectionId): OpenedSection {
  if (!isOpenSection(state, section)) return section;
  if (state.open !== 'preselected') return 'none';
  return preselectedSections.find((one) => one !== section) ?? 'none';
}

function openedIn({ open }: PageState): OpenedSection | null {
  return open === 'preselected' ? null : open;
}

function continued(state: PageState, section: SectionId): PageState {
  if (state.plan === null) return state;
  if (state.plan.sections[section].missing !== null) return { ...state, incompleteSection: section };
  const next = nextSection(section, state.plan);
  if (next === null || !canOpen(state, next)) return state;
  return { ...state, incompleteSection: null, open: next, pendingSection: null };
}

function canOpen(state: PageState, section: SectionId): boolean {
  return state.plan !== null && state.plan.sections[section].locked === null;
}
