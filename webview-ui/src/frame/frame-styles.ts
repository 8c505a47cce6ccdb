import { css } from 'lit';

export const frameStyles = css`
  :host {
    background: var(--vscode-editor-background);
    block-size: 100%;
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    overflow: hidden;
    position: relative;
  }
  .skip {
    background: var(--vscode-editor-background);
    border: 1px solid var(--vscode-focusBorder);
    inset-block-start: 4px;
    inset-inline-start: 16px;
    padding: 2px 8px;
    position: absolute;
    z-index: 3;
  }
  .skip:not(:focus) {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
  }
  .page {
    flex: 1;
    min-block-size: 0;
  }
  .page.beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 1px var(--readiness-width);
    grid-template-rows: minmax(0, 1fr);
  }
  .page.beside.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .page > aside[hidden] {
    display: none;
  }
  .page.stacked {
    overflow-y: auto;
    position: relative;
  }
  main.start {
    flex: 1;
    overflow-y: auto;
  }
  /* Visually hidden text is positioned. Without this, it would make the page itself scroll. */
  main,
  aside {
    min-inline-size: 0;
    position: relative;
  }
  .beside main {
    block-size: 100%;
    overflow-y: auto;
  }
  .beside main.replaced {
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .replaced > :not(.notice) {
    flex: 1;
    min-block-size: 0;
  }
  aside {
    background: var(--vscode-sideBar-background, transparent);
  }
  .beside aside {
    block-size: 100%;
    display: flex;
    overflow: hidden;
  }
  .beside sc-readiness {
    flex: 1;
    min-inline-size: 0;
  }
  .stacked aside {
    border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .notice {
    align-items: center;
    border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    display: flex;
    gap: 8px;
    line-height: 18px;
    min-block-size: 32px;
    overflow-wrap: anywhere;
    padding: 6px 16px;
  }
  /* The button that failed may be far below. */
  .notice.problem {
    background: var(--vscode-editor-background);
    inset-block-start: 0;
    position: sticky;
    z-index: 2;
  }
  .notice > span {
    flex: 1;
    min-inline-size: 0;
  }
  .pinned {
    align-items: center;
    background: var(--vscode-sideBar-background, var(--vscode-editor-background));
    border: 0;
    border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    color: inherit;
    cursor: pointer;
    display: flex;
    flex: none;
    font: inherit;
    gap: 8px;
    line-height: 17px;
    min-block-size: 34px;
    padding: 3px 12px;
    text-align: start;
  }
  .pinned .sum {
    flex: 1;
    font-weight: 600;
  }
  .pinned .lead {
    color: var(--vscode-textLink-foreground);
  }
  .pinned:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
`;
