import { css } from 'lit';

/** What the sections' bodies share. */
export const sectionStyles = css`
  :host {
    display: block;
  }
  .field + .field,
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
  vscode-textfield {
    --vscode-settings-textInputBackground: var(--vscode-input-background);
    --vscode-settings-textInputBorder: var(--vscode-input-border, var(--vscode-contrastBorder));
    --vscode-settings-textInputForeground: var(--vscode-input-foreground);
    block-size: 26px;
    inline-size: 100%;
  }
`;
