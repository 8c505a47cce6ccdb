import type { Codicon } from './codicons';
import type { OutcomeIcon } from './shared-schemas';

interface IconLook {
  /** The name of VS Code's icon: each result has its own shape. */
  readonly codicon: Codicon;
  /** The ID of a theme color. It only repeats what the shape shows. */
  readonly color: string;
}

/** How results look on every surface: page, lists, quick picks, and side bar. */
export const outcomeIcons: Readonly<Record<OutcomeIcon, IconLook>> = {
  pass: { codicon: 'pass-filled', color: 'charts.green' },
  'pass-default': { codicon: 'pass', color: 'charts.green' },
  error: { codicon: 'error', color: 'problemsErrorIcon.foreground' },
  warning: { codicon: 'warning', color: 'problemsWarningIcon.foreground' },
  info: { codicon: 'info', color: 'problemsInfoIcon.foreground' },
  unknown: { codicon: 'question', color: 'charts.blue' },
  appliance: { codicon: 'arrow-circle-right', color: 'charts.blue' },
  unfit: { codicon: 'circle-slash', color: 'descriptionForeground' },
  pending: { codicon: 'circle-large-outline', color: 'descriptionForeground' },
};
