import { css } from 'lit';

export const newNetworkStyles = css`
  .head {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    justify-content: space-between;
    margin-block-end: 4px;
  }
  .title {
    font-weight: 600;
  }
  .about-network {
    color: var(--vscode-descriptionForeground);
    margin-block: 0 12px;
    max-inline-size: 820px;
  }
  .value {
    line-height: 26px;
  }
  .table {
    margin-block-start: 14px;
  }
  .scroll {
    border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    margin-block-start: 4px;
    overflow-x: auto;
  }
  .scroll:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    block-size: 22px;
    font-weight: normal;
    padding: 0 8px;
    text-align: start;
    white-space: nowrap;
  }
  th {
    border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    color: var(--vscode-descriptionForeground);
  }
`;
