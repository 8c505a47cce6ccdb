/** What went wrong, each with what to do. */
export const problemsMessages = {
  'problem.cancelled': 'Canceled.',
  'problem.badRequest': 'Azure didn’t understand this request. Choose again, or report this problem.',
  'problem.signedOut': 'You’re signed out. Sign in to continue.',
  'problem.forbidden': 'You don’t have permission to read this resource. Required role: Reader.',
  'problem.notFound': 'The resource no longer exists in Azure. Choose again.',
  'problem.conflict':
    'A resource with this name already exists or is being changed. Nothing was overwritten.',
  'problem.changed': 'The resource changed in Azure in the meantime. Nothing was applied. Check it again.',
  'problem.throttled': 'Azure is throttling requests. Retrying in {s} s.',
  'problem.throttledFor': 'Azure is throttling requests. Try again in {s} s.',
  'problem.timeout': 'Azure didn’t answer in time. Try again.',
  'problem.refused': 'Azure refused the request.',
  'problem.refusedWith': 'Azure refused the request: {message}',
  'problem.failed': 'Azure reported an internal error.',
  'problem.failedWith': 'Azure reported an error: {message}',
  'problem.offline': 'This computer can’t reach Azure. Check the network connection or the proxy.',
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
  'problem.bug':
    'An error occurred in this extension. See the log for details (Output, Secured AML Compute).',
} as const;
