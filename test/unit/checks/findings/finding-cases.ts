import type { FindingCheckId } from '../../../../src/checks/findings/finding-catalog';
import type { NetworkSpec, PlanSpec } from '../model-builder';

export interface FindingCase {
  readonly network: NetworkSpec;
  readonly plan?: PlanSpec;
  /** The finding's text in English. Undefined if the check doesn't report. */
  readonly states?: string;
  /** `effect: step, step` of its fix, or none. */
  readonly fix?: string;
}

export interface FindingPair {
  readonly reports: readonly FindingCase[];
  readonly quiet: readonly FindingCase[];
}

const states = (rules: readonly string[], text: string, fix = 'none'): FindingCase => ({
  network: { rules },
  states: text,
  fix,
});
const quiet = (...rules: string[]): FindingCase => ({ network: { rules } });

/** For every check: cases that report, with their fix, and cases that don't. */
export const findingCases: Readonly<Record<FindingCheckId, FindingPair>> = {
  'priority-out-of-range': {
    reports: [
      states(
        ['out 99 Allow Tcp *>Storage 443 Early'],
        'error Rule Early has priority 99. Azure accepts 100 to 4096.',
      ),
      states(['out 4097 Deny * *>* * Late'], 'error Rule Late has priority 4097. Azure accepts 100 to 4096.'),
    ],
    quiet: [quiet('out 100 Allow Tcp *>Storage 443 A', 'out 4096 Deny * *>* * B')],
  },
  'duplicate-priority': {
    reports: [
      states(
        ['out 100 Allow Tcp *>Storage 443 A', 'out 100 Deny Tcp *>Sql 1433 B'],
        'error Rules A and B have the same priority (100) in the same direction.',
      ),
    ],
    quiet: [quiet('out 100 Allow Tcp *>Storage 443 A', 'in 100 Deny Tcp Sql>* 1433 B')],
  },
  'tag-in-address-list': {
    reports: [
      states(
        ['out 100 Allow Tcp *>Sql,20.1.2.3 1433 A'],
        'error Rule 100 A lists Sql with other destinations. Azure accepts a service tag only alone.',
      ),
      states(
        ['in 100 Deny Tcp 20.1.2.3,*>* 22 A'],
        'error Rule 100 A lists * with other sources. Azure accepts a service tag only alone.',
        'none: remove A, insert A 100 Deny *>*',
      ),
    ],
    quiet: [
      quiet('out 100 Allow Tcp *>Sql 1433 A', 'out 110 Allow Tcp *>20.1.2.3,20.1.2.4,10.0.0.0/8 1433 B'),
    ],
  },
  // Azure's responses: azure-powershell 9253 and 4557, terraform-provider-azurerm 12534, the security groups overview.
  'invalid-rule-value': {
    reports: [
      states(
        ['out 100 Allow Tcp *>Sql 443-80 A'],
        'error Rule 100 A has ports 443-80. Azure accepts *, or a number or range from 0 to 65535; several need a list.',
      ),
      states(
        ['out 100 Allow Tcp *>Sql 70000 A'],
        'error Rule 100 A has ports 70000. Azure accepts *, or a number or range from 0 to 65535; several need a list.',
      ),
      states(
        ['out 100 Allow Tcp *>10.0.0.0/33 443 A'],
        'error Rule 100 A has the value 10.0.0.0/33. Azure accepts an address, a prefix, a service tag, or *.',
      ),
      states(
        ['in 100 Allow Tcp Any>* 443 A'],
        'error Rule 100 A has the value Any. Azure accepts an address, a prefix, a service tag, or *.',
      ),
      states(
        ['out 100 Allow Tcp 10.0.0.0/24,fd00::/64>20.1.2.3 443 A'],
        'error Rule 100 A has fd00::/64 together with IPv4 addresses. Azure accepts one address family per rule.',
      ),
      states(
        ['out 100 Allow Tcp *>50.206.209.68/27 443 A'],
        'warning Rule 100 A has the prefix 50.206.209.68/27 with host bits set. Azure accepts only the first address of a prefix.',
      ),
      states(
        ['out 100 Allow Tcp *>Sql 443 Allow-Sql-'],
        'error Azure doesn’t accept the name of rule 100 Allow-Sql-. Use up to 80 letters, digits, _, ., and -, with a letter, digit, or _ first and last.',
      ),
      // "A unique name within the network security group" (security groups, 2025-07-15).
      states(
        ['out 100 Allow Tcp *>Sql 1433 Allow-Sql', 'out 110 Allow Tcp *>Storage 443 allow-sql'],
        'error Rule 110 allow-sql has the same name as an earlier rule. Azure requires unique names in an NSG.',
      ),
    ],
    quiet: [
      quiet(
        'out 100 Allow Tcp *>50.206.209.64/27,20.1.2.3 443,8704-8710 A',
        'out 110 Allow Tcp *>fd00::/64 * B',
        'out 120 Allow Tcp *>Sql 443 ‹prefix›-sql-‹end›',
        'out 130 Allow Tcp *>Storage 443 ‹prefix›-sql-‹end›',
        `in 100 Allow Tcp Internet>0.0.0.0/0 0-65535 ${'x'.repeat(79)}_`,
      ),
    ],
  },
  'misspelled-service-tag': {
    reports: [
      states(
        ['out 100 Allow Tcp *>AzureMachineLeaning 443 A'],
        'warning Rule 100 A uses AzureMachineLeaning, which isn’t in the service tag list of 9 Nov 2025. The closest tag is AzureMachineLearning.',
        'opens: remove A, insert A 100 Allow *>AzureMachineLearning',
      ),
      // Spelled like this on Microsoft's own pages.
      states(
        ['out 100 Allow Tcp *>Frontdoor.FirstParty 443 A'],
        'warning Rule 100 A uses Frontdoor.FirstParty, which isn’t in the service tag list of 9 Nov 2025. The closest tag is AzureFrontDoor.FirstParty.',
        'opens: remove A, insert A 100 Allow *>AzureFrontDoor.FirstParty',
      ),
      states(
        ['out 100 Allow Tcp *>Keyvault.WestEurope 443 A'],
        'warning Rule 100 A uses Keyvault.WestEurope, which isn’t in the service tag list of 9 Nov 2025. The closest tag is AzureKeyVault.WestEurope.',
        'opens: remove A, insert A 100 Allow *>AzureKeyVault.WestEurope',
      ),
      states(
        ['in 100 Allow Tcp HDInsight.uswest>* 443 A'],
        'warning Rule 100 A uses HDInsight.uswest, which isn’t in the service tag list of 9 Nov 2025. The closest tag is HDInsight.WestUS.',
        'opens: remove A, insert A 100 Allow HDInsight.WestUS>*',
      ),
      states(
        ['out 100 Allow Tcp *>Contoso 443 A'],
        'warning Rule 100 A uses Contoso, which isn’t in the service tag list of 9 Nov 2025. No tag has a similar name.',
      ),
      {
        network: { routes: ['AzureMachinLearning internet'] },
        states:
          'warning Route route-1 uses AzureMachinLearning, which isn’t in the service tag list of 9 Nov 2025. The closest tag is AzureMachineLearning.',
        fix: 'opens: remove route-1, insert route-1 AzureMachineLearning Internet',
      },
      {
        network: { routes: ['Storge.WestEurope none'] },
        states:
          'warning Route route-1 uses Storge.WestEurope, which isn’t in the service tag list of 9 Nov 2025. The closest tag is Storage.WestEurope.',
        fix: 'none',
      },
      {
        network: { routes: ['AzureMachinLearning internet', 'AzureMachineLearning internet'] },
        states:
          'warning Route route-1 uses AzureMachinLearning, which isn’t in the service tag list of 9 Nov 2025. The closest tag is AzureMachineLearning.',
        fix: 'none',
      },
      {
        network: { routes: ['Contoso internet'] },
        states:
          'warning Route route-1 uses Contoso, which isn’t in the service tag list of 9 Nov 2025. No tag has a similar name.',
        fix: 'none',
      },
    ],
    quiet: [
      quiet(
        'out 100 Allow Tcp *>AZUREMACHINELEARNING 443 A',
        'out 110 Allow Tcp *>azurefrontdoor.FrontEnd 443 B',
        'out 120 Allow Tcp *>VirtualNetwork 443 C',
        'in 130 Allow Tcp AzureLoadBalancer>* 44224 D',
        'out 140 Deny Tcp Any>AzurePlatformDNS 53 E',
      ),
      { network: { routes: ['AzureMachineLearning internet', '10.0.0.0/8 none'] } },
    ],
  },
  // "Next hop values are only allowed in routes where the next hop type is VirtualAppliance" (routes, REST reference).
  'invalid-route-value': {
    reports: [
      {
        network: { routes: ['10.0.0.300/24 none'] },
        states:
          'error Route route-1 has the destination 10.0.0.300/24. Azure accepts a prefix or a service tag.',
        fix: 'none',
      },
      {
        network: { routes: ['* internet'] },
        states: 'error Route route-1 has the destination *. Azure accepts a prefix or a service tag.',
        fix: 'none',
      },
      {
        network: { routes: ['20.1.0.0/8 internet'] },
        states:
          'warning Route route-1 has the prefix 20.1.0.0/8 with host bits set. Azure accepts only the first address of a prefix.',
        fix: 'none',
      },
      {
        network: { routes: ['20.0.0.0/8 internet 10.0.9.4'] },
        states:
          'error Route route-1 has the next hop address 10.0.9.4. Azure accepts one only with the next hop type VirtualAppliance.',
        fix: 'none',
      },
      {
        network: { routes: ['20.0.0.0/8 appliance 10.0.9.0/24'] },
        states: 'error Route route-1 has the next hop address 10.0.9.0/24. Azure accepts one IP address.',
        fix: 'none',
      },
      {
        network: { routes: ['20.0.0.0/8 appliance 10.0.9.4 Out', '21.0.0.0/8 appliance 10.0.9.4 out'] },
        states:
          'error Route out has the same name as an earlier route. Azure requires unique names in a route table.',
        fix: 'none',
      },
    ],
    quiet: [
      {
        network: {
          routes: [
            '0.0.0.0/0 appliance 10.0.9.4',
            'fd00::/64 internet',
            'Storage.WestEurope internet',
            '20.0.0.0/8 none',
          ],
        },
      },
    ],
  },
  'duplicate-route': {
    reports: [
      {
        network: { routes: ['20.0.0.0/8 internet', '20.1.0.0/8 internet'] },
        states:
          'error Routes route-1 and route-2 have the same destination (20.1.0.0/8). A route table can have only one of them.',
        fix: 'none',
      },
      {
        network: { routes: ['Storage internet', 'storage internet'] },
        states:
          'error Routes route-1 and route-2 have the same destination (storage). A route table can have only one of them.',
        fix: 'none: remove route-2',
      },
    ],
    quiet: [{ network: { routes: ['20.0.0.0/8 internet', '20.0.0.0/9 internet', 'Storage internet'] } }],
  },
  'contradicted-security-rule': {
    reports: [
      states(
        ['out 100 Deny * *>Internet * Deny-Net', 'out 200 Allow Tcp *>AzureMachineLearning 443 A'],
        'warning Rule 200 A never allows anything: rule 100 Deny-Net before it already decides all its traffic.',
        'none: remove A',
      ),
      states(
        [
          'out 100 Allow Tcp *>20.86.88.160/28 * A',
          'out 110 Deny Tcp *>20.86.88.176/28 * B',
          'out 200 Deny Tcp *>20.86.88.160/27 443 C',
        ],
        'warning Rule 200 C never denies anything: 2 rules before it, starting with 100 A, already decide all its traffic.',
        'none: remove C',
      ),
    ],
    quiet: [
      quiet('out 100 Allow Tcp *>AzureMachineLearning 443 A', 'out 200 Deny * *>Internet * Deny-Net'),
      quiet('out 100 Allow Tcp *>AzureMachineLearning 443 A', 'out 200 Deny Tcp *>AzureMachineLearning * B'),
    ],
  },
  'shadowed-security-rule': {
    reports: [
      states(
        ['out 100 Allow * *>Internet 443 A', 'out 200 Allow Tcp *>Sql.WestEurope 443 B'],
        'info Rule 200 B doesn’t change anything: rule 100 A before it already decides the same traffic in the same way.',
        'none: remove B',
      ),
      states(
        ['out 100 Allow Tcp *>Storage.WestEurope 443 A', 'out 200 Allow Tcp *>Storage.WestEurope 443 B'],
        'info Rule 200 B doesn’t change anything: rule 100 A before it already decides the same traffic in the same way.',
        'none: remove B',
      ),
    ],
    quiet: [
      quiet('out 100 Allow Tcp *>Storage.WestEurope 443 B', 'out 200 Allow * *>Internet 443 A'),
      // Azure ML needs the later rules: the broad one is the one to narrow.
      quiet('out 100 Allow * *>Internet 443 A', 'out 200 Allow Tcp *>Storage.WestEurope 443 B'),
      quiet('out 100 Allow * *>* * A', 'out 200 Allow Udp *>AzureMachineLearning 5831 B'),
      quiet('out 100 Allow Tcp *>AzureCloud 443 A', 'out 200 Allow Tcp *>MicrosoftContainerRegistry 443 B'),
      quiet('in 100 Allow Tcp *>* * A', 'in 200 Allow Tcp AzureMachineLearning>* 44224 B'),
    ],
  },
  'auto-nsg-do-not-edit': {
    reports: [
      {
        network: { serviceRules: ['in 150 Deny Tcp *>* 44000-44999 Mine', 'in 160 Deny Tcp *>* 22 Theirs'] },
        states: 'warning Rule 150 Mine denies traffic in an NSG that Azure ML created and manages.',
        fix: 'none',
      },
      {
        network: { serviceRules: ['out 4096 Deny * *>Internet * Mine'] },
        states: 'warning Rule 4096 Mine denies traffic in an NSG that Azure ML created and manages.',
        fix: 'none',
      },
    ],
    quiet: [
      {
        network: {
          serviceRules: ['in 100 Allow Tcp AzureMachineLearning>* 44224 A', 'in 110 Deny Tcp *>* 22 B'],
        },
      },
      quiet('out 4096 Deny * *>Internet * Mine'),
    ],
  },
  'wrong-region-tag': {
    reports: [
      states(
        ['out 100 Allow Tcp *>Storage.NorthEurope 443 A', 'out 4096 Deny * *>* * Z'],
        'warning Rule 100 A allows Storage.NorthEurope, but the network and workspace are in westeurope. No other rule covers that region.',
        'closes: remove A, insert A 100 Allow *>Storage.WestEurope',
      ),
      states(
        ['out 100 Allow Tcp *>Storage.NorthEurope 443 A', 'out 110 Allow Tcp *>Storage.WestEurope 443 B'],
        'info Rule 100 A allows Storage.NorthEurope. Other rules already cover westeurope, where the network and workspace are.',
      ),
      // A region of another cloud, which the list doesn’t have.
      states(
        ['out 100 Allow Tcp *>Storage.USGovVirginia 443 A', 'out 4096 Deny * *>* * Z'],
        'warning Rule 100 A allows Storage.USGovVirginia, but the network and workspace are in westeurope. No other rule covers that region.',
        'opens: remove A, insert A 100 Allow *>Storage.WestEurope',
      ),
    ],
    quiet: [
      quiet('out 100 Allow Tcp *>Storage.WestEurope 443 A', 'out 110 Allow Tcp *>Storage 445 B'),
      // The workspace is in that region.
      {
        network: { rules: ['out 100 Allow Tcp *>Storage.NorthEurope 443 A'] },
        plan: { workspaceRegion: 'northeurope' },
      },
      // Not required by region.
      quiet('in 100 Allow Tcp HDInsight.WestUS>* 443 A', 'out 100 Deny Tcp *>Storage.NorthEurope 443 B'),
    ],
  },
  'retired-batch-opening': {
    reports: [
      states(
        ['in 100 Allow Tcp BatchNodeManagement.WestEurope>* 29876-29877 Batch'],
        'info Rule 100 Batch allows inbound traffic from Azure Batch, which compute no longer needs since 31 Mar 2026.',
        'closes: remove Batch',
      ),
      states(
        ['in 100 Allow Tcp Internet>* 29877 Batch', 'in 110 Allow Tcp 0.0.0.0/0>* * Rest'],
        'info Rule 100 Batch allows inbound traffic from Azure Batch, which compute no longer needs since 31 Mar 2026.',
        'none: remove Batch',
      ),
    ],
    quiet: [
      quiet('in 100 Deny Tcp BatchNodeManagement>* 29876-29877 A', 'in 110 Allow Tcp Internet>* * B'),
      {
        network: { rules: ['in 100 Allow Tcp BatchNodeManagement>* 29876-29877 A'] },
        plan: { profile: '2020-12' },
      },
    ],
  },
  'inbound-npip-preview-internal': {
    reports: [
      states(
        ['in 100 Allow Tcp VirtualNetwork>VirtualNetwork 29876-29877 A'],
        'info Rule 100 A allows inbound traffic that only the no-public-IP preview of 2022 needed, until 20 Jan 2023.',
        'none: remove A',
      ),
      states(
        [
          'in 100 Allow Tcp VirtualNetwork>VirtualNetwork 29876-29877 A',
          'in 4096 Deny Tcp *>* 20000-40000 Z',
        ],
        'info Rule 100 A allows inbound traffic that only the no-public-IP preview of 2022 needed, until 20 Jan 2023.',
        'closes: remove A',
      ),
      // It allows all traffic between nodes here: without it nothing would be allowed between them.
      states(
        ['in 100 Allow Tcp VirtualNetwork>VirtualNetwork 29876-29877 A', 'in 4096 Deny * *>* * Z'],
        'info Rule 100 A allows inbound traffic that only the no-public-IP preview of 2022 needed, until 20 Jan 2023.',
      ),
    ],
    quiet: [
      quiet(
        'in 100 Allow Tcp AzureLoadBalancer>* 44224 A',
        'in 110 Allow Tcp VirtualNetwork>* 29870-29880 B',
      ),
    ],
  },
  'wide-security-rule': {
    reports: [
      states(
        ['in 100 Allow Tcp *>* 44224 A'],
        'info Rule 100 A allows inbound traffic from the whole internet. Azure ML doesn’t require this on any port.',
      ),
      states(
        ['out 100 Allow * *>Internet * A'],
        'info Rule 100 A allows outbound traffic to the whole internet on more than ports 80 and 443. Azure ML doesn’t require this.',
      ),
      states(
        ['out 100 Allow Tcp *>AzureCloud 443 A'],
        'info Rule 100 A allows outbound traffic to AzureCloud, which includes the machines of all Azure customers.',
      ),
      states(
        ['out 100 Allow * *>AzureResourceManager * A'],
        'info Rule 100 A allows more ports of AzureResourceManager than the required 443.',
      ),
      states(
        ['out 100 Allow Tcp *>Storage.WestEurope 443-445 A'],
        'info Rule 100 A allows more ports of Storage.WestEurope than the required 443, 445.',
      ),
      states(
        ['out 100 Allow * *>Internet 443 A', 'out 200 Allow Tcp *>Storage.WestEurope 443 B'],
        'info Rule 100 A already allows the traffic that B allows for Azure ML. If you don’t need its other traffic, narrow it.',
      ),
      states(
        // A allows a part of B, and C all of it.
        [
          'out 100 Allow Tcp *>Internet 443 A',
          'out 110 Allow * *>Internet * C',
          'out 200 Allow Tcp *>AzureMachineLearning 443,18881 B',
        ],
        'info Rule 110 C allows outbound traffic to the whole internet on more than ports 80 and 443. Azure ML doesn’t require this.',
      ),
    ],
    quiet: [
      quiet(
        'out 128 Allow Tcp *>Internet 80,443 A',
        'out 110 Allow * *>BatchNodeManagement.WestEurope 443 B',
        'out 120 Allow Tcp *>AzureFrontDoor.FirstParty 443 C',
        'out 130 Deny * *>Internet * D',
        'in 100 Allow Tcp AzureMachineLearning>* 44224 E',
        'in 110 Allow * VirtualNetwork>* * F',
        'out 140 Allow Tcp *>Sql 1433 G',
      ),
      // The article's list doesn't name ports.
      {
        network: {
          rules: [
            'out 100 Allow * *>AzureActiveDirectory * A',
            'out 110 Allow * *>AzureMachineLearning * B',
            'out 120 Allow * *>Storage.WestEurope * C',
          ],
        },
        plan: { profile: '2020-12' },
      },
    ],
  },
};
