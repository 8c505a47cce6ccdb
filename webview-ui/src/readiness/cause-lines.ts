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
  /** “Request copied 12:04”; null where it wasn't. */
  readonly copied: string | null;
}

/** The line of a cause: what decides, and where it is. */
export function causeHead(cause: ReadinessCause, toggle: () => void): TemplateResult {
  return html`<div role="gridcell" class="head" @click=${toggle}>
    ${plainIcon('chevron-right', 'chevron')}${outcomeIcon(cause.icon)}
    <div class="words">
      <div class="title">${cause.title}</div>
      ${cause.place === '' ? nothing : html`<div class="verdict">${cause.place}</div>`}
      ${
        cause.confirmed === null
          ? nothing
          : html`<div class="verdict">${plainIcon('person')} ${cause.confirmed}</div>`
      }
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
    ${cause.needs === null ? nothing : html`<p class="needs">${plainIcon('lock')} ${cause.needs}</p>`}
    <div class="links">
      ${cause.actions.map((action, index) =>
        index === 0 ? actionButton(action, state, acts) : actionLink(action, isCurrent, acts),
      )}
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

/** What else can be done. */
function actionLink(action: CauseAction, reachable: boolean, { act }: CauseActs): TemplateResult {
  const press = (): void => {
    act(action);
  };
  return link({ text: action.label, press, reachable });
}

/** A button of our own: the library's takes itself back into the order of Tab when it is first drawn. */
function actionButton(
  action: CauseAction,
  { isCurrent, isPrimary: primary, copied }: CauseState,
  { act }: CauseActs,
): TemplateResult {
  const isCopy = action.does === 'copy';
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
    ${isCopy && !primary ? plainIcon('copy') : nothing}${(isCopy ? copied : null) ?? action.label}
  </button>`;
}
