import { css } from 'lit';

export const menuStyles = css`
  :host {
    display: inline-flex;
  }
  .trigger {
    align-items: center;
    background: transparent;
    border: 1px solid transparent;
    border-radius: 3px;
    color: var(--vscode-foreground);
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: 4px;
    padding: 2px;
  }
  .trigger.worded {
    background: var(--vscode-button-secondaryBackground, transparent);
    border-color: var(--vscode-button-secondaryBorder, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
    color: var(--vscode-button-secondaryForeground, var(--vscode-foreground));
    line-height: 22px;
    padding: 1px 8px 1px 13px;
  }
  .trigger:hover {
    background: var(--vscode-toolbar-hoverBackground, transparent);
    outline: 1px dashed var(--vscode-toolbar-hoverOutline, transparent);
    outline-offset: -1px;
  }
  .trigger.worded:hover {
    background: var(--vscode-button-secondaryHoverBackground, transparent);
  }
  .trigger:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .trigger.active {
    background: var(--vscode-inputOption-activeBackground, transparent);
    border-color: var(--vscode-inputOption-activeBorder, var(--vscode-contrastActiveBorder, transparent));
  }
  .worded .icon {
    color: inherit;
  }
  .menu {
    background: var(--vscode-menu-background, var(--vscode-editorWidget-background));
    border: 1px solid var(--vscode-menu-border, var(--vscode-widget-border, var(--vscode-contrastBorder)));
    border-radius: 3px;
    color: var(--vscode-menu-foreground, var(--vscode-foreground));
    inset: auto;
    margin: 0;
    max-inline-size: 90vw;
    padding: 4px 0;
    position: fixed;
  }
  .item {
    align-items: center;
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    display: flex;
    font: inherit;
    gap: 6px;
    inline-size: 100%;
    padding: 1px 20px 1px 8px;
    text-align: start;
  }
  .item:hover,
  .item:focus {
    background: var(--vscode-menu-selectionBackground, transparent);
    color: var(--vscode-menu-selectionForeground, inherit);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .item .icon {
    color: inherit;
  }
  .mark {
    display: flex;
    flex: none;
    inline-size: 16px;
  }
  .divided {
    border-block-start: 1px solid var(--vscode-menu-separatorBackground, var(--vscode-panel-border));
    margin-block-start: 4px;
    padding-block-start: 5px;
  }
`;
