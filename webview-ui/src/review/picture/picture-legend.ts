import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { PictureFlow, PictureLine } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { drawingOf } from './draw-marks';
import { horizontalStroke, type Drawing, type StrokeMark, type Stroke } from './flow-lines';

/** Middle of the legend’s line. */
const middle = 9;

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
  allowed: drawn([horizontalStroke('pass', [0, 36], middle)], [mark('arrow', 'pass', [44])]),
  default: drawn([horizontalStroke('pass', [0, 36], middle)], [mark('hollow', 'pass', [44])]),
  partly: drawn(
    [horizontalStroke('pass', [0, 36], 4), horizontalStroke('stop', [0, 26], 13)],
    [mark('arrow', 'pass', [44, 4]), mark('cross', 'stop', [26, 13])],
  ),
  blocked: drawn([horizontalStroke('stop', [0, 36], middle)], [mark('cross', 'stop', [36])]),
  'reply-lost': drawn(
    [horizontalStroke('stop', [8, 44], 4), { ...horizontalStroke('stop', [0, 36], 13), pattern: 'dashed' }],
    [{ ...mark('arrow', 'stop', [0, 4]), to: 'left' }, mark('cross', 'stop', [36, 13])],
  ),
  appliance: drawn(
    [
      horizontalStroke('unknown', [0, 16], middle),
      { ...horizontalStroke('unknown', [28, 44], middle), pattern: 'dotted' },
    ],
    [mark('arrow', 'unknown', [24])],
  ),
  unknown: drawn(
    [{ ...horizontalStroke('unknown', [0, 26], middle), pattern: 'dashed' }],
    [mark('question', 'unknown', [35])],
  ),
};

function drawn(strokes: readonly Stroke[], marks: readonly StrokeMark[]): Drawing {
  return { strokes, marks };
}

function mark(
  is: StrokeMark['is'],
  tone: StrokeMark['tone'],
  [x, y = middle]: readonly [number, number?],
): StrokeMark {
  return { is, tone, at: { x, y }, to: 'right' };
}
