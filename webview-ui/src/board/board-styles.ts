import { css } from 'lit';

export const boardStyles = css`
  :host {
    background: var(--vscode-sideBar-background, transparent);
    container: board / inline-size;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .empty {
    overflow-y: auto;
    padding: 8px 14px;
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
