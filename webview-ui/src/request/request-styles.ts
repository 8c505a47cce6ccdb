import { css } from 'lit';

export const requestStyles = css`
  .head {
    align-items: flex-start;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    justify-content: space-between;
  }
  .head > div:first-child {
    flex: 1 1 320px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .views {
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, currentcolor));
    border-radius: 4px;
    display: flex;
    flex: none;
  }
  .views label {
    cursor: pointer;
    line-height: 18px;
    padding: 2px 10px;
    position: relative;
  }
  .views label:has(:checked) {
    background: var(--vscode-inputOption-activeBackground, transparent);
    color: var(--vscode-inputOption-activeForeground, inherit);
    font-weight: 600;
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -3px;
  }
  .views label:has(:focus-visible) {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .views input {
    inset: 0;
    margin: 0;
    opacity: 0;
    position: absolute;
  }
  .layers {
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
    border-radius: 2px;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    margin-block: 12px 8px;
  }
  .layers > li {
    border-block-end: 1px solid transparent;
    border-inline-end: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
    line-height: 20px;
    overflow-wrap: anywhere;
    padding: 8px 12px;
  }
  .layers > li:last-child {
    border-inline-end: 0;
  }
  .layers h3,
  .layers p {
    display: flex;
    gap: 6px;
  }
  .layers .icon {
    margin-block-start: 2px;
  }
  .layers .task {
    font-size: 12px;
  }
  .bar {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-block-end: 6px;
  }
  .bar .about {
    flex: 1 1 auto;
  }
  .bar label {
    align-items: center;
    display: flex;
    gap: 8px;
  }
  select {
    background: var(--vscode-dropdown-background, var(--vscode-input-background));
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, currentcolor));
    border-radius: 2px;
    color: var(--vscode-dropdown-foreground, inherit);
    font: inherit;
    max-inline-size: 100%;
    min-block-size: 26px;
    padding: 2px 4px;
  }
  select:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  table {
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
    line-height: 18px;
  }
  th,
  td {
    border-block-end: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
    overflow-wrap: anywhere;
    padding: 4px 8px;
    vertical-align: top;
  }
  thead th {
    overflow-wrap: normal;
  }
  tbody th {
    font-weight: 600;
    white-space: nowrap;
  }
  .with-icon {
    display: flex;
    gap: 6px;
  }
  .with-icon .icon {
    margin-block-start: 1px;
  }
  td .hosts,
  td.why {
    color: var(--vscode-descriptionForeground);
    font-size: 12px;
  }
  /* A name breaks only if it's longer than the column. */
  .hosts span {
    display: inline-block;
  }
  td.state {
    overflow-wrap: normal;
    white-space: nowrap;
  }
  td.numbers {
    white-space: nowrap;
  }
  .icon.blocked {
    color: var(--vscode-problemsErrorIcon-foreground);
  }
  .icon.hop,
  .icon.confirmed {
    color: var(--vscode-charts-blue);
  }
  .icon.allowed {
    color: var(--vscode-charts-green);
  }
  .sources,
  .confirmed-list {
    display: flex;
    flex-wrap: wrap;
    font-size: 12px;
    gap: 0 20px;
    margin-block-start: 6px;
  }
  .settings {
    margin-block-start: 12px;
  }
  .settings li {
    display: flex;
    gap: 6px;
    line-height: 18px;
    overflow-wrap: anywhere;
    padding-block: 4px;
  }
  pre {
    margin: 0;
    overflow-x: auto;
    padding: 8px;
  }
  pre:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .confirm {
    margin-inline-start: auto;
  }
  .narrow {
    display: none;
  }
  /* Two lines each: the flow with its far side, then each layer's word. */
  @container page (max-width: 999px) {
    table,
    tbody,
    tr,
    tbody th,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tr {
      border-block-end: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      padding: 6px 8px;
    }
    tr:last-child {
      border-block-end: 0;
    }
    th,
    td {
      border: 0;
      padding: 0;
    }
    td.to {
      flex: 1 1 60%;
      min-inline-size: 0;
    }
    td.state.none {
      display: none;
    }
    td.why {
      flex-basis: 100%;
    }
    .narrow {
      color: var(--vscode-descriptionForeground);
      display: inline;
    }
  }
  @container page (max-width: 599px) {
    td.to {
      flex-basis: 100%;
      padding-inline-start: 22px;
    }
    .layers {
      grid-template-columns: 1fr;
    }
    .layers > li {
      border-block-end-color: var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
      border-inline-end: 0;
    }
    .layers > li:last-child {
      border-block-end-color: transparent;
    }
  }
`;
