import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import type { CauseAction, ReadinessCause } from '@contract/wizard/readiness';
import type { PageSay } from '@messages/page-say';
import { link } from './link';
import { outcomeIcon, plainIcon } from './outcome-icon';
import { detailList, traceList, type RowActions } from './readiness-row';
import type { TreeRow } from './tree-rows';

/** Actions that the user can take on a cause. */
export interface CauseActs extends Pick<RowActions, 'openLink' | 'toggleTrace'> {
  readonly act: (action: CauseAction) => void;
}

export interface CauseState {
  readonly say: PageSay;
  /** Whether a line of the cause is current, so that Tab reaches its buttons. */
  readonly isCurrent: boolean;
  /** Whether its action is the primary action of the page. */
  readonly isPrimary: boolean;
  readonly isTraceOpen: boolean;
  /** “Request copied 12:04”; null if it wasn't copied. */
  readonly copied: string | null;
}

/** Renders the line of a cause: the deciding component and its location. */
export function causeHead(cause: ReadinessCause, toggle: () => void): TemplateResult {
  return html`<div role="gridcell" class="head" @click=${toggle}>
    ${plainIcon('chevron-right', 'chevron')}${outcomeIcon(cause.icon)}
    <div class="words">
      <div class="title">${cause.title}</div>
      ${cause.place === '' ? nothing : html`<div class="outcome">${cause.place}</div>`}
      ${
        cause.confirmed === null
          ? nothing
          : html`<div class="outcome">${plainIcon('person')} ${cause.confirmed}</div>`
      }
    </div>
  </div>`;
}

/** Renders the end of an open cause: packet and impact of its worst flow, then the actions for all flows. */
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
              text: say('readiness.howDecided'),
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

/** Renders a further action. */
function actionLink(action: CauseAction, reachable: boolean, { act }: CauseActs): TemplateResult {
  const press = (): void => {
    act(action);
  };
  return link({ text: action.label, press, reachable });
}

/** Renders a native button: the library's adds itself to the tab order again when it is first drawn. */
function actionButton(
  action: CauseAction,
  { isCurrent, isPrimary: primary, copied }: CauseState,
  { act }: CauseActs,
): DirectiveResult {
  const isCopy = ['copy', 'role'].includes(action.does);
  const press = (): void => {
    act(action);
  };
  // A button with another action is another element, so that it doesn't keep the focus.
  return keyed(
    action.does,
    html`<button
      type="button"
      class="button action ${primary ? 'primary' : ''}"
      data-does=${action.does}
      tabindex=${isCurrent || primary ? 0 : -1}
      @click=${press}
    >
      ${isCopy && !primary ? plainIcon('copy') : nothing}${(isCopy ? copied : null) ?? action.label}
    </button>`,
  );
}
