import { nothing, svg, type SVGTemplateResult } from 'lit';
import { codicons, type Codicon } from '@contract/wizard/codicons';
import { outcomeIcons } from '@contract/wizard/outcome-icons';
import type { OutcomeIcon } from '@contract/wizard/shared-schemas';
import type { Rect } from './columns';
import type { Drawing, StrokeMark, Point, Stroke } from './flow-lines';
import type { PlacedLine } from './text-lines';

/** Draws an icon with its left edge at `x` and its middle at `y`. Its shape is the same as on Readiness. */
export function drawIcon(icon: OutcomeIcon | 'open' | 'closed', { x, y }: Point): SVGTemplateResult {
  const glyph = String.fromCodePoint(codicons[codiconOf(icon)]);
  return svg`<text class="glyph ${icon}" x=${x} y=${y + 8}>${glyph}</text>`;
}

/** Draws a line of text. The whole text is its tooltip. */
export function textOf(line: PlacedLine): SVGTemplateResult {
  return svg`<text class="${line.as} ${line.isQuiet ? 'quiet' : ''}" x=${line.x} y=${line.y}>${wholeTextOf(line)}${line.text}${
    line.after === undefined ? nothing : svg` <tspan class="quiet">${line.after}</tspan>`
  }</text>`;
}

/** Draws the tooltip of a text that isn't complete in its line. */
export function wholeTextOf({
  text,
  full,
}: Record<'text' | 'full', string>): SVGTemplateResult | typeof nothing {
  return text === full ? nothing : svg`<title>${full}</title>`;
}

/** Draws the outline of a rectangle on whole pixels. */
export function boxOf(name: string, { x, y, width, height }: Rect): SVGTemplateResult {
  return svg`<rect class=${name} x=${x + 0.5} y=${y + 0.5} width=${width - 1} height=${height - 1} />`;
}

function codiconOf(icon: OutcomeIcon | 'open' | 'closed'): Codicon {
  if (icon === 'open') return 'chevron-down';
  return icon === 'closed' ? 'chevron-right' : outcomeIcons[icon].codicon;
}

export function drawingOf({ strokes, marks }: Drawing): SVGTemplateResult {
  return svg`${strokes.map(strokeOf)}${marks.map(markOf)}`;
}

function strokeOf({ tone, pattern, points }: Stroke): SVGTemplateResult {
  const path = points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ');
  return svg`<polyline class="stroke ${tone} ${pattern}" points=${path} />`;
}

function markOf({ is, tone, at, to }: StrokeMark): SVGTemplateResult {
  const { x, y } = at;
  switch (is) {
    case 'arrow':
    case 'hollow':
      return svg`<path class="mark ${tone} ${is}" d=${arrow(at, to)} />`;
    case 'cross':
      return svg`<path class="mark ${tone} cross" d=${`M${String(x - 5)} ${String(y - 5)}l10 10m0-10l-10 10`} />`;
    case 'question':
      return svg`<circle class="mark ${tone} circle" cx=${x} cy=${y} r="7.5" />
        <text class="question ${tone}" x=${x} y=${y + 4}>?</text>`;
  }
}

/** Returns a triangle with its tip at the point. */
function arrow({ x, y }: Point, to: StrokeMark['to']): string {
  const base = to === 'right' ? x - 9 : x + 9;
  return `M${String(x)} ${String(y)}L${String(base)} ${String(y - 4)}V${String(y + 4)}Z`;
}
