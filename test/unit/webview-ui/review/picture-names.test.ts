import { describe, expect, test } from 'vitest';
import type { Picture } from '@contract/wizard/review';
import { pageMessages } from '@messages/page-say';
import { messagesIn } from '../../../support/messages-in';
import type { Language } from '../../../../src/messages/say';
import type { Rect } from '../../../../webview-ui/src/review/picture/columns';
import { layoutPicture, type PictureLayout } from '../../../../webview-ui/src/review/picture/picture-layout';
import { pictureRows } from '../../../../webview-ui/src/review/picture/picture-rows';
import type { PlacedLine } from '../../../../webview-ui/src/review/picture/text-lines';
import { roughTextMeasure } from '../../../../webview-ui/src/review/picture/text-measure';
import { hubPicture } from './long-pictures';

/** Names of up to 80 letters, the limit in Azure. Names in files can have any letters. */
const names: Readonly<Record<string, (length: number) => string>> = {
  'letters only': (length) => 'abcdefghij'.repeat(8).slice(0, length),
  'capital letters': (length) => 'N'.repeat(length),
  hyphens: (length) => 'nsg-of-the-research-department-in-europe-'.repeat(2).slice(0, length),
  'few letters after each separator': (length) => 'machines-'.repeat(9).slice(0, length),
  'other letters': (length) => 'réseau-d’été-сеть-网络-'.repeat(4).slice(0, length),
  'right-to-left letters': (length) => `\u2068${'רשת-אימון-'.repeat(8).slice(0, length)}\u2069`,
};

/**
 * Returns a picture in which everything that has a name has this one. A large one has all flows, and the NSG of a
 * network interface. A small one has a flow, so that the texts need more height than the rows.
 */
function namedPicture(name: string, language: Language, isLarge: boolean): Picture {
  const say = messagesIn(language);
  const picture = hubPicture();
  const rules = say('review.picture.rules', { n: 14 });
  const nic = { title: say('review.picture.nicGroup'), lines: [name, rules], isMissing: false };
  return {
    ...picture,
    network: {
      name,
      detail: `10.44.0.0/22 · West Europe · ${say('review.picture.peered', { network: name })}`,
    },
    subnet: { name, detail: '10.44.1.0/26, 10.44.2.0/26, fd00:1234:5678:9abc::/64' },
    compute: [
      name,
      say('review.picture.cluster', { min: 0, max: 8 }),
      'Standard_NC96ads_A100_v4',
      say('publicIp.no.long'),
    ],
    capacity: picture.capacity && { ...picture.capacity, inUse: null, reserved: 3 },
    gates: [
      ...(isLarge ? [nic] : []),
      { title: say('review.picture.securityGroup'), lines: [name, rules], isMissing: false },
      {
        title: say('review.picture.routeTable'),
        lines: [name, say('review.picture.routes', { n: 3 })],
        isMissing: false,
      },
    ],
    outboundBoxes: [
      { id: 'i', kind: 'internet', title: say('review.wayInternet'), lines: [name] },
      { id: 'a', kind: 'appliance', title: name, lines: ['10.0.1.4', say('managed.picture.firewallLine')] },
      { id: 'd', kind: 'direct', title: say('review.picture.direct'), lines: [name] },
    ],
    flows: isLarge
      ? picture.flows.map((flow) => ({ ...flow, labels: ['200', ...flow.labels] }))
      : picture.flows.slice(0, 1),
  };
}

const right = (rect: Rect): number => rect.x + rect.width;
const bottom = (rect: Rect): number => rect.y + rect.height;
const contains = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer);
const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);

/** Returns the area of a line of text: 11 pixels above its baseline, and 3 below. */
function areaOf({ x, y, text, as, after }: PlacedLine): Rect {
  const own = roughTextMeasure.width(text.trimEnd(), as);
  const width = after === undefined ? own : own + roughTextMeasure.width(` ${after}`, as);
  return { x, y: y - 11, width, height: 14 };
}

/** Returns the areas of a picture that contain texts, each with its lines. */
function textAreas(layout: PictureLayout): { is: string; area: Rect; lines: readonly PlacedLine[] }[] {
  const { frame, network, subnet, gates, boxes, columns } = layout;
  const headingTop = layout.headingY - 12;
  return [
    { is: 'network', area: { ...frame, height: subnet.rect.y - frame.y }, lines: network },
    { is: 'subnet', area: subnet.rect, lines: subnet.lines },
    ...gates.map(({ rect, lines }, place) => {
      const end = gates[place + 1]?.lines[0]?.x ?? columns.outboundAccess.x;
      const x = right(subnet.rect);
      return {
        is: `gate ${String(place)}`,
        area: { x, y: headingTop, width: end - x, height: rect.y - headingTop },
        lines,
      };
    }),
    ...boxes.map(({ box, rect, lines }) => ({ is: `box ${box.id}`, area: rect, lines })),
  ];
}

const plainOf = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

/** Returns what is wrong with the texts of a picture. */
function textFaults(picture: Picture, layout: PictureLayout): string[] {
  const areas = textAreas(layout);
  const lines = areas.flatMap((one) => one.lines);
  const placed = [...lines.map(areaOf), ...(layout.subnet.bar ? [layout.subnet.bar] : [])];
  const cut = lines.filter(({ text }) => text.includes('…')).map(({ text }) => `cut: ${text}`);
  const outside = areas.flatMap(({ is, area, lines: inside }) =>
    inside.filter((line) => !contains(area, areaOf(line))).map(({ text }) => `not in ${is}: ${text}`),
  );
  const over = placed.flatMap((a, at) =>
    placed
      .slice(at + 1)
      .flatMap((b) => (overlaps(a, b) ? [`overlap at ${String(a.x)}, ${String(a.y)}`] : [])),
  );
  return [...cut, ...outside, ...over, ...missingTexts(picture, lines)];
}

/** Returns texts of the picture that its lines don't add up to. */
function missingTexts(
  { network, subnet, compute, gates, outboundBoxes }: Picture,
  lines: readonly PlacedLine[],
): string[] {
  const texts = [
    network.name,
    network.detail,
    subnet.name,
    subnet.detail,
    ...compute,
    ...[...gates, ...outboundBoxes].flatMap((one) => [one.title, ...one.lines]),
  ];
  const drawn = plainOf(lines.map(({ text, after = '' }) => text + after).join(''));
  return texts.filter((text) => !drawn.includes(plainOf(text))).map((text) => `missing: ${text}`);
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  describe.each([480, 800, 1440])('at %i pixels', (width) => {
    test.each(Object.entries(names))('names with %s are complete and in their boxes', (_, nameOf) => {
      const faults = [];
      for (let length = 1; length <= 80; length += 1) {
        const picture = namedPicture(nameOf(length), language, length % 2 === 0);
        const sheet = { width, measure: roughTextMeasure, say: pageMessages(language) };
        const layout = layoutPicture(picture, pictureRows(picture, new Set()), sheet);
        faults.push(...textFaults(picture, layout).map((fault) => `${String(length)} letters: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
  });
});
