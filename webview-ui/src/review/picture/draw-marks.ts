import { svg, type SVGTemplateResult } from 'lit';
import type { OutcomeIcon } from '@contract/wizard/shared-schemas';
import type { Drawing, StrokeMark, Point, Stroke } from './flow-lines';

/** Glyphs of VS Code's icon font: the same shapes as on Readiness. */
const glyphs: Readonly<Record<OutcomeIcon | 'open' | 'closed', number>> = {
  pass: 0xebb3,
  'pass-default': 0xeba4,
  error: 0xea87,
  warning: 0xea6c,
  info: 0xea74,
  unknown: 0xeb32,
  appliance: 0xebfe,
  unfit: 0xeabd,
  pending: 0xebb5,
  open: 0xeab4,
  closed: 0xeab6,
};

/** Draws an icon with its left edge at `x` and its middle at `y`. */
export function drawIcon(icon: keyof typeof glyphs, { x, y }: Point): SVGTemplateResult {
  return svg`<text class="glyph ${icon}" x=${x} y=${y + 8}>${String.fromCodePoint(glyphs[icon])}</text>`;
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
