import { css } from 'lit';

export const readinessStyles = css`
  :host {
    background: var(--vscode-sideBar-background, transparent);
    container: readiness / inline-size;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .changed {
    align-items: start;
    border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    border-inline-start: 2px solid var(--vscode-editorGutter-modifiedBackground, var(--vscode-focusBorder));
    display: flex;
    flex: none;
    gap: 8px;
    line-height: 18px;
    padding: 6px 12px;
  }
  .changed > span {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .empty {
    overflow-y: auto;
    padding: 8px 14px;
    position: relative;
  }
  .empty h3,
  .empty li {
    color: var(--vscode-descriptionForeground);
    line-height: 22px;
  }
  .empty h3 {
    margin-block-start: 8px;
  }
  .empty li {
    align-items: center;
    display: flex;
    gap: 6px;
  }
`;
