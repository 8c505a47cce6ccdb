import { css } from 'lit';

export const reportStyles = css`
  section {
    margin-block-start: 12px;
  }
  label {
    display: block;
    font-weight: 600;
  }
  textarea {
    background: var(--vscode-input-background);
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
    color: var(--vscode-input-foreground);
    display: block;
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 12px;
    inline-size: 100%;
    line-height: 18px;
    padding: 4px 6px;
    resize: vertical;
  }
  textarea:focus {
    border-color: var(--vscode-focusBorder);
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .items {
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  .items > li {
    align-items: flex-start;
    display: grid;
    gap: 0 6px;
    grid-template-columns: 16px 94px 1fr auto;
    line-height: 18px;
    overflow-wrap: anywhere;
    padding: 8px;
  }
  .items > li + li {
    border-block-start: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  .items .icon {
    margin-block-start: 1px;
  }
  .rank,
  .title {
    font-weight: 600;
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
  }
  .plain > li {
    list-style: disc;
    margin-inline-start: 16px;
    overflow-wrap: anywhere;
  }
  @container page (max-width: 599px) {
    .items > li {
      grid-template-columns: 16px 1fr auto;
    }
    .items .why {
      grid-column: 2 / -1;
    }
    .items vscode-button {
      grid-column: 3;
      grid-row: 1;
    }
  }
`;
