import { LitElement, nothing, svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Picture, PictureFlow } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { emitEvent } from '../../readiness/call-host';
import { nativeStyles } from '../../readiness/native-styles';
import { boxOf, drawingOf, drawIcon, textOf, wholeTextOf } from './draw-marks';
import type { Room } from './gate-labels';
import { layoutPicture, type PictureLayout, type PlacedRow } from './picture-layout';
import { pictureRows } from './picture-rows';
import { pictureStyles } from './picture-styles';
import { nameLines } from './row-lines';
import { subnetBox } from './subnet-box';
import { fontTextMeasure, roughTextMeasure, type TextMeasure } from './text-measure';

/** Minimum scale. Letters of 13 pixels are then 9 high: on a page zoomed to 200%, as large as 18. */
const leastScale = 0.7;

/**
 * The flows of a plan as a picture. For a screen reader, it is an image with a sentence; the table has the details.
 * Events: `show-requirement` (detail: {id}), `point-requirement` (detail: {id}, null when the pointer leaves).
 */
@customElement('sc-flow-picture')
export class ScFlowPicture extends LitElement {
  @property({ attribute: false }) picture!: Picture;
  @property({ attribute: false }) say!: PageSay;
  /** Sentence for screen readers. */
  @property() summary = '';
  /** Width of the drawing in pixels. */
  @property({ type: Number }) width = 900;
  /** Available pixels. The picture scrolls if it needs more. */
  @property({ type: Number }) room = 900;
  /** Whether it can be scaled down. Otherwise it has full scale, whatever the room. */
  @property({ type: Boolean }) scales = false;
  @state() measure: TextMeasure = roughTextMeasure;
  /** Position of the row under the pointer. */
  @state() private pointedY: number | null = null;
  @state() private open: ReadonlySet<string> = new Set();

  static override readonly styles = [nativeStyles, pictureStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.measure = fontTextMeasure(getComputedStyle(this).fontFamily);
  }

  override render(): TemplateResult {
    const { picture, open } = this;
    const layout = layoutPicture(picture, pictureRows(picture, open), this);
    const scale = this.scaleOf(layout.width);
    return html`<div
      class="scrolls"
      role="group"
      aria-label=${this.say('review.flows')}
      tabindex=${layout.width * scale > this.room ? 0 : nothing}
    >
      <svg
        role="img"
        aria-label=${this.summary}
        width=${layout.width * scale}
        height=${layout.height * scale}
        viewBox="0 0 ${layout.width} ${layout.height}"
      >
        ${frameOf(layout)} ${layout.rows.filter(({ y }) => y === this.pointedY).map(pointedRow)}
        ${this.headings(layout)} ${layout.gates.map(gateBar)}
        ${subnetBox(layout.subnet, picture.capacity?.text ?? '')} ${layout.boxes.map(outboundAccessBox)}
        ${layout.rows.map((row) => this.row(row, layout))}
      </svg>
    </div>`;
  }

  /** Returns the scale. The picture is smaller if that shows all of it and it stays legible. */
  private scaleOf(width: number): number {
    const scale = Math.min(1, this.room / width);
    return this.scales && scale >= leastScale ? scale : 1;
  }

  private headings({ columns, gates, headingY: y }: PictureLayout): SVGTemplateResult {
    const { say } = this;
    return svg`${gates.map(({ lines }) => lines.map(textOf))}
      <text class="head" x=${columns.outboundAccess.x} y=${y}>${say('review.picture.outboundAccess')}</text>
      <text class="head" x=${columns.icon} y=${y}>${say('review.picture.reaches')}</text>`;
  }

  private row(placed: PlacedRow, layout: PictureLayout): SVGTemplateResult {
    const { rect, drawing, labels } = placed;
    return svg`<g
      class="row"
      @click=${() => {
        this.press(placed);
      }}
      @pointerenter=${() => {
        this.point(placed);
      }}
      @pointerleave=${() => {
        this.point(null);
      }}
    >
      <rect class="hit" x=${rect.x} y=${rect.y} width=${rect.width} height=${rect.height} />
      ${drawingOf(drawing)}
      ${labels.map(
        (label) => svg`<text class="small label" x=${label.x} y=${label.y + 4}
          >${wholeTextOf(label)}${label.text}</text>`,
      )}
      ${this.reaches(placed, layout)}
    </g>`;
  }

  private reaches({ row, y }: PlacedRow, { columns }: PictureLayout): SVGTemplateResult {
    if (row.is === 'flow') return service(row.flow, y, { columns, measure: this.measure });
    const { x, room } = columns.reaches;
    const to = this.picture.outboundBoxes.find(({ id }) => id === row.id)?.title ?? '';
    const full = this.say('review.picture.merged', { n: row.flows.length, to });
    const text = this.measure.fit(full, 'text', room);
    return svg`${drawIcon(row.isOpen ? 'open' : 'closed', { x: columns.icon, y })}
      <text x=${x} y=${y + 4.5}>${wholeTextOf({ text, full })}${text}</text>`;
  }

  private point(placed: PlacedRow | null): void {
    this.pointedY = placed?.y ?? null;
    const id = placed?.row.is === 'flow' ? placed.row.flow.id : null;
    emitEvent(this, 'point-requirement', { id });
  }

  private press({ row }: PlacedRow): void {
    if (row.is === 'flow') {
      emitEvent(this, 'show-requirement', { id: row.flow.id });
      return;
    }
    const open = new Set(this.open);
    if (!open.delete(row.id)) open.add(row.id);
    this.open = open;
  }
}

function service(flow: PictureFlow, y: number, room: Room): SVGTemplateResult {
  const { fullName, subject, outcome } = flow;
  const { icon, reaches } = room.columns;
  return svg`<title>${[fullName, subject, outcome].filter(Boolean).join(' · ')}</title>
    ${drawIcon(flow.icon, { x: icon, y })}
    <text y=${y + 4.5}
      >${nameLines(flow, room).map((line, at) => svg`<tspan x=${reaches.x} dy=${at && 15}>${line}</tspan>`)}<tspan class="small quiet" dx="7">${subject}</tspan></text>`;
}

/** Renders the row's background under boxes and gates, so that it doesn't hide them. */
function pointedRow({ rect }: PlacedRow): SVGTemplateResult {
  return svg`<rect class="pointed" x=${rect.x} y=${rect.y} width=${rect.width - 1} height=${rect.height} />`;
}

/** Renders the frame of the virtual network with its name and addresses. */
function frameOf({ frame, network }: PictureLayout): SVGTemplateResult {
  return svg`<rect class="frame" x=${frame.x} y=${frame.y} width=${frame.width} height=${frame.height} />
    ${network.map(textOf)}`;
}

function gateBar({ gate, rect }: PictureLayout['gates'][number]): SVGTemplateResult {
  return boxOf(`gate ${gate.isMissing ? 'missing' : ''}`, rect);
}

function outboundAccessBox({ box, rect, lines }: PictureLayout['boxes'][number]): SVGTemplateResult {
  return svg`<g>
    <title>${[box.title, ...box.lines].join(' · ')}</title>
    ${boxOf(`box ${box.kind}`, rect)}${lines.map(textOf)}
  </g>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sc-flow-picture': ScFlowPicture;
  }
}
