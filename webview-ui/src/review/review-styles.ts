import { css } from 'lit';

export const reviewStyles = css`
  :host {
    container: page / inline-size;
    display: block;
  }
  .words-of-plan > h3,
  .fixes > h3 {
    margin-block: 8px 2px;
  }
  dl {
    display: grid;
    gap: 2px 12px;
    grid-template-columns: minmax(90px, auto) 1fr minmax(90px, auto) 1fr;
    line-height: 18px;
  }
  dl dt {
    color: var(--vscode-descriptionForeground);
  }
  dl dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .fixes li {
    align-items: baseline;
    display: flex;
    gap: 8px;
  }
  /* The buttons stay in sight, however long the plan is. */
  .foot {
    background: var(--vscode-editor-background);
    border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    inset-block-end: 0;
    margin-block-start: 12px;
    padding-block: 8px 6px;
    position: sticky;
    z-index: 1;
  }
  .written {
    display: flex;
    gap: 6px;
    line-height: 18px;
    margin-block-end: 8px;
    overflow-wrap: anywhere;
  }
  .file:not(:last-child) {
    margin-inline-end: 8px;
  }
  .buttons {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .note {
    margin-block-start: 6px;
  }
  .divider {
    align-self: stretch;
    border-inline-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    margin-block: 4px;
  }
  .note {
    align-items: flex-start;
    color: var(--vscode-descriptionForeground);
    display: flex;
    gap: 6px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  @container page (max-width: 719px) {
    dl {
      grid-template-columns: minmax(90px, auto) 1fr;
    }
  }
  @container page (max-width: 599px) {
    .divider {
      display: none;
    }
  }
`;
