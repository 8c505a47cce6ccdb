import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Rect } from './columns';
import { boxOf, textOf } from './draw-marks';
import type { PlacedSubnet } from './subnet-layout';

/**
 * Draws the subnet with the planned compute resource in it, and its addresses as a bar.
 * @param capacity the addresses as text
 */
export function subnetBox({ rect, lines, bar, parts }: PlacedSubnet, capacity: string): SVGTemplateResult {
  return svg`<g>${bar === null ? nothing : svg`<title>${capacity}</title>${patterns}`}
    ${boxOf('box', rect)}${lines.map(textOf)}${bar === null ? nothing : capacityBar(bar, parts)}
  </g>`;
}

function capacityBar(bar: Rect, parts: PlacedSubnet['parts']): SVGTemplateResult {
  let left = bar.x;
  const drawn = parts.map(({ part }) => {
    const width = part.share * bar.width;
    const rect = svg`<rect class="part ${part.kind}" x=${left} y=${bar.y} width=${width} height=${bar.height} />`;
    left += width;
    return rect;
  });
  return svg`${drawn}<rect class="bar" x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} />
    ${parts.map(
      ({ part, y }) =>
        svg`<rect class="part key ${part.kind}" x=${bar.x + 0.5} y=${y - 9.5} width="9" height="9" />`,
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
