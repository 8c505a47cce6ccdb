/** Signing in: what went wrong and what to do, the Account view and its commands. */
export const account = {
  'account.sovereign.title': 'Let VS Code sign in to this cloud?',
  'account.sovereign.detail':
    'VS Code signs in to one cloud beside the public one. Its setting “microsoft-sovereign-cloud.environment” becomes {value}.',
  'account.sovereign.button': 'Set and sign in',

  'account.signInHost.title': 'Sign in at {host}?',
  'account.signInHost.detail':
    'The custom endpoint {endpoint} signs in at {host}, which isn’t one of Microsoft’s sign-in hosts. Your credentials are sent there, such as a password or the client secret of this computer’s environment. Allow it only if you trust {host}.',
  'account.signInHost.button': 'Allow {host}',

  'signIn.expired': 'Your sign-in ended at {time}.',
  'signIn.claims': 'Azure asks you to sign in once more (another factor, or a policy of your organisation).',
  'signIn.tenant': '{tenant} asks for a sign-in of its own.',
  'signIn.cliMissing': 'The Azure CLI (az) was not found on this computer.',
  'signIn.cliSignedOut': 'The Azure CLI gave no token. Run “az login” in a terminal, then try again.',
  'signIn.noCredential':
    'Nothing to sign in with was found: no environment variables, no workload or managed identity, no tool that is signed in.',
  'signIn.refused': 'The sign-in service refused what was presented ({code}).',
  'signIn.endpoint': 'The custom cloud’s address is no https address that says where one signs in.',
  'signIn.host':
    'The custom endpoint signs in at {host}, which you haven’t allowed. Sign in again to allow it, or choose another cloud.',

  'signIn.planKept': '{why} Your plan is kept.',

  'action.signInTo': 'Sign in to {tenant}…',
  'action.chooseAccount': 'Choose account…',
  'action.chooseCloud': 'Choose cloud…',
  'action.chooseOrganisation': 'Choose organisation…',
  'action.chooseSubscriptions': 'Choose subscriptions…',
  'action.change': 'Change',

  'where.filtered': '{n} of {all} subscriptions shown.',
  'where.allHidden': 'Your choice of subscriptions hides all {n}.',
  'where.oneMore': '{tenant} asks for a sign-in of its own; its subscriptions are not shown.',
  'where.severalMore': '{n} organisations ask for a sign-in of their own; their subscriptions are not shown.',

  'board.tagsOf': '{date} (shipped: Azure’s own list is empty or lacks tags)',
  'problem.untrusted':
    'This computer does not trust the certificate that it was shown for Azure. Add the certificate of your organisation’s proxy to the system.',

  'account.account': 'Account',
  'account.organisation': 'Organisation',
  'account.cloud': 'Cloud',
  'account.subscriptions': 'Subscriptions',
  'account.source': 'Signs in with',
  'account.row': '{label}: {value}',
  'account.signedOut': 'Signed out',
  'account.notReadable': 'Not readable',
  'account.organisations': '{n} {n:organisation|organisations}',
  'account.organisationsAsking': '{n} organisations, {m} {m:asks|ask} for a sign-in',
  'account.only': 'The only one',
  'account.all': 'All {n}',
  'account.some': '{n} of {all}',
  'account.none': 'None visible',

  'account.cloud.public': 'Azure (public)',
  'account.cloud.usgov': 'Azure US Government',
  'account.cloud.china': 'Azure China (21Vianet)',
  'account.cloud.custom': 'Custom endpoint',
  'account.cloud.customAt': 'Custom: {host}',
  'account.cloud.sample': 'Sample, on this computer',

  'account.source.microsoft': 'VS Code’s Microsoft account',
  'account.source.azureCli': 'Azure CLI',
  'account.source.azureCli.line': 'Whoever “az login” signed in on this computer',
  'account.source.default': 'DefaultAzureCredential',
  'account.source.default.line': 'Environment, workload or managed identity, then the tools for developers',
  'account.source.sample': 'Sample subscription',
  'account.source.sample.line': 'No account: nothing leaves this computer and nothing is billed',
  'account.another': 'Another Microsoft account…',
  'account.known.line': 'Microsoft account that VS Code knows',
  'account.now': 'now',

  'account.choose.title': 'Choose account',
  'account.choose.place': 'Who reads and changes Azure',
  'account.chooseCloud.title': 'Choose cloud',
  'account.chooseCloud.place': 'Whose resource manager is asked',
  'account.endpoint.title': 'Resource manager of the custom cloud',
  'account.endpoint.prompt':
    'Its https address. It names its sign-in host, which you allow if it isn’t one of Microsoft’s.',
  'account.endpoint.invalid': 'An https address is needed: tokens are sent there.',
  'account.chooseSubscriptions.title': 'Choose subscriptions',
  'account.chooseSubscriptions.place': 'Shown in the page and the trees; all of them where all are ticked',
  'account.chooseOrganisation.title': 'Choose organisation',
  'account.chooseOrganisation.place':
    'Those that ask for a sign-in of their own are signed in to when chosen',
  'account.organisation.read': 'Its subscriptions are read',
  'account.organisation.asks': 'Asks for a sign-in of its own',
  'account.organisation.refused': 'Could not be read: {why}',
  'account.onlyOne': 'Your account is in one organisation.',
  'account.failed': 'Nothing was changed: {why}',
} as const;
