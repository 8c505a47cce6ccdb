/** What went wrong, each with what to do. */
export const problems = {
  'problem.cancelled': 'Stopped.',
  'problem.badRequest': 'This request was not understood. Choose again, or report this.',
  'problem.signedOut': 'You are signed out. Sign in to go on.',
  'problem.forbidden': 'You may not read this (needs Reader).',
  'problem.notFound': 'It no longer exists in Azure. Choose again.',
  'problem.conflict': 'Something of that name exists already, or is being changed. Nothing was overwritten.',
  'problem.changed': 'It changed in Azure in the meantime. Nothing was applied. Look at it again.',
  'problem.throttled': 'Azure slows us down, next try in {s} s.',
  'problem.throttledFor': 'Azure is throttling requests. Try again in {s} s.',
  'problem.timeout': 'Azure did not answer in time. You can try again.',
  'problem.refused': 'Azure refused.',
  'problem.refusedWith': 'Azure refused: {message}',
  'problem.failed': 'Azure failed.',
  'problem.failedWith': 'Azure failed: {message}',
  'problem.offline':
    'Azure cannot be reached from this computer. Look at the network connection or the proxy.',
  'problem.badResponse':
    'The response can’t be read: it doesn’t come from Azure, or it’s damaged. Check the proxy and the endpoint in the settings, then try again.',
  'problem.badResponse.large':
    'The response is larger than any response from Azure, so it wasn’t read. Check the proxy and the endpoint in the settings, then try again.',
  'problem.badResponse.endless':
    'The list doesn’t end: it repeats a page, or has too many items. None of it is shown. Check the endpoint in the settings, then try again.',
  'problem.badResponse.nested':
    'The response is nested too deeply, so it wasn’t read. Check the proxy and the endpoint in the settings, then try again.',
  'problem.badResponse.elsewhere':
    'The response points to another server. Your sign-in wasn’t sent there. Check the proxy and the endpoint in the settings, then try again.',
  'problem.bug': 'Something in this extension went wrong. The log has more (Output, Secured AML Compute).',
} as const;
