export type NodeState = 'idle' | 'running' | 'preparing' | 'unusable' | 'leaving' | 'preempted';

/** A machine of a cluster. */
export interface ComputeNode {
  readonly nodeId: string;
  readonly privateIpAddress: string | undefined;
  readonly publicIpAddress: string | undefined;
  readonly port: number;
  readonly nodeState: NodeState;
}
