import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Capacity } from '@contract/wizard/plan';
import type { Picture } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { capacityParts, type CapacityKind, type CapacityPart } from '../../sections/capacity-parts';
import type { Rect } from './picture-layout';
import type { TextMeasure } from './text-measure';

interface Words {
  readonly say: PageSay;
  readonly measure: TextMeasure;
}

const padding = 10;
const lineHeight = 17;

/** Draws the subnet with the planned compute resource in it, and its addresses as a bar. */
export function subnetBox(picture: Picture, rect: Rect, words: Words): SVGTemplateResult {
  const { subnet, compute, capacity } = picture;
  const { measure } = words;
  const x = rect.x + padding;
  const room = rect.width - 2 * padding;
  const [name = '', ...more] = compute;
  const from = rect.y + 66;
  return svg`<g>
    <rect class="box" x=${rect.x + 0.5} y=${rect.y + 0.5} width=${rect.width - 1} height=${rect.height - 1} />
    <text class="head" x=${x} y=${rect.y + 20}>${measure.fit(subnet.name, 'head', room)}</text>
    <text class="small quiet" x=${x} y=${rect.y + 37}>${measure.fit(subnet.detail, 'small', room)}</text>
    <text x=${x} y=${from}>${measure.fit(name, 'text', room)}</text>
    ${more.map(
      (line, at) =>
        svg`<text class="small quiet" x=${x} y=${from + lineHeight * (at + 1)}>${measure.fit(line, 'small', room)}</text>`,
    )}
    ${capacity === null ? nothing : capacityBar(capacity, { ...rect, x, width: room }, words)}
  </g>`;
}

function capacityBar(
  capacity: Capacity,
  { x, y, width, height }: Rect,
  { say, measure }: Words,
): SVGTemplateResult {
  const parts = capacityParts(capacity);
  const end = y + height - padding;
  const legend = end - (parts.length - 1) * lineHeight - 2;
  const bar = legend - 26;
  let left = x;
  const drawn = parts.map((part) => {
    const wide = part.share * width;
    const rect = svg`<rect class="part ${part.kind}" x=${left} y=${bar} width=${wide} height="10" />`;
    left += wide;
    return rect;
  });
  return svg`<title>${capacity.text}</title>
    ${patterns}
    <text class="small" x=${x} y=${bar - 8}>${measure.fit(say('page.capacity.total', { n: capacity.total }), 'small', width)}</text>
    ${drawn}<rect class="bar" x=${x} y=${bar} width=${width} height="10" />
    ${parts.map(
      (part, at) =>
        svg`<rect class="part key ${part.kind}" x=${x + 0.5} y=${legend + at * lineHeight - 9.5} width="9" height="9" />
        <text class="small quiet" x=${x + 16} y=${legend + at * lineHeight}
          >${measure.fit(partText(part, say), 'small', width - 16)}</text>`,
    )}`;
}

/** Parts are distinguished by patterns instead of colors. */
const patterns = svg`<defs>
  <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="ink" width="2" height="4" />
  </pattern>
  <pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse">
    <circle class="ink" cx="2" cy="2" r="1" />
  </pattern>
  <pattern id="crossed" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="ink-short" width="1.5" height="4" />
    <rect class="ink-short" width="4" height="1.5" />
  </pattern>
</defs>`;

const partWords: Readonly<Record<Exclude<CapacityKind, 'unreadable'>, Parameters<PageSay>[0]>> = {
  inUse: 'page.capacity.inUse',
  reserved: 'page.capacity.reserved',
  plan: 'page.capacity.plan',
  short: 'page.capacity.plan',
  left: 'page.capacity.left',
};

function partText({ kind, n }: CapacityPart, say: PageSay): string {
  return kind === 'unreadable' ? say('page.capacity.unreadable') : say(partWords[kind], { n });
}
