import { css } from 'lit';

export const comboboxStyles = css`
  :host {
    display: block;
    position: relative;
  }
  .face {
    align-items: center;
    background: var(--vscode-settings-dropdownBackground, transparent);
    block-size: 26px;
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
    display: flex;
  }
  .face:focus-within {
    border-color: var(--vscode-focusBorder);
  }
  .face.invalid {
    border-color: var(--vscode-inputValidation-errorBorder);
  }
  input {
    background: transparent;
    block-size: 24px;
    border: 0;
    color: var(--vscode-settings-dropdownForeground, var(--vscode-foreground));
    flex: 1;
    font: inherit;
    min-inline-size: 0;
    outline: none;
    padding: 0 0 0 8px;
    text-overflow: ellipsis;
  }
  input::placeholder {
    color: var(--vscode-input-placeholderForeground);
    opacity: 1;
  }
  .chevron {
    align-items: center;
    background: none;
    block-size: 24px;
    border: 0;
    color: inherit;
    cursor: pointer;
    display: flex;
    flex: none;
    inline-size: 26px;
    justify-content: center;
    padding: 0;
  }
  .popup {
    background: var(--vscode-settings-dropdownBackground, var(--vscode-editor-background));
    border: 1px solid var(--vscode-settings-dropdownListBorder, var(--vscode-contrastBorder));
    border-radius: 2px;
    color: var(--vscode-foreground);
    inset: auto;
    margin: 0;
    overflow: hidden auto;
    padding: 0;
    position: fixed;
    scrollbar-color: var(--vscode-scrollbarSlider-background) transparent;
    scrollbar-width: thin;
  }
  .options {
    column-gap: 16px;
    display: grid;
    grid-template-columns: minmax(max-content, 1fr) repeat(var(--details), minmax(0, auto));
  }
  .option {
    cursor: pointer;
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    line-height: 22px;
    padding: 0 8px;
  }
  .option span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .option .detail {
    line-height: 18px;
    padding-block: 2px;
  }
  .option .detail,
  .option.quiet {
    color: var(--vscode-descriptionForeground);
  }
  .option:hover {
    background: var(--vscode-list-hoverBackground, transparent);
    --vscode-descriptionForeground: var(--vscode-list-hoverForeground, var(--vscode-foreground));
  }
  .option.active,
  .option.active .detail {
    color: var(--vscode-list-activeSelectionForeground, var(--vscode-foreground));
  }
  .option.active {
    background: var(--vscode-list-activeSelectionBackground, transparent);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .none {
    color: var(--vscode-descriptionForeground);
    padding: 0 8px;
  }
`;
