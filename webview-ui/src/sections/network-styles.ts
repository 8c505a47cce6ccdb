import { css } from 'lit';

export const networkStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-end: 10px;
  }
  .filter {
    flex: 1 1 420px;
    inline-size: auto;
  }
  .groups {
    flex: 0 1 292px;
  }
  .two-line .groups {
    flex: 1 1 100%;
  }
  .folded {
    align-items: center;
    background: var(--vscode-list-activeSelectionBackground, transparent);
    border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    color: var(--vscode-list-activeSelectionForeground, var(--vscode-foreground));
    column-gap: 6px;
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    line-height: 19px;
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
    padding: 3px 8px;
  }
  .folded .icon {
    color: inherit;
  }
  .folded-name,
  .folded-more {
    overflow-wrap: anywhere;
  }
  .folded-more {
    grid-column: 2;
    grid-row: 2;
  }
  .change {
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    font: inherit;
    grid-column: 3;
    grid-row: 1 / span 2;
    min-block-size: 22px;
    padding: 0 2px;
  }
  .change:hover {
    text-decoration: underline;
  }
  .change:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
`;
