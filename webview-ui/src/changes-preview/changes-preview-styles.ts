import { css } from 'lit';

/** The panel: the chosen fixes with their effects, and buttons that are always visible. */
export const changesPreviewStyles = css`
  :host {
    background: var(--vscode-editor-background);
    block-size: 100vh;
    container: page / inline-size;
    display: flex;
    flex-direction: column;
  }
  .body {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow-y: auto;
    padding: 12px 16px;
    position: relative;
  }
  h2 {
    font-size: 15px;
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  section {
    margin-block-start: 12px;
  }
  h3 .quiet {
    font-weight: 400;
  }
  .line {
    display: flex;
    gap: 6px;
    overflow-wrap: anywhere;
  }
  .line > .icon {
    margin-block-start: 3px;
  }
  .row {
    align-items: flex-start;
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    min-block-size: 24px;
  }
  .row label,
  .row .plain {
    align-items: flex-start;
    display: flex;
    flex: 1 1 220px;
    gap: 8px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .row label .icon,
  .row .plain .icon {
    margin-block-start: 3px;
  }
  /* Below the words of rows with a checkbox. */
  .row .plain {
    padding-inline-start: 26px;
  }
  /* If it wraps, it's below the words, too. */
  .row > .quiet {
    margin-inline-start: auto;
    padding-inline-start: 26px;
  }
  input[type='checkbox'] {
    appearance: none;
    background: var(--vscode-checkbox-background);
    block-size: 18px;
    border: 1px solid
      var(--vscode-checkbox-border, var(--vscode-checkbox-selectBorder, var(--vscode-contrastBorder)));
    border-radius: 3px;
    display: grid;
    flex: none;
    inline-size: 18px;
    margin-inline: 0;
    margin-block-end: 0;
    place-content: center;
    margin-block-start: 2px;
  }
  input[type='checkbox']:checked::before {
    block-size: 9px;
    border: solid var(--vscode-checkbox-foreground, var(--vscode-foreground));
    border-width: 0 1.5px 1.5px 0;
    content: '';
    inline-size: 4px;
    rotate: 42deg;
    translate: 0 -1px;
  }
  input[type='checkbox']:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  .scroller {
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
    margin-block-start: 4px;
    overflow-x: auto;
  }
  .scroller:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  th,
  td {
    line-height: 20px;
    padding: 2px 8px;
    vertical-align: top;
  }
  thead th {
    border-block-end: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  /* Names stay whole, and so do words: the table scrolls instead. */
  tbody th {
    white-space: nowrap;
  }
  td .line {
    overflow-wrap: normal;
  }
  /* Three lines each: the name, the result now, and the result after the fix. */
  @container page (max-width: 799px) {
    thead {
      block-size: 1px;
      clip-path: inset(50%);
      position: absolute;
    }
    tr {
      display: grid;
      padding-block: 4px;
    }
    tbody tr + tr {
      border-block-start: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
    }
    tbody th {
      overflow-wrap: anywhere;
      white-space: normal;
    }
    th,
    td {
      padding-block: 0;
    }
    td .line::before {
      content: '';
      flex: none;
      inline-size: 12px;
    }
    td + td .line::before {
      content: '→' / '';
    }
  }
  .buttons {
    align-items: center;
    border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 8px;
    padding: 12px 16px;
  }
  .buttons kbd {
    margin-inline-start: auto;
  }
  .buttons .reason {
    flex-basis: 100%;
  }
`;
