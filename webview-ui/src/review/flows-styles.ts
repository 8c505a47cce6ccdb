import { css } from 'lit';

export const flowsStyles = css`
  :host {
    container: flows / inline-size;
    display: block;
  }
  .flows {
    margin-block-end: 8px;
  }
  .bar {
    align-items: center;
    column-gap: 12px;
    display: flex;
    justify-content: space-between;
  }
  .as-table > .bar {
    align-items: start;
    margin-block: 8px 2px;
  }
  .bar > .link {
    flex: none;
  }
  .as-picture h3 {
    block-size: 1px;
    clip-path: inset(50%);
    margin: 0;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  .as-picture {
    position: relative;
  }
  .legend {
    column-gap: 18px;
    display: flex;
    flex-wrap: wrap;
    font-size: 12px;
    line-height: 20px;
    margin-block: 4px;
  }
  .legend span {
    align-items: center;
    display: inline-flex;
    gap: 6px;
  }
  .box {
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  th,
  td {
    line-height: 18px;
    overflow-wrap: break-word;
    padding: 2px 8px;
    vertical-align: top;
  }
  thead th {
    border-block-end: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  .subject {
    display: inline-block;
  }
  tbody + tbody {
    border-block-start: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover,
  .two-lines:hover {
    background: var(--vscode-list-hoverBackground, transparent);
    --vscode-descriptionForeground: var(--vscode-list-hoverForeground, var(--vscode-foreground));
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .flow,
  .two-lines {
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    font: inherit;
    line-height: 18px;
    padding: 0;
    text-align: start;
  }
  .flow:focus-visible,
  .two-lines:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .outcome {
    display: flex;
    gap: 6px;
  }
  .outcome .icon {
    margin-block-start: 1px;
  }
  .list section + section {
    border-block-start: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  h4 {
    color: var(--vscode-descriptionForeground);
    font-size: 12px;
    font-weight: inherit;
    line-height: 22px;
    margin: 0;
    padding-inline: 8px;
  }
  .two-lines {
    display: flex;
    gap: 6px;
    inline-size: 100%;
    padding: 4px 8px;
  }
  .two-lines.fold {
    color: var(--vscode-descriptionForeground);
    padding-block: 2px;
    padding-inline-start: 14px;
  }
  .two-lines .words {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  @container flows (max-width: 799px) {
    td:not(:last-child) {
      overflow-wrap: anywhere;
    }
    td:nth-child(2) {
      white-space: nowrap;
    }
  }
`;
