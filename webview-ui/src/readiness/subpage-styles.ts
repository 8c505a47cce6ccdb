import { css } from 'lit';

/** Styles of a page that replaces the plan: a back link at the top, a body, and buttons fixed at the bottom. */
export const subpageStyles = css`
  :host {
    container: page / inline-size;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .top {
    align-items: center;
    border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    display: flex;
    flex: none;
    gap: 8px;
    justify-content: space-between;
    min-block-size: 32px;
    padding-inline: 12px 16px;
  }
  .back {
    align-items: center;
    background: none;
    border: 0;
    color: var(--vscode-textLink-foreground);
    cursor: pointer;
    display: flex;
    font: inherit;
    gap: 4px;
    padding: 2px;
  }
  .back .icon {
    color: inherit;
  }
  .back:hover {
    text-decoration: underline;
  }
  .back:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .body {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow-y: auto;
    padding: 12px 16px 16px 32px;
    position: relative;
  }
  .body h2 {
    align-items: flex-start;
    display: flex;
    font-size: 15px;
    gap: 6px;
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  .body h2 > .icon {
    flex: none;
    margin-block-start: 4px;
  }
  .buttons {
    align-items: center;
    background: var(--vscode-editor-background);
    border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 8px;
    inset-block-end: var(--sc-pinned-bar, 0);
    padding: 12px 16px 12px 32px;
    position: sticky;
  }
  .buttons .said {
    align-items: center;
    display: flex;
    flex: 1 1 200px;
    gap: 6px;
    line-height: 18px;
    min-inline-size: 0;
  }
  .buttons kbd {
    margin-inline-start: auto;
  }
  @container page (max-width: 599px) {
    .buttons kbd {
      display: none;
    }
    .body,
    .buttons {
      padding-inline: 12px;
    }
  }
`;
