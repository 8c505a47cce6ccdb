import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { PictureFlow, PictureLine } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { drawingOf } from './draw-marks';
import type { Drawing, StrokeMark, Stroke } from './flow-lines';

const inOrder: readonly PictureLine[] = [
  'allowed',
  'default',
  'partly',
  'blocked',
  'reply-lost',
  'appliance',
  'unknown',
];

/** Renders the meaning of the lines that occur. It is hidden from screen readers, which read the table's text. */
export function pictureLegend(flows: readonly PictureFlow[], say: PageSay): TemplateResult {
  const kinds = inOrder.filter((line) => flows.some((flow) => flow.line === line));
  return html`<div class="legend" aria-hidden="true">
    ${kinds.map(
      (line) =>
        html`<span
          ><svg width="44" height="18" viewBox="0 0 44 18">${sample(line)}</svg
          >${say(`review.picture.line.${line}`)}</span
        >`,
    )}
  </div>`;
}

function sample(line: PictureLine): SVGTemplateResult {
  return svg`${drawingOf(samples[line])}`;
}

const samples: Readonly<Record<PictureLine, Drawing>> = {
  allowed: drawn([stroke('pass', [0, 36])], [mark('arrow', 'pass', [44])]),
  default: drawn([stroke('pass', [0, 36])], [mark('hollow', 'pass', [44])]),
  partly: drawn(
    [stroke('pass', [0, 36], 4), stroke('stop', [0, 26], 13)],
    [mark('arrow', 'pass', [44, 4]), mark('cross', 'stop', [26, 13])],
  ),
  blocked: drawn([stroke('stop', [0, 36])], [mark('cross', 'stop', [36])]),
  'reply-lost': drawn(
    [stroke('stop', [8, 44], 4), { ...stroke('stop', [0, 36], 13), pattern: 'dashed' }],
    [{ ...mark('arrow', 'stop', [0, 4]), to: 'left' }, mark('cross', 'stop', [36, 13])],
  ),
  appliance: drawn(
    [stroke('doubt', [0, 16]), { ...stroke('doubt', [28, 44]), pattern: 'dotted' }],
    [mark('arrow', 'doubt', [24])],
  ),
  unknown: drawn([{ ...stroke('doubt', [0, 26]), pattern: 'dashed' }], [mark('question', 'doubt', [35])]),
};

function drawn(strokes: readonly Stroke[], marks: readonly StrokeMark[]): Drawing {
  return { strokes, marks };
}

/** Draws a sample in the middle of the legend’s line, unless it has two lines. */
function stroke(tone: Stroke['tone'], [from, to]: readonly [number, number], y = 9): Stroke {
  return {
    tone,
    pattern: 'solid',
    points: [
      { x: from, y },
      { x: to, y },
    ],
  };
}

function mark(
  is: StrokeMark['is'],
  tone: StrokeMark['tone'],
  [x, y = 9]: readonly [number, number?],
): StrokeMark {
  return { is, tone, at: { x, y }, to: 'right' };
}
