import { css } from 'lit';

export const sizeStyles = css`
  .columns {
    display: grid;
    gap: 14px 28px;
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: 820px;
  }
  .columns.two {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  input.input:read-only {
    background: none;
    border-color: var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .whole {
    grid-column: 1 / -1;
  }
  .inline {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }
  .inline .about {
    color: var(--vscode-descriptionForeground);
    margin-inline-start: 8px;
  }
  input.number {
    inline-size: 72px;
  }
  .more {
    margin-block-start: 14px;
  }
  .inner {
    margin-block-start: 10px;
  }
  .inner sc-choices + .field,
  .inner .field + sc-choices,
  .inner #schedule-state + sc-choices,
  .inner .field + .field {
    margin-block-start: 10px;
  }
  .times .input {
    inline-size: 72px;
  }
  .after {
    margin-block-start: 4px;
  }
  textarea.key {
    block-size: auto;
    font-family: var(--vscode-editor-font-family, monospace);
    padding: 4px 8px;
    resize: vertical;
  }
  sc-capacity {
    margin-block-start: 10px;
  }
  .under {
    align-items: center;
    display: flex;
    gap: 6px;
    min-block-size: 18px;
  }
`;
