/**
 * Regions that HDInsight also looks after from its two head regions; North Central US and Australia East stand in both
 * lists of the page, so the longer one counts (network security group service tags for HDInsight, 2020-03-10).
 */
const fromHeadRegions: ReadonlySet<string> = new Set([
  'eastus2',
  'centralus',
  'northcentralus',
  'southcentralus',
  'eastus',
  'westus',
  'japaneast',
  'northeurope',
  'westeurope',
  'eastasia',
  'southeastasia',
  'australiaeast',
]);

const headRegions = ['westus', 'eastus'];

/** Regions that look after each other. */
const pairs = [
  ['chinanorth', 'chinaeast'],
  ['usgoviowa', 'usgovvirginia'],
];

/** The regions whose management addresses reach a cluster of `region` (lower case, no blanks), its own first. */
export function hdInsightRegions(region: string): readonly string[] {
  const others = fromHeadRegions.has(region)
    ? headRegions
    : (pairs.find((pair) => pair.includes(region)) ?? []);
  return [...new Set([region, ...others])];
}
