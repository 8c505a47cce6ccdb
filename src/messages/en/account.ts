/** Signing in: what went wrong and what to do, the Account view and its commands. */
export const accountMessages = {
  'account.sovereign.title': 'Allow VS Code to sign in to this cloud?',
  'account.sovereign.detail':
    'VS Code signs in to one cloud in addition to the public cloud. Its setting “microsoft-sovereign-cloud.environment” changes to {value}.',
  'account.sovereign.button': 'Change setting and sign in',

  'account.signInHost.title': 'Sign in at {host}?',
  'account.signInHost.detail':
    'The custom endpoint {endpoint} signs in at {host}, which isn’t a Microsoft sign-in host. Your credentials, such as a password or a client secret, are sent there. Allow {host} only if you trust it.',
  'account.signInHost.button': 'Allow {host}',

  'signIn.expired': 'Your sign-in expired at {time}.',
  'signIn.claims':
    'Azure requires you to sign in again, for example with another factor or because of a policy of your tenant.',
  'signIn.tenant': '{tenant} requires a separate sign-in.',
  'signIn.cliMissing': 'Azure CLI (az) isn’t installed on this computer.',
  'signIn.cliSignedOut': 'Azure CLI returned no token. Run “az login” in a terminal, and then try again.',
  'signIn.noCredential':
    'No credential was found: no environment variables, workload identity, managed identity, or signed-in tool.',
  'signIn.refused': 'The sign-in service rejected the credential ({code}).',
  'signIn.endpoint': 'The custom cloud’s address isn’t an https address that names a sign-in host.',
  'signIn.audience':
    'The custom endpoint requires a token for {audience}. No token was requested, because an ID like this can belong to another service, such as Microsoft Graph. Set amlSecureCompute.account.endpoint to an endpoint whose /metadata/endpoints names an https audience on its own host, or choose another cloud.',
  'signIn.host':
    'The custom endpoint signs in at {host}, which you haven’t allowed. Sign in again to allow it, or choose another cloud.',

  'signIn.planKept': '{why} Your plan is kept.',

  'action.signInTo': 'Sign in to {tenant}…',
  'action.chooseAccount': 'Choose account…',
  'action.chooseCloud': 'Choose cloud…',
  'action.chooseOrganization': 'Choose tenant…',
  'action.chooseSubscriptions': 'Choose subscriptions…',
  'action.change': 'Change',

  'where.filtered': '{n} of {all} subscriptions shown.',
  'where.allHidden': 'Your subscription filter hides all {n} subscriptions.',
  'where.oneMore': '{tenant} requires a separate sign-in. Its subscriptions aren’t shown.',
  'where.severalMore': '{n} tenants require a separate sign-in. Their subscriptions aren’t shown.',

  'board.tagsUndated': 'list without a date, which might be older than 60 days',
  'board.tagsOld': '{date}, more than 60 days old: prefixes may have changed',
  'account.tagsUnreadable':
    'Couldn’t read service tags from {file} (setting amlSecureCompute.serviceTags.file). The shipped list is used. Name a file of `az network list-service-tags` or Microsoft’s download.',
  'board.tagsOf': '{date} (shipped list: Azure’s list is empty or incomplete)',
  'problem.untrusted':
    'This computer doesn’t trust the certificate that it received for Azure. Add the certificate of your company’s proxy to the system.',

  'account.account': 'Account',
  'account.organization': 'Tenant',
  'account.cloud': 'Cloud',
  'account.subscriptions': 'Subscriptions',
  'account.source': 'Signs in with',
  'account.row': '{label}: {value}',
  'account.signedOut': 'Signed out',
  'account.notReadable': 'Couldn’t be read',
  'account.organizations': '{n} {n:tenant|tenants}',
  'account.organizationsAsking': '{n} tenants, {m} {m:requires|require} a separate sign-in',
  'account.only': 'Only one',
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
  'account.source.azureCli.line': 'The account that “az login” signed in on this computer',
  'account.source.default': 'DefaultAzureCredential',
  'account.source.default.line': 'Environment variables, workload or managed identity, then developer tools',
  'account.source.sample': 'Sample subscription',
  'account.source.sample.line': 'No account needed: nothing leaves this computer, and nothing is billed',
  'account.another': 'Another Microsoft account…',
  'account.known.line': 'Microsoft account in VS Code',
  'account.now': 'current',

  'account.choose.title': 'Choose account',
  'account.choose.place': 'The account that reads and changes Azure',
  'account.chooseCloud.title': 'Choose cloud',
  'account.chooseCloud.place': 'The cloud whose Azure Resource Manager is used',
  'account.endpoint.title': 'Azure Resource Manager of the custom cloud',
  'account.endpoint.prompt':
    'Enter its https address. It names its sign-in host, which you confirm if it isn’t one of Microsoft’s.',
  'account.endpoint.invalid': 'Enter an https address: tokens are sent there.',
  'account.chooseSubscriptions.title': 'Choose subscriptions',
  'account.chooseSubscriptions.place': 'Subscriptions to show on the page and in the side bar',
  'account.chooseOrganization.title': 'Choose tenant',
  'account.chooseOrganization.place':
    'If a tenant requires a separate sign-in, it starts when you select the tenant',
  'account.organization.read': 'Its subscriptions are shown',
  'account.organization.asks': 'Requires a separate sign-in',
  'account.organization.refused': 'Couldn’t be read: {why}',
  'account.onlyOne': 'Your account is in one tenant only.',
  'account.failed': 'Nothing was changed: {why}',
} as const;
