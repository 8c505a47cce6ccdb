import { describe, expect, test } from 'vitest';
import type { Picture, PictureFlow } from '@contract/wizard/review';
import { pageMessages } from '@messages/page-say';
import type { Drawing } from '../../../../webview-ui/src/review/picture/flow-lines';
import type { Rect } from '../../../../webview-ui/src/review/picture/columns';
import { layoutPicture, type PictureLayout } from '../../../../webview-ui/src/review/picture/picture-layout';
import { pictureRows } from '../../../../webview-ui/src/review/picture/picture-rows';
import { roughTextMeasure } from '../../../../webview-ui/src/review/picture/text-measure';
import { hubPicture, longPicture } from './long-pictures';
import { flowOf, pictureOf } from './picture-of';

const say = pageMessages('en');
const layout = (picture: Picture, width = 900, open: readonly string[] = []): PictureLayout =>
  layoutPicture(picture, pictureRows(picture, new Set(open)), { width, measure: roughTextMeasure, say });

const right = (rect: Rect): number => rect.x + rect.width;
const bottom = (rect: Rect): number => rect.y + rect.height;
const apart = (a: Rect, b: Rect): boolean =>
  right(a) <= b.x || right(b) <= a.x || bottom(a) <= b.y || bottom(b) <= a.y;

const nic = { title: 'NIC NSG', lines: [], isMissing: false };
const threeGates = (): Picture => {
  const picture = longPicture();
  return {
    ...picture,
    gates: [nic, ...picture.gates],
    flows: picture.flows.map((flow) => ({ ...flow, labels: ['200', ...flow.labels] })),
  };
};

describe.each([
  { why: 'a hub, wide', of: layout(hubPicture(), 1200) },
  { why: 'a hub, as wide as it needs', of: layout(hubPicture()) },
  { why: 'a hub, narrow', of: layout(hubPicture(), 300) },
  { why: 'every kind of line', of: layout(longPicture()) },
  { why: 'merged rows, expanded', of: layout(longPicture(), 900, ['i']) },
  { why: 'an NSG of a network interface', of: layout(threeGates(), 900) },
  { why: 'a single flow', of: layout(pictureOf([flowOf('x')])) },
])('$why', ({ of }) => {
  const places = [of.subnet.rect, ...of.gates.map(({ rect }) => rect), ...of.boxes.map(({ rect }) => rect)];

  test('boxes and gates do not overlap', () => {
    const clashes = places.flatMap((a, at) => places.slice(at + 1).filter((b) => !apart(a, b)));
    expect(clashes).toEqual([]);
  });
  test('everything is inside the view box', () => {
    const points = of.rows.flatMap(({ drawing }) => [
      ...drawing.strokes.flatMap((one) => one.points),
      ...drawing.marks.map((one) => one.at),
    ]);
    const corners = [...places, of.frame, ...of.rows.map(({ rect }) => rect)].flatMap((rect) => [
      { x: rect.x, y: rect.y },
      { x: right(rect), y: bottom(rect) },
    ]);
    const outside = [...points, ...corners].filter(
      ({ x, y }) => x < 0 || y < 0 || x > of.width || y > of.height,
    );
    expect(outside).toEqual([]);
  });
  test('rows are stacked at 23 pixels a line, each within its own box', () => {
    for (const [at, { row, rect }] of of.rows.entries()) {
      const above = of.rows[at - 1]?.rect;
      if (above) expect(rect.y).toBeGreaterThanOrEqual(bottom(above));
      expect(rect.height % 23).toBe(0);
      const boxId = row.is === 'flow' ? row.flow.outboundAccess : row.id;
      const box = of.boxes.find((one) => one.box.id === boxId)!.rect;
      expect(rect.y >= box.y && bottom(rect) <= bottom(box)).toBe(true);
    }
  });
  test('subnet, gates, frame, outbound access, and destinations are ordered from left to right', () => {
    const { columns } = of;
    const xs = [
      of.subnet.rect.x,
      ...columns.gates.map(({ x }) => x),
      columns.frameEnd,
      columns.outboundAccess.x,
      columns.icon,
    ];
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
    expect(right(of.frame)).toBeLessThan(columns.outboundAccess.x);
  });
  test('text on a line ends before the next gate', () => {
    for (const { x, text } of of.rows.flatMap(({ labels }) => labels)) {
      const end = x + roughTextMeasure.width(text, 'small');
      const stops = [...of.columns.gates.map((gate) => gate.x), of.columns.frameEnd];
      expect(end).toBeLessThan(stops.find((stop) => stop > x)!);
    }
  });
});

test('the picture is as wide as a wide page, and stays legible on a narrow one', () => {
  expect(layout(hubPicture(), 1200).width).toBeGreaterThan(1190);
  expect(layout(hubPicture(), 1200).width).toBeLessThanOrEqual(1200);
  expect(layout(hubPicture(), 300).width).toBeGreaterThan(700);
});

describe('the line of', () => {
  const place = (flow: PictureFlow): { of: PictureLayout; drawing: Drawing } => {
    const of = layout(pictureOf([flow, flowOf('other', { outboundAccess: 'a' })]));
    return { of, drawing: of.rows[0]!.drawing };
  };
  const reported = ({ strokes, marks }: Drawing): string[] => [
    ...strokes.map(({ tone, pattern }) => `${tone} ${pattern}`),
    ...marks.map(({ is, tone, to }) => `${is} ${tone} ${to}`),
  ];

  test.each<{ why: string; flow: Partial<PictureFlow>; is: string[] }>([
    { why: 'an allowed flow', flow: {}, is: ['pass solid', 'pass solid', 'arrow pass right'] },
    {
      why: 'an inbound flow',
      flow: { inbound: true },
      is: ['pass solid', 'pass solid', 'arrow pass left'],
    },
    {
      why: 'a flow that only a default rule allows',
      flow: { line: 'default' },
      is: ['pass solid', 'pass solid', 'hollow pass right'],
    },
    { why: 'a blocked flow', flow: { line: 'blocked', endsAt: 0 }, is: ['stop solid', 'cross stop right'] },
    {
      why: 'a partly blocked flow',
      flow: { line: 'partly', endsAt: 0, parts: { allowed: 'TCP 443', blocked: 'TCP 80' } },
      is: ['pass solid', 'pass solid', 'stop solid', 'arrow pass right', 'cross stop right'],
    },
    {
      why: 'a lost reply',
      flow: { line: 'reply-lost', inbound: true, endsAt: 2, replyTo: 'a' },
      is: ['stop solid', 'stop solid', 'stop dashed', 'arrow stop left', 'cross stop right'],
    },
    {
      why: 'a flow to an appliance',
      flow: { line: 'appliance' },
      is: ['unknown solid', 'unknown dotted', 'arrow unknown right'],
    },
    {
      why: 'an unknown flow',
      flow: { line: 'unknown' },
      is: ['unknown dashed', 'unknown dashed', 'question unknown right'],
    },
  ])('$why', ({ flow, is }) => {
    expect(reported(place(flowOf('x', flow)).drawing)).toEqual(is);
  });

  test.each([0, 1])('a blocked flow ends at its gate (%i), with nothing after it', (endsAt) => {
    const { of, drawing } = place(flowOf('x', { line: 'blocked', endsAt }));
    const gate = of.gates[endsAt]!.rect;
    expect(drawing.strokes[0]!.points.at(-1)!.x).toBe(gate.x + gate.width / 2);
    expect(drawing.marks[0]!.at.x).toBe(gate.x + gate.width / 2);
  });
  test('a flow without outbound access ends at the box', () => {
    const { of, drawing } = place(flowOf('x', { line: 'blocked', endsAt: 2 }));
    expect(drawing.marks[0]!.at.x).toBe(of.columns.outboundAccess.x);
  });
  test('a blocked inbound flow starts at the service and never reaches the subnet', () => {
    const { of, drawing } = place(flowOf('x', { line: 'blocked', endsAt: 0, inbound: true }));
    const xs = drawing.strokes.flatMap(({ points }) => points.map(({ x }) => x));
    expect(Math.min(...xs)).toBeGreaterThan(right(of.subnet.rect) + 20);
    expect(Math.max(...xs)).toBeGreaterThan(of.columns.outboundAccess.x + 100);
  });
  test('a lost reply ends at the wrong box', () => {
    const { of, drawing } = place(
      flowOf('x', { line: 'reply-lost', inbound: true, endsAt: 2, replyTo: 'a' }),
    );
    const wrong = of.boxes[1]!.rect;
    const cross = drawing.marks.find(({ is }) => is === 'cross')!.at;
    expect(cross.x).toBe(wrong.x);
    expect(cross.y).toBeGreaterThan(wrong.y);
    expect(cross.y).toBeLessThan(bottom(wrong));
  });
  test('a reply that its route drops ends at the route table', () => {
    const { of, drawing } = place(flowOf('x', { line: 'reply-lost', inbound: true, endsAt: 1 }));
    const gate = of.gates[1]!.rect;
    expect(drawing.marks.find(({ is }) => is === 'cross')!.at.x).toBe(gate.x + gate.width / 2);
  });
});

test('both lines of a partly blocked flow show their ports, and the rule is shown where it ends', () => {
  const parts = { allowed: 'TCP 443', blocked: 'TCP 80' };
  const flow = flowOf('x', { line: 'partly', endsAt: 0, labels: ['4096 Deny', 'direct'], parts });
  const { labels, y } = layout(pictureOf([flow])).rows[0]!;
  const on = (lineY: number): string[] => labels.filter((one) => one.y === lineY).map(({ text }) => text);
  expect(on(y)).toEqual(['TCP 443', 'direct']);
  expect(on(y + 23)).toEqual(['4096 Deny', 'TCP 80']);
});

test('the reply of an inbound flow is labeled on its own line', () => {
  const flow = flowOf('x', {
    line: 'reply-lost',
    inbound: true,
    endsAt: 1,
    labels: ['100', 'reply: 0.0.0.0/0'],
  });
  const { labels, y } = layout(pictureOf([flow])).rows[0]!;
  expect(labels.map(({ text, y: at }) => [text, at - y])).toEqual([
    ['100', 0],
    ['reply: 0.0.0.0/0', 23],
  ]);
});
