import { css } from 'lit';

/** Styles of strokes and marks, shared by the picture and its legend. */
export const lineStyles = css`
  :host {
    --ground: var(--vscode-editor-background);
    --pass: var(--vscode-charts-green);
    --stop: var(--vscode-charts-red);
    --unknown: var(--vscode-charts-blue);
    --ink: var(--vscode-charts-foreground, var(--vscode-foreground));
  }
  .stroke {
    fill: none;
    stroke: var(--tone);
    stroke-width: 1.5;
  }
  .dashed {
    stroke-dasharray: 6 4;
  }
  .dotted {
    stroke-dasharray: 2 3;
    stroke-width: 2;
  }
  .pass {
    --tone: var(--pass);
  }
  .stop {
    --tone: var(--stop);
  }
  .unknown {
    --tone: var(--unknown);
  }
  .mark {
    fill: none;
    stroke: var(--tone);
    stroke-width: 1.5;
  }
  .mark.arrow {
    fill: var(--tone);
    stroke: none;
  }
  .mark.hollow {
    fill: var(--ground);
    stroke-width: 1.25;
  }
  .mark.cross {
    stroke-width: 2;
  }
  .mark.circle {
    fill: var(--ground);
  }
  .question {
    fill: var(--tone);
    font-size: 11px;
    font-weight: 600;
    text-anchor: middle;
  }
  @media (forced-colors: active) {
    :host {
      --ground: Canvas;
      --pass: CanvasText;
      --stop: CanvasText;
      --unknown: CanvasText;
      --ink: CanvasText;
    }
    svg {
      forced-color-adjust: none;
    }
  }
`;

export const pictureStyles = css`
  ${lineStyles}
  :host {
    display: block;
    --line: var(--vscode-panel-border, var(--vscode-contrastBorder, currentcolor));
    --outline: var(--vscode-descriptionForeground, currentcolor);
  }
  .scrolls {
    overflow-x: auto;
  }
  .scrolls:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  svg {
    display: block;
  }
  text {
    fill: var(--vscode-foreground);
    font-size: 13px;
    white-space: pre;
  }
  .small {
    font-size: 12px;
  }
  .quiet {
    fill: var(--vscode-descriptionForeground);
  }
  .head {
    font-weight: 600;
  }
  .frame,
  .gate,
  .box,
  .bar {
    fill: none;
    stroke: var(--outline);
  }
  .frame {
    stroke: var(--line);
  }
  .missing {
    stroke-dasharray: 2 3;
  }
  .box.appliance {
    stroke: var(--unknown);
  }
  .box.none {
    stroke-dasharray: 4 3;
  }
  .row {
    cursor: pointer;
  }
  .hit {
    fill: transparent;
  }
  .pointed {
    fill: var(--vscode-list-hoverBackground, transparent);
    stroke: var(--vscode-contrastActiveBorder, none);
    stroke-dasharray: 4 3;
  }
  /* A label stands on its line: the ground around its letters is drawn over it. */
  .label {
    fill: var(--vscode-foreground);
    paint-order: stroke;
    stroke: var(--ground);
    stroke-linejoin: round;
    stroke-width: 7px;
  }
  .glyph {
    fill: var(--tone, var(--vscode-icon-foreground));
    font-family: codicon;
    font-size: 16px;
  }
  .glyph:is(.pass, .pass-default) {
    --tone: var(--pass);
  }
  .glyph.error {
    --tone: var(--vscode-problemsErrorIcon-foreground);
  }
  .glyph.warning {
    --tone: var(--vscode-problemsWarningIcon-foreground);
  }
  .glyph.info {
    --tone: var(--vscode-problemsInfoIcon-foreground);
  }
  .glyph:is(.unknown, .appliance) {
    --tone: var(--unknown);
  }
  .part {
    fill: none;
  }
  .key {
    stroke: var(--ink);
  }
  .bar {
    stroke: var(--ink);
  }
  .part.inUse,
  .ink {
    fill: var(--ink);
  }
  .part.plan {
    fill: url('#hatch');
  }
  .part.reserved {
    fill: url('#dots');
  }
  .part.short {
    fill: url('#crossed');
  }
  .ink-short {
    fill: var(--stop);
  }
  @media (forced-colors: active) {
    :host {
      --line: CanvasText;
      --outline: CanvasText;
    }
    text,
    .quiet,
    .label {
      fill: CanvasText;
    }
    .glyph:is(.error, .warning, .info) {
      --tone: CanvasText;
    }
    .pointed {
      fill: none;
      stroke: Highlight;
    }
  }
`;
