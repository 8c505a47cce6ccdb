/**
 * Regions that two head regions of HDInsight also manage. North Central US and Australia East are in both lists of the
 * page, so the longer one counts (network security group service tags for HDInsight, 2020-03-10).
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

/** Regions that manage each other. */
const pairs = [
  ['chinanorth', 'chinaeast'],
  ['usgoviowa', 'usgovvirginia'],
];

/** Returns the regions whose management addresses reach a cluster of `region` (lowercase, no spaces), its own first. */
export function hdInsightRegions(region: string): readonly string[] {
  const others = fromHeadRegions.has(region)
    ? headRegions
    : (pairs.find((pair) => pair.includes(region)) ?? []);
  return [...new Set([region, ...others])];
}
