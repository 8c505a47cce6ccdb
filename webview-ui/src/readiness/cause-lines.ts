import { html, nothing, type TemplateResult } from 'lit';
import type { CauseAction, ReadinessCause } from '@contract/wizard/readiness';
import type { PageSay } from '@messages/page-say';
import { link } from './link';
import { outcomeIcon, plainIcon } from './outcome-icon';
import { detailList, traceList, type RowActions } from './readiness-row';
import type { TreeRow } from './tree-rows';

/** What a person may do about a cause. */
export interface CauseActs extends Pick<RowActions, 'openLink' | 'toggleTrace'> {
  readonly act: (action: CauseAction) => void;
}

export interface CauseState {
  readonly say: PageSay;
  /** Tab reaches its buttons: one stands on a line of the cause. */
  readonly isCurrent: boolean;
  /** Its action is the primary one of the page. */
  readonly isPrimary: boolean;
  readonly isTraceOpen: boolean;
  readonly isCopied: boolean;
}

/** The line of a cause: what decides, and where it is. */
export function causeHead(cause: ReadinessCause, toggle: () => void): TemplateResult {
  return html`<div role="gridcell" class="head" @click=${toggle}>
    ${plainIcon('chevron-right', 'chevron')}${outcomeIcon(cause.icon)}
    <div class="words">
      <div class="title">${cause.title}</div>
      ${cause.place === '' ? nothing : html`<div class="verdict">${cause.place}</div>`}
    </div>
  </div>`;
}

/** The end of an opened cause: packet and impact of its worst flow, then what can be done about all of them. */
export function causeActions(
  { cause, trace }: TreeRow & { is: 'actions' },
  state: CauseState,
  acts: CauseActs,
): TemplateResult {
  const { say, isCurrent, isTraceOpen } = state;
  const { show } = cause;
  const openShown = (): void => {
    if (show) acts.openLink(show.link);
  };
  return html`<div role="gridcell" class="body">
    ${detailList(cause.details, isCurrent, acts)}
    <div class="links">
      ${cause.actions.map((action, index) => actionButton(action, { ...state, isFirst: index === 0 }, acts))}
      ${show ? link({ text: show.label, press: openShown, reachable: isCurrent, opens: true }) : nothing}
      ${
        trace.length > 0
          ? link({
              text: say('board.howDecided'),
              press: acts.toggleTrace,
              reachable: isCurrent,
              expanded: isTraceOpen,
            })
          : nothing
      }
    </div>
    ${isTraceOpen ? traceList(trace) : nothing}
  </div>`;
}

interface ActionState extends CauseState {
  readonly isFirst: boolean;
}

/** A button of our own: the library's takes itself back into the order of Tab when it is first drawn. */
function actionButton(
  action: CauseAction,
  { say, isCurrent, isPrimary, isCopied, isFirst }: ActionState,
  { act }: CauseActs,
): TemplateResult {
  const primary = isPrimary && isFirst;
  const press = (): void => {
    act(action);
  };
  return html`<button
    type="button"
    class="button action ${primary ? 'primary' : ''}"
    data-does=${action.does}
    tabindex=${isCurrent || primary ? 0 : -1}
    @click=${press}
  >
    ${action.does === 'copy' && isCopied ? say('board.copied') : action.label}
  </button>`;
}
