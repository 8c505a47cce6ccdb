/** Names of what only files can have, and the words of its pages. */
export const fileChecksMessages = {
  'finding.compute-before-private-endpoint.name':
    'Compute without public IP is created after the private endpoint',
  'finding.compute-before-private-endpoint.short': 'compute before private endpoint',
  'finding.compute-before-private-endpoint.finds':
    'Azure might create compute with `enableNodePublicIp: false` before the private endpoint of its workspace. One deployment creates both. What a resource waits for is read from `dependsOn`, symbolic names, `reference()`, parents, and module parameters and outputs. The result is unknown where a condition or name without a value decides the order. It’s also unknown where a module isn’t restored, and where the workspace is created elsewhere. A managed virtual network doesn’t need the endpoint.',
  'finding.compute-before-private-endpoint.consequence':
    "Azure refuses the compute: “Provided EnableNodePublicIp 'False' requires workspace private endpoint.” A second deployment succeeds, because the endpoint exists by then.",
  'finding.compute-before-private-endpoint.ask':
    'Add the private endpoint to `dependsOn` of the compute. Where modules create them, add the endpoint’s module to `dependsOn` of the compute’s module; the fix writes either. Where the endpoint’s module already depends on the compute’s, move the compute to a separate module.',
  'finding.compute-before-private-endpoint.blind':
    'Serverless compute isn’t checked. It’s a setting of the workspace, which always exists before its private endpoint. No source states that Azure refuses it. Whether the compute must also wait for the DNS zone group isn’t known. The template of the source waits for both, but Azure’s refusal names only the endpoint. Endpoints that exist in Azure already aren’t read.',

  'finding.compute-outside-network.name': 'Compute uses the subnet declared for it',
  'finding.compute-outside-network.short': 'compute outside the network',
  'finding.compute-outside-network.finds':
    'A compute cluster or compute instance doesn’t specify a subnet, although the same deployment declares one for Azure ML. Such a subnet has an NSG with a service tag of Azure ML or Batch, or an extension comment. It isn’t reported where the workspace has a managed virtual network or isn’t in the files. It isn’t reported either where the compute resource states that it uses no subnet.',
  'finding.compute-outside-network.consequence':
    'The compute resource runs in a Microsoft-managed network. It can’t reach private resources in your network, and your NSG rules and routes don’t apply to it.',
  'finding.compute-outside-network.ask':
    'Set `properties.properties.subnet.id`. The quick fix writes it where the file can refer to the subnet. An existing compute resource can’t move to another network: delete it and create it again. To keep it outside the network, suppress the check.',
  'finding.compute-outside-network.blind':
    'The files don’t show whether the compute resource is outside the network on purpose. They also don’t show what exists in Azure, or which of several subnets it should use.',

  'finding.invalid-network-value.name': 'Valid addresses and prefixes',
  'finding.invalid-network-value.short': 'invalid address or prefix',
  'finding.invalid-network-value.finds':
    'A value isn’t an IP address or prefix, such as an empty string. Checked: `addressPrefix`, `addressPrefixes`, and `dnsServers` of networks and subnets, and `privateIPAddress` of private endpoints. Results that depend on the value are unknown.',
  'finding.invalid-network-value.consequence': 'Azure refuses the resource, so the deployment fails.',
  'finding.invalid-network-value.ask':
    'Write an address or a prefix, such as `10.0.1.0/24`. If the value comes from a parameter, set it in the parameter file.',
  'finding.invalid-network-value.blind': 'Values that are known only at deployment aren’t checked.',

  'finding.invalid-firewall-rule.name': 'Valid rules of Azure Firewall',
  'finding.invalid-firewall-rule.short': 'invalid firewall rule',
  'finding.invalid-firewall-rule.finds':
    'A network or application rule doesn’t have a destination, or has an empty host name. A destination that can’t be an address, a range, or a service tag is reported too. An example is the ID of a tag. Rules of firewalls and of rule collection groups in the files are checked.',
  'finding.invalid-firewall-rule.consequence':
    'Azure refuses the rule collection group, so the firewall stays without rules and blocks all traffic. Or the rule matches nothing, and the firewall drops what it should allow.',
  'finding.invalid-firewall-rule.ask':
    'Write the destination: a service tag’s name such as `BatchNodeManagement.WestEurope`, an address, or a host name. Leave out rules whose list can be empty.',
  'finding.invalid-firewall-rule.blind':
    'Values that are known only at deployment aren’t checked. How Azure Firewall treats an undocumented value isn’t known.',

  'finding.endpoint-in-delegated-subnet.name': 'Private endpoints in subnets without delegation',
  'finding.endpoint-in-delegated-subnet.short': 'private endpoint in a delegated subnet',
  'finding.endpoint-in-delegated-subnet.finds':
    'The files create a private endpoint in a delegated subnet. The subnet is in a checked network, or the endpoint is for a workspace in the files.',
  'finding.endpoint-in-delegated-subnet.consequence':
    'Azure refuses the private endpoint when the delegation exists first, so the deployment fails.',
  'finding.endpoint-in-delegated-subnet.ask': 'Use a subnet without a delegation for private endpoints.',
  'finding.endpoint-in-delegated-subnet.blind':
    'Subnets and delegations that are known only at deployment aren’t checked. Endpoints with a condition that doesn’t have a value aren’t checked either.',

  'finding.misspelt-join-action.name': 'Valid action for joining a subnet',
  'finding.misspelt-join-action.short': 'misspelled action',
  'finding.misspelt-join-action.finds':
    'A custom role definition has `Microsoft.Network/virtualNetworks/subnet/join/action` in `actions` or `notActions`, without the s of `subnets`. Built-in roles aren’t checked.',
  'finding.misspelt-join-action.consequence':
    'The role doesn’t allow joining the subnet, so Azure refuses to create compute in it.',
  'finding.misspelt-join-action.ask':
    'Write `Microsoft.Network/virtualNetworks/subnets/join/action`. The quick fix is available where the file contains the whole text.',
  'finding.misspelt-join-action.blind':
    'Roles that exist in Azure aren’t read: Readiness shows your own under Permissions. Wildcards such as `Microsoft.Network/virtualNetworks/subnet/*` aren’t reported.',

  'finding.policy-denies-resource.name': 'No policy in the files denies the resources',
  'finding.policy-denies-resource.short': 'denied by a policy',
  'finding.policy-denies-resource.finds':
    'A policy assignment in the files denies a compute resource, or its virtual network, subnet, or NSG. Conditions on the type, location, name, tags, and properties are evaluated, with `allOf`, `anyOf`, `not`, and `count`. They’re read from definitions and sets in the files, and from built-in definitions that this extension knows. The result is unknown where a condition, a definition, or a value can’t be evaluated.',
  'finding.policy-denies-resource.consequence':
    'Azure Policy refuses the resource, so the deployment fails. An assignment takes effect some minutes after its creation: a first deployment may still succeed.',
  'finding.policy-denies-resource.ask':
    'Change the resource so that the policy allows it, or exclude its scope from the assignment (`notScopes`, or an exemption).',
  'finding.policy-denies-resource.blind':
    'Assignments that are only in Azure aren’t read. Policies that change the resource before it’s created (`modify`, `append`) aren’t evaluated.',

  'finding.subnet-not-in-files.name': 'The files contain the subnet of the compute',
  'finding.subnet-not-in-files.short': 'subnet not in the files',
  'finding.subnet-not-in-files.finds':
    'No file of the deployment declares the subnet of a compute cluster, a compute instance, or serverless compute. Its ID is a parameter without a value, or it belongs to an existing network.',
  'finding.subnet-not-in-files.consequence':
    'The network of that subnet isn’t checked, so the result is unknown. In the terminal, the run exits with 1.',
  'finding.subnet-not-in-files.ask':
    'Pass the file that declares the subnet, or the output of `az network vnet show`, to the same command. Set a parameter’s value with `--params`. In the editor, put both into one deployment, or select *Read existing resources from Azure*.',
  'finding.subnet-not-in-files.blind':
    'Networks in files that the command doesn’t name one by one aren’t counted, even in the same folder. They might belong to another deployment.',
} as const;
