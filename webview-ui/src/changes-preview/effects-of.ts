import { html, nothing, type TemplateResult } from 'lit';
import type { ChangesPreview } from '@contract/changes-preview';
import type { ChangesPreviewSay } from '@messages/changes-preview-say';
import { outcomeIcon, plainIcon } from '../readiness/outcome-icon';

type Line = ChangesPreview['opens'][number];

interface Ranges {
  readonly showsRanges: boolean;
  readonly toggle: () => void;
}

/** Renders what the changes open, close, and cost, and the result of each subnet. */
export function effectsOf(view: ChangesPreview, say: ChangesPreviewSay, ranges: Ranges): TemplateResult {
  const closes = view.opens.some(({ is }) => is === 'closes');
  return html`<section>
      <h3>${say(closes ? 'diff.opensAndCloses' : 'diff.opens')}</h3>
      <ul>
        ${view.opens.map((line) => lineOf(line, say))}
      </ul>
      ${rangesOf(view, say, ranges)}
    </section>
    <section>
      <h3>${say('diff.cost')}</h3>
      <ul>
        ${view.cost.map((line) => lineOf(line, say))}
      </ul>
    </section>
    ${view.after.length === 0 ? nothing : afterOf(view, say)}`;
}

function lineOf({ is, text }: Line, say: ChangesPreviewSay): TemplateResult {
  const word =
    is === 'wide'
      ? html`<span class="visually-hidden">${say('page.before', { word: say('preview.wide') })} </span>`
      : nothing;
  return html`<li class="line">${lineIcon(is)}<span>${word}${text}</span></li>`;
}

function lineIcon(is: Line['is']): TemplateResult {
  switch (is) {
    case 'opens':
      return plainIcon('arrow-right', 'opens');
    case 'wide':
      return outcomeIcon('warning');
    case 'closes':
    case 'nothing':
      return outcomeIcon('unfit');
    case 'note':
      return outcomeIcon('info');
    case 'shared':
      return plainIcon('layers');
    case 'cost':
      return plainIcon('credit-card');
  }
}

function rangesOf(
  { ranges }: ChangesPreview,
  say: ChangesPreviewSay,
  { showsRanges, toggle }: Ranges,
): TemplateResult | typeof nothing {
  if (ranges.length === 0) return nothing;
  return html`<button type="button" class="link" aria-expanded=${String(showsRanges)} @click=${toggle}>
      ${say(showsRanges ? 'diff.hideRanges' : 'diff.showRanges')}
    </button>
    ${
      showsRanges
        ? html`<ul>
            ${ranges.map((text) => html`<li class="quiet">${text}</li>`)}
          </ul>`
        : nothing
    }`;
}

function afterOf({ after }: ChangesPreview, say: ChangesPreviewSay): TemplateResult {
  return html`<section>
    <h3 id="after">${say('diff.after')}</h3>
    <div class="scroller" role="region" aria-labelledby="after" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${say('diff.columnSubnet')}</span></th>
            <th scope="col">${say('diff.columnNow')}</th>
            <th scope="col">${say('diff.columnAfter')}</th>
          </tr>
        </thead>
        <tbody>
          ${after.map(
            ({ subnet, before, after: then }) =>
              html`<tr>
                <th scope="row">${subnet}</th>
                <td>${summaryOf(before)}</td>
                <td>${summaryOf(then)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Renders a result. A number stays on the line of the word after it. */
function summaryOf({ icon, text }: ChangesPreview['after'][number]['after']): TemplateResult {
  return html`<div class="line">
    ${outcomeIcon(icon)}<span>${text.replaceAll(/(\d) /g, '$1\u00a0')}</span>
  </div>`;
}
