import { css } from 'lit';

export const sectionListStyles = css`
  :host {
    display: block;
  }
  .section {
    border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .section.last:not(.open) {
    border-block-end-color: transparent;
  }
  h2 {
    font-weight: inherit;
  }
  .header {
    align-items: center;
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    display: flex;
    font: inherit;
    inline-size: 100%;
    line-height: 18px;
    min-block-size: 32px;
    padding: 4px 16px 4px 11px;
    text-align: start;
  }
  .header:hover {
    background: var(--vscode-list-hoverBackground, transparent);
    --vscode-descriptionForeground: var(--vscode-list-hoverForeground, var(--vscode-foreground));
  }
  .header:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .name {
    flex: none;
    font-weight: 600;
    inline-size: 90px;
    margin-inline: 5px 8px;
    white-space: nowrap;
  }
  :host(:lang(fr)) .name {
    inline-size: 132px;
  }
  .texts {
    color: var(--vscode-descriptionForeground);
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0 8px;
    min-inline-size: 0;
  }
  .summary {
    flex: 1 1 240px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .price {
    flex: none;
  }
  .header.locked {
    cursor: default;
  }
  .header.locked .name {
    color: var(--vscode-descriptionForeground);
  }
  .complete {
    flex: none;
    margin-inline-start: 8px;
  }
  .notes {
    line-height: 18px;
    list-style: none;
    margin: 0;
    padding: 0 16px 6px 32px;
  }
  .notes li {
    display: flex;
    gap: 6px;
    margin-block-end: 2px;
    overflow-wrap: anywhere;
  }
  :host([layout='narrow']) .notes {
    padding-inline: 12px;
  }
  .body {
    padding: 4px 16px 14px 32px;
  }
  .continue {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin-block-start: 12px;
  }
  .continue.start {
    margin-block: 14px;
    padding-inline: 32px 16px;
  }
  /* The button that leads to Review stays in sight, however long the lists are. */
  .continue.pinned {
    background: var(--vscode-editor-background);
    border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    inset-block-end: 0;
    margin-block: 0;
    padding-block: 10px;
    position: sticky;
    z-index: 1;
  }
  :host([layout='narrow']) .continue.start {
    padding-inline: 12px;
  }
  .continue .quiet {
    flex: 0 1 auto;
    line-height: 18px;
  }
  :host([layout='narrow']) .header {
    padding-inline: 8px 12px;
  }
  :host([layout='narrow']) .name {
    inline-size: 80px;
    margin-inline-end: 8px;
  }
  :host([layout='narrow']:lang(fr)) .name {
    inline-size: 124px;
  }
  :host([layout='narrow']) .open .name {
    inline-size: auto;
  }
  :host([layout='narrow']) .open .summary {
    block-size: 18px;
    flex-basis: 0;
    overflow: hidden;
    visibility: hidden;
  }
  :host([layout='narrow']) .body {
    padding-inline: 12px;
  }
`;
