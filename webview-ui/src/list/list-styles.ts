import { css } from 'lit';

export const listStyles = css`
  :host {
    display: block;
  }
  .head-line {
    line-height: 18px;
    margin-block-end: 4px;
    overflow-wrap: anywhere;
  }
  .title {
    font-weight: 600;
  }
  .box {
    border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    position: relative;
  }
  .busy {
    block-size: 2px;
    inline-size: 100%;
    inset-block-start: -1px;
    position: absolute;
    z-index: 2;
  }
  .grid {
    max-block-size: var(--list-height);
    outline: none;
    /* The list itself keeps the row under the pointer in its place, also at its start, where a browser doesn't. */
    overflow-anchor: none;
    overflow: hidden auto;
    scrollbar-color: var(--vscode-scrollbarSlider-background) transparent;
    scrollbar-width: thin;
  }
  .row {
    align-items: center;
    column-gap: 8px;
    cursor: pointer;
    display: grid;
    grid-template-columns: var(--list-columns);
    line-height: 18px;
    min-block-size: 22px;
    padding: 2px 8px;
  }
  .row.head {
    align-items: end;
    background: var(--vscode-editor-background);
    padding-block: 2px 1px;
    border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    color: var(--vscode-descriptionForeground);
    cursor: default;
    inset-block-start: 0;
    position: sticky;
    z-index: 1;
  }
  .term {
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  .row.divider,
  .sentence,
  .reading {
    color: var(--vscode-descriptionForeground);
    cursor: default;
    font-size: 12px;
    line-height: 22px;
    padding: 0 8px;
  }
  .row.divider {
    border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    display: block;
  }
  .marked .row.divider {
    padding-inline-start: 32px;
  }
  .sentence {
    font-size: inherit;
    line-height: 18px;
    overflow-wrap: anywhere;
    padding-block: 2px;
  }
  .sentence .link {
    margin-inline-end: 12px;
    min-block-size: 18px;
  }
  .reading {
    animation: appear 0s 150ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
    to {
      visibility: visible;
    }
  }
  .cell {
    color: var(--vscode-descriptionForeground);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cell.name,
  .cell.outcome {
    color: var(--vscode-foreground);
  }
  .cell.numeric {
    text-align: end;
  }
  .cell.mono {
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 12px;
  }
  .head .cell {
    color: inherit;
    font-family: inherit;
    font-size: inherit;
    overflow-wrap: normal;
    white-space: normal;
  }
  .mark {
    block-size: 16px;
    display: block;
    inline-size: 16px;
    line-height: 16px;
  }
  .cell.outcome {
    align-items: center;
    display: flex;
    gap: 6px;
  }
  .outcome-text {
    min-inline-size: 0;
  }
  .tag {
    border: 1px solid var(--vscode-textLink-foreground);
    border-radius: 9px;
    color: var(--vscode-textLink-foreground);
    font-size: 11px;
    line-height: 14px;
    margin-inline-start: 8px;
    padding: 0 7px;
    white-space: nowrap;
  }
  .row.chosen .tag {
    border-color: currentcolor;
    color: inherit;
  }
  .more-rows {
    line-height: 18px;
    padding: 2px 8px;
  }
  .marked + .more-rows {
    padding-inline-start: 32px;
  }
  .chosen-word {
    color: var(--vscode-descriptionForeground);
    font-size: 12px;
    margin-inline-start: 6px;
  }
  b {
    color: var(--vscode-list-highlightForeground);
    font-weight: 600;
  }
  .row:not(.head, .divider, .chosen):hover {
    background: var(--vscode-list-hoverBackground, transparent);
    --vscode-descriptionForeground: var(--vscode-list-hoverForeground, var(--vscode-foreground));
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .row.chosen {
    background: var(--vscode-list-activeSelectionBackground, transparent);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .row.chosen,
  .row.chosen .cell,
  .row.chosen .more,
  .row.chosen .icon.chosen,
  .row.chosen b,
  .row.chosen .chosen-word {
    color: var(--vscode-list-activeSelectionForeground, var(--vscode-foreground));
  }
  .grid:focus-visible .row.active {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .grid.two-line .row.head {
    block-size: 1px;
    inline-size: 1px;
    border: 0;
    clip-path: inset(50%);
    overflow: hidden;
    position: absolute;
  }
  .grid.two-line .row:not(.head, .divider) {
    column-gap: 6px;
    grid-template-columns: 16px minmax(0, 1fr) fit-content(45%);
    line-height: 19px;
    min-block-size: 44px;
  }
  .grid.two-line .row.divider {
    padding-inline-start: 8px;
  }
  .two-line .row:not(.head, .divider) {
    align-content: center;
    align-items: start;
  }
  .two-line .outcome {
    color: var(--vscode-descriptionForeground);
    justify-content: end;
    text-align: end;
  }
  .two-line .mark {
    margin-block-start: 2px;
  }
  .more {
    color: var(--vscode-descriptionForeground);
    grid-column: 2 / -1;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .box,
    .row.head,
    .row.divider {
      border-color: CanvasText;
    }
    .row.chosen {
      outline-color: Highlight;
    }
  }
`;
