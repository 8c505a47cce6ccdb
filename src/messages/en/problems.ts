/** What went wrong, each with what to do. */
export const problems = {
  'problem.cancelled': 'Stopped.',
  'problem.badRequest': 'This request was not understood. Choose again, or report this.',
  'problem.signedOut': 'You are signed out. Sign in to go on.',
  'problem.forbidden': 'You may not read this (needs Reader).',
  'problem.notFound': 'It is not in Azure any more. Choose again.',
  'problem.conflict': 'Something of that name exists already, or is being changed. Nothing was overwritten.',
  'problem.changed': 'It changed in Azure in the meantime. Nothing was applied. Look at it again.',
  'problem.throttled': 'Azure slows us down, next try in {s} s.',
  'problem.timeout': 'Azure did not answer in time. You can try again.',
  'problem.refused': 'Azure refused.',
  'problem.refusedWith': 'Azure refused: {message}',
  'problem.failed': 'Azure failed.',
  'problem.failedWith': 'Azure failed: {message}',
  'problem.offline':
    'Azure cannot be reached from this computer. Look at the network connection or the proxy.',
  'problem.bug': 'Something in this extension went wrong. The log has more (Output, Secured AML Compute).',
} as const;
