import type { PictureFlow } from '@contract/wizard/review';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A stroke. Its color only repeats what its pattern and mark show. */
export interface Stroke {
  readonly tone: 'pass' | 'stop' | 'unknown';
  readonly pattern: 'solid' | 'dashed' | 'dotted';
  readonly points: readonly Point[];
}

/** The mark at the end of a stroke. */
export interface StrokeMark {
  readonly is: 'arrow' | 'hollow' | 'cross' | 'question';
  readonly tone: Stroke['tone'];
  readonly at: Point;
  /** Direction of an arrow. */
  readonly to: 'left' | 'right';
}

export interface Drawing {
  readonly strokes: readonly Stroke[];
  readonly marks: readonly StrokeMark[];
}

/** Positions between which a flow's lines run, from left to right. */
export interface Course {
  /** Middle of its first line, and of its second if it has one. */
  readonly y: number;
  readonly y2: number;
  readonly subnet: number;
  /** Middles of the gates. */
  readonly gates: readonly number[];
  readonly box: { readonly left: number; readonly right: number };
  readonly service: number;
  /** Position at which a lost reply enters the wrong box, and the free lane to it. */
  readonly wrong: { readonly lane: number; readonly y: number };
}

const arrowLength = 9;
type Tone = Stroke['tone'];

/** Returns the drawing of a flow by its kind of line. */
export function drawLines(flow: PictureFlow, course: Course): Drawing {
  switch (flow.line) {
    case 'allowed':
      return through(flow, course, 'arrow');
    case 'default':
      return through(flow, course, 'hollow');
    case 'partly':
      return both(through(flow, course, 'arrow'), stopped(flow, { ...course, y: course.y2 }));
    case 'blocked':
      return stopped(flow, course);
    case 'reply-lost':
      return both(asStopped(through(flow, course, 'arrow')), lostReply(flow, course));
    case 'appliance':
      return forwarded(course);
    case 'unknown':
      return unknownFlow(course);
  }
}

/** Draws the whole path: to the service, or from it to the subnet. */
function through(flow: PictureFlow, course: Course, arrow: 'arrow' | 'hollow'): Drawing {
  const { y, subnet, box, service } = course;
  const cut = arrowLength - 1;
  const tone = 'pass';
  const inner = horizontalStroke(tone, [flow.inbound ? subnet + cut : subnet, box.left], y);
  const outer = horizontalStroke(tone, [box.right, flow.inbound ? service : service - cut], y);
  const at = flow.inbound ? { x: subnet, y } : { x: service, y };
  return {
    strokes: [inner, outer],
    marks: [{ is: arrow, tone, at, to: flow.inbound ? 'left' : 'right' }],
  };
}

/** Draws the path up to what blocks it. An inbound flow starts at the service. */
function stopped(flow: PictureFlow, course: Course): Drawing {
  const { y, subnet, box, service } = course;
  const end = endOf(flow, course);
  const strokes = flow.inbound
    ? [horizontalStroke('stop', [end, box.left], y), horizontalStroke('stop', [box.right, service], y)]
    : [horizontalStroke('stop', [subnet, end], y)];
  return { strokes, marks: [cross(end, y)] };
}

/** Draws the reply from the subnet to the gate that drops it, or along the free lane into the wrong box. */
function lostReply(flow: PictureFlow, course: Course): Drawing {
  const { y2, subnet, box, wrong } = course;
  const end = endOf(flow, course);
  if (end < box.left) {
    return {
      strokes: [{ ...horizontalStroke('stop', [subnet, end], y2), pattern: 'dashed' }],
      marks: [cross(end, y2)],
    };
  }
  const points = [
    { x: subnet, y: y2 },
    { x: wrong.lane, y: y2 },
    { x: wrong.lane, y: wrong.y },
    { x: box.left, y: wrong.y },
  ];
  return { strokes: [{ tone: 'stop', pattern: 'dashed', points }], marks: [cross(box.left, wrong.y)] };
}

/** Draws a solid line to the box. The path after it isn't known. */
function forwarded({ y, subnet, box, service }: Course): Drawing {
  return {
    strokes: [
      horizontalStroke('unknown', [subnet, box.left - arrowLength + 1], y),
      { ...horizontalStroke('unknown', [box.right + 4, service], y), pattern: 'dotted' },
    ],
    marks: [{ is: 'arrow', tone: 'unknown', at: { x: box.left, y }, to: 'right' }],
  };
}

function unknownFlow({ y, subnet, box, service }: Course): Drawing {
  const at = { x: service - 10, y };
  return {
    strokes: [
      { ...horizontalStroke('unknown', [subnet, box.left], y), pattern: 'dashed' },
      { ...horizontalStroke('unknown', [box.right, at.x - 8], y), pattern: 'dashed' },
    ],
    marks: [{ is: 'question', tone: 'unknown', at, to: 'right' }],
  };
}

function endOf({ endsAt }: PictureFlow, { gates, box }: Course): number {
  return (endsAt === null ? undefined : gates[endsAt]) ?? box.left;
}

/** Draws a horizontal line from one position to another. */
export function horizontalStroke(tone: Tone, [from, to]: readonly [number, number], y: number): Stroke {
  return {
    tone,
    pattern: 'solid',
    points: [
      { x: from, y },
      { x: to, y },
    ],
  };
}

function cross(x: number, y: number): StrokeMark {
  return { is: 'cross', tone: 'stop', at: { x, y }, to: 'right' };
}

function both(a: Drawing, b: Drawing): Drawing {
  return { strokes: [...a.strokes, ...b.strokes], marks: [...a.marks, ...b.marks] };
}

function asStopped({ strokes, marks }: Drawing): Drawing {
  return {
    strokes: strokes.map((one) => ({ ...one, tone: 'stop' })),
    marks: marks.map((one) => ({ ...one, tone: 'stop' })),
  };
}
