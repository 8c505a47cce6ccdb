/** Azure's own diagnosis next to the results. */
export const diagnosisMessages = {
  'diagnosis.title': 'Azure’s own diagnosis of {name}',
  'diagnosis.about':
    'Azure diagnoses the workspace, its private endpoints, and the subnets that it uses. Nothing is changed.',
  'diagnosis.reading': 'Azure is diagnosing {name}. This can take a few minutes.',
  'diagnosis.readWith': 'Read at {time}, and compared with the checks of {subnet}.',
  'diagnosis.readNoSubnet': 'Read at {time}. To compare it with the checks, choose a subnet.',
  'diagnosis.ready': 'Azure’s diagnosis is complete.',
  'diagnosis.results': 'Results',
  'diagnosis.permission':
    'Required role: Contributor on the workspace, or a role with the action in Azure’s refusal.',
  'diagnosis.contradict': 'Contradictions ({n})',
  'diagnosis.contradict.about': 'Azure and the checks differ. Compare both reasons.',
  'diagnosis.azureOnly': 'Only reported by Azure ({n})',
  'diagnosis.azureOnly.about': 'These results aren’t about this subnet, or the checks can’t confirm them.',
  'diagnosis.oursOnly': 'Only reported by the checks ({n})',
  'diagnosis.oursOnly.about': 'Azure doesn’t diagnose a subnet until a compute resource uses it.',
  'diagnosis.agree': 'Same results ({n})',
  'diagnosis.agree.about': 'Azure and the checks have the same result.',
  'diagnosis.area.routes': 'Routes',
  'diagnosis.area.rules': 'NSG rules',
  'diagnosis.area.locks': 'Locks',
  'diagnosis.area.names': 'DNS',
  'diagnosis.area.storage': 'Storage',
  'diagnosis.area.keyVault': 'Key vault',
  'diagnosis.area.registry': 'Registry',
  'diagnosis.area.monitoring': 'Monitoring',
  'diagnosis.area.other': 'Other',
  'diagnosis.azure': 'Azure ({code}): {message}',
  'diagnosis.azure.nothing': 'Azure: nothing reported',
  'diagnosis.ours': 'Check: {name}. {verdict}',
  'diagnosis.ours.fine': 'Checks: {n} passed',
  'diagnosis.ours.none': 'Checks: nothing to compare',
  'diagnosis.hosts': 'Host names that this workspace calls',
  'diagnosis.hosts.used':
    'Azure returned this list. For this workspace, it replaces Microsoft’s table in checks and requests.',
  'diagnosis.hosts.table': 'Azure didn’t return a list, so Microsoft’s table of host names applies.',
  'diagnosis.hosts.of': '{category}: {hosts}',
  'evidence.effective': 'Effective rules and routes',
  'evidence.about':
    'Azure calculated them for network interface {name} in this subnet. They are compared with the example packet of each flow.',
  'evidence.noInterface':
    'Effective rules need a network interface of a running virtual machine that you manage, and this subnet doesn’t contain one. Azure ML manages those of clusters and instances.',
  'evidence.permission':
    'Required role: Network Contributor on the network, or a role with the action in Azure’s refusal.',
  'evidence.same': '{n} {n:flow has|flows have} the same result in the effective rules and routes.',
  'evidence.none': 'Couldn’t compare any flow that passed.',
  'evidence.agrees': 'Same result',
  'evidence.differs': 'Contradiction',
  'evidence.seen': 'Only in the flow log',
  'evidence.noGroup': 'Effective: without an NSG',
  'evidence.rule': 'Effective: {access} by rule {priority} {name} in {group}',
  'evidence.route': 'Effective: route {prefix} to {hop}',
  'evidence.logs': 'VNet flow logs, last 24 hours',
  'evidence.drops':
    'Connections of this subnet that an NSG denied, according to traffic analytics in Log Analytics.',
  'evidence.noDrops':
    'Log Analytics doesn’t contain denied connections of this subnet. It records only flows that were attempted.',
  'evidence.noLogs':
    'Log Analytics doesn’t contain VNet flow logs of this subnet or network. Logs in a storage account aren’t read.',
  'evidence.logPermission': 'Required role: Log Analytics Reader on that workspace.',
  'evidence.nsgLogs':
    'This NSG uses NSG flow logs, which retire on September 30, 2027. Since June 30, 2025, you can’t create them. Migrate to VNet flow logs.',
  'evidence.drop': '{direction} {protocol} {port}, for example {far} ({n} {n:record|records})',
  'evidence.dropBy': 'Denied by {rule} in {group}, last at {time}',
  'evidence.dropOf': 'The same rule blocks this flow: {name}',
} as const;
