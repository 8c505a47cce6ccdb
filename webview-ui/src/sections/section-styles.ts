import { css } from 'lit';

/** Shared styles of the sections' bodies. */
export const sectionStyles = css`
  :host {
    display: block;
  }
  .field + .field,
  .note + .field,
  .field + .grid,
  .grid + .field {
    margin-block-start: 14px;
  }
  .label {
    display: block;
    font-weight: 600;
    line-height: 18px;
    margin-block-end: 4px;
  }
  .under {
    color: var(--vscode-descriptionForeground);
    line-height: 18px;
    margin-block-start: 4px;
  }
  .missing,
  .under.wrong {
    align-items: center;
    color: var(--vscode-foreground);
    display: flex;
    gap: 6px;
    line-height: 18px;
    margin-block-start: 4px;
  }
  .note {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    line-height: 18px;
    margin-block-start: 6px;
  }
  .note > .icon + span {
    flex: 1;
  }
  .banner {
    align-items: center;
    border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    line-height: 18px;
    margin-block-end: 12px;
    padding: 3px 8px;
  }
  .banner > span {
    flex: 0 1 auto;
    max-inline-size: calc(100% - 24px);
  }
  .input {
    align-items: center;
    background: var(--vscode-input-background, transparent);
    block-size: 26px;
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
    color: var(--vscode-input-foreground, var(--vscode-foreground));
    display: flex;
    font: inherit;
    gap: 6px;
    inline-size: 100%;
    outline: none;
    padding: 0 8px;
  }
  .input input {
    background: none;
    border: 0;
    color: inherit;
    flex: 1;
    font: inherit;
    min-inline-size: 0;
    outline: none;
    padding: 0;
  }
  .input::placeholder,
  .input input::placeholder {
    color: var(--vscode-input-placeholderForeground);
    opacity: 1;
  }
  .input[aria-invalid='true'] {
    border-color: var(--vscode-inputValidation-errorBorder);
  }
  .input:focus,
  .input:focus-within {
    border-color: var(--vscode-focusBorder);
  }
`;
