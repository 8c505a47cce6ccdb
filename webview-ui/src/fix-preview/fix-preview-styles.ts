import { css } from 'lit';

export const fixPreviewStyles = css`
  section {
    margin-block-start: 8px;
  }
  .scroller {
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
    container: table / inline-size;
    overflow-x: auto;
  }
  .scroller:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  th,
  td {
    line-height: 22px;
    padding: 0 10px;
    white-space: nowrap;
  }
  thead th {
    border-block-end: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .mark {
    inline-size: 30px;
    padding-inline: 8px 0;
  }
  .mark .icon {
    display: block;
  }
  tr.add {
    background: var(--vscode-diffEditor-insertedLineBackground, transparent);
    border-block: 1px dashed var(--vscode-diffEditor-insertedTextBorder, transparent);
  }
  tr.remove {
    background: var(--vscode-diffEditor-removedLineBackground, transparent);
    border-block: 1px dashed var(--vscode-diffEditor-removedTextBorder, transparent);
  }
  .icon.add {
    color: var(--vscode-charts-green);
  }
  .icon.remove {
    color: var(--vscode-charts-red);
  }
  ins {
    background: var(--vscode-diffEditor-insertedLineBackground, transparent);
    outline: 1px solid var(--vscode-diffEditor-insertedTextBorder, transparent);
    text-decoration: none;
  }
  .fold {
    cursor: pointer;
  }
  .fold td {
    color: var(--vscode-descriptionForeground);
  }
  .fold:hover td {
    background: var(--vscode-list-hoverBackground, transparent);
    --vscode-descriptionForeground: var(--vscode-list-hoverForeground, var(--vscode-foreground));
  }
  .opener {
    background: none;
    border: 0;
    cursor: pointer;
    display: block;
    margin-inline-start: -3px;
    padding: 3px;
  }
  .opener:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .effects {
    display: grid;
    gap: 8px 24px;
    grid-template-columns: 1fr 1fr;
    margin-block-start: 8px;
  }
  .effects section {
    margin: 0;
    min-inline-size: 0;
  }
  .line {
    align-items: flex-start;
    display: flex;
    gap: 6px;
    line-height: 18px;
    overflow-wrap: anywhere;
    padding-block: 2px;
  }
  .line > .icon {
    margin-block-start: 1px;
  }
  .notes {
    grid-column: 1 / -1;
  }
  .effects li p,
  .shared p {
    color: var(--vscode-descriptionForeground);
    line-height: 18px;
    padding-inline-start: 22px;
  }
  /* Every column stays in sight: values wrap, the last column's within a word if they must. */
  @container table (max-width: 699px) {
    th,
    td {
      line-height: 20px;
      padding-inline: 5px;
    }
    td:not(.number) {
      white-space: normal;
    }
    td:last-child {
      min-inline-size: 96px;
      overflow-wrap: anywhere;
    }
    .mark {
      inline-size: 22px;
      padding-inline: 4px 0;
    }
  }
  /* Two lines each: the name, then the rest. */
  @container table (max-width: 559px) {
    thead {
      block-size: 1px;
      clip-path: inset(50%);
      position: absolute;
    }
    tr {
      column-gap: 10px;
      display: flex;
      flex-wrap: wrap;
      padding-block: 2px;
    }
    td,
    td:last-child {
      min-inline-size: 0;
      overflow-wrap: anywhere;
      padding: 0;
    }
    .mark {
      padding-inline-start: 4px;
    }
    td:nth-child(2):not(.number) {
      flex: 1 1 85%;
    }
    .number + td {
      flex: 1 1 75%;
    }
    td:nth-child(2):not(.number) + td,
    .number + td + td {
      margin-inline-start: 36px;
    }
    td:last-child:nth-child(n + 4)::before {
      content: '→ ' / '';
    }
  }
  @container page (max-width: 599px) {
    .effects {
      grid-template-columns: 1fr;
    }
  }
`;
