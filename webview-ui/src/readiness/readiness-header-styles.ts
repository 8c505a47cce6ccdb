import { css } from 'lit';

export const readinessHeaderStyles = css`
  :host {
    border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    display: block;
    flex: none;
    padding: 6px 12px 6px 14px;
    position: relative;
  }
  .line {
    align-items: center;
    display: flex;
    gap: 8px;
    min-block-size: 22px;
  }
  h2 {
    flex: 1;
    line-height: 18px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .tag {
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
    border-radius: 2px;
    color: var(--vscode-descriptionForeground);
    flex: none;
    font-size: 11.5px;
    line-height: 14px;
    padding: 0 6px;
  }
  .tools {
    display: flex;
    flex: none;
    gap: 2px;
  }
  .summary {
    align-items: center;
    display: flex;
    flex: 1;
    font-size: 14px;
    font-weight: 600;
    gap: 6px;
    line-height: 20px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    line-height: 20px;
  }
  .counts li {
    align-items: center;
    display: flex;
    gap: 4px;
    white-space: nowrap;
  }
  .views {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    justify-content: space-between;
    padding-block: 4px 2px;
  }
  .switch {
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, currentcolor));
    border-radius: 3px;
    display: flex;
    flex: none;
  }
  .switch button {
    background: none;
    border: 0;
    color: var(--vscode-descriptionForeground);
    cursor: pointer;
    font: inherit;
    font-size: 12px;
    line-height: 18px;
    padding: 1px 10px;
  }
  .switch button + button {
    border-inline-start: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, currentcolor));
  }
  .switch [aria-checked='true'] {
    background: var(--vscode-list-inactiveSelectionBackground, transparent);
    color: var(--vscode-foreground);
    font-weight: 600;
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -3px;
  }
  .switch button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .age {
    color: var(--vscode-descriptionForeground);
    font-size: 11.5px;
    line-height: 16px;
    min-block-size: 20px;
    padding-block: 2px;
  }
  .age .icon {
    margin-inline-end: 3px;
    vertical-align: -3px;
  }
  .progress {
    block-size: 2px;
    inset: auto 0 -1px;
    overflow: hidden;
    position: absolute;
  }
  .progress::before {
    animation: run 2s linear infinite;
    background: var(--vscode-progressBar-background);
    content: '';
    inset: 0 auto 0 0;
    inline-size: 20%;
    position: absolute;
  }
  @keyframes run {
    from {
      transform: translateX(-100%);
    }
    to {
      transform: translateX(500%);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress::before {
      animation: none;
      inline-size: 100%;
    }
  }
`;
