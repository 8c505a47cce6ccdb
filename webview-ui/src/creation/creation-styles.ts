import { css } from 'lit';

export const creationStyles = css`
  section {
    margin-block-start: 8px;
  }
  .steps li {
    display: grid;
    gap: 0 8px;
    grid-template-columns: 16px 74px 1fr;
    line-height: 22px;
    overflow-wrap: anywhere;
  }
  .steps .icon {
    margin-block-start: 3px;
  }
  .steps .spinning {
    align-self: start;
  }
  .steps time {
    color: var(--vscode-descriptionForeground);
    font-variant-numeric: tabular-nums;
  }
  .steps .failed {
    font-weight: 600;
  }
  .steps .waiting {
    color: var(--vscode-descriptionForeground);
  }
  pre {
    margin: 2px 0;
    overflow-wrap: anywhere;
    padding: 8px 10px;
    user-select: text;
    white-space: pre-wrap;
  }
  .request {
    color: var(--vscode-descriptionForeground);
    user-select: text;
  }
  .reading {
    align-items: center;
    display: flex;
    gap: 6px;
  }
  .two {
    display: grid;
    gap: 0 24px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
  }
  .likely {
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  .likely li {
    align-items: flex-start;
    display: grid;
    gap: 0 6px;
    grid-template-columns: 16px 94px 1fr auto;
    line-height: 18px;
    overflow-wrap: anywhere;
    padding: 8px;
  }
  .likely li + li {
    border-block-start: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
  }
  .likely .worst {
    border-inline-start: 2px solid var(--vscode-problemsErrorIcon-foreground, currentcolor);
    padding-inline-start: 6px;
  }
  .likely .worst .cause {
    font-weight: 600;
  }
  .likely .mono {
    overflow-wrap: anywhere;
  }
  .likely .icon {
    margin-block-start: 1px;
  }
  .rank {
    font-weight: 600;
  }
  .comparison {
    border-block: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentcolor));
    display: grid;
    gap: 2px 24px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    line-height: 20px;
    padding-block: 6px;
  }
  .comparison > div {
    display: grid;
    gap: 0 8px;
    grid-template-columns: 116px 1fr;
    overflow-wrap: anywhere;
  }
  .comparison > .whole {
    grid-column: 1 / -1;
  }
  .comparison .icon {
    margin-inline-end: 4px;
    vertical-align: text-bottom;
  }
  .comparison dt {
    color: var(--vscode-descriptionForeground);
  }
  details {
    margin-block-start: 8px;
  }
  summary {
    cursor: pointer;
    inline-size: fit-content;
  }
  .left {
    display: flex;
    gap: 6px;
  }
  .left .icon {
    margin-block-start: 3px;
  }
  .apart {
    margin-inline-start: auto;
  }
  .stop {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  @container page (max-width: 599px) {
    .likely li {
      grid-template-columns: 16px 1fr auto;
    }
    .likely .why {
      grid-column: 2 / -1;
    }
    .likely vscode-button {
      grid-column: 3;
      grid-row: 1;
    }
  }
`;
