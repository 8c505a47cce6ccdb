import { css } from 'lit';

export const fixFlowsStyles = css`
  :host {
    display: block;
    margin-block-start: 8px;
  }
  li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    line-height: 18px;
    min-block-size: 22px;
  }
  .words {
    flex: 1 1 min-content;
    min-inline-size: min(200px, 100%);
    overflow-wrap: break-word;
  }
  /* In a narrow page it may stand on a line of its own: still below the others. */
  li > .quiet:last-child {
    margin-inline-start: auto;
  }
  vscode-checkbox {
    margin-block: -2px;
  }
`;
