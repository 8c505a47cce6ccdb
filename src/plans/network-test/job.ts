import type { ResourceId } from '../../core/network/model';
import type { NetworkTestTarget } from './targets';

/** Minutes after which Azure ends the job (`limits.timeout`). */
export const testMinutes = 10;

/** A small environment, maintained by Microsoft, with `mlflow`, which the job uses to record its results. */
const environment = 'azureml://registries/azureml/environments/sklearn-1.5/labels/latest';

/** Prefix of the job's tags, followed by the number of the target. */
const tagPrefix = 'network-test.';

/**
 * The program on the node. It resolves each name and opens a connection without sending data, and records the results
 * in tags of its own job.
 * It's in single quotes of a shell, so it doesn't contain any.
 */
const program = `
import json, os, socket
from concurrent.futures import ThreadPoolExecutor
import mlflow

def look(target):
    try:
        found = socket.getaddrinfo(target["host"], target["port"], socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        return "unresolved"
    address = found[0][4][0]
    try:
        socket.create_connection((address, target["port"]), 15).close()
    except ConnectionRefusedError:
        return "refused " + address
    except socket.timeout:
        return "timeout " + address
    except OSError:
        return "unreachable " + address
    return "connected " + address

targets = json.loads(os.environ["NETWORK_TEST_TARGETS"])
with ThreadPoolExecutor(16) as pool:
    answers = list(pool.map(look, targets))
mlflow.set_tags({"${tagPrefix}" + str(at): answer for at, answer in enumerate(answers)})
print(json.dumps(list(zip([one["host"] for one in targets], answers)), indent=1))
`.trim();

/** Body of `PUT …/workspaces/{workspace}/jobs/{name}` (API version 2024-04-01). It doesn't contain a secret. */
export interface NetworkTestBody {
  readonly properties: {
    readonly jobType: 'Command';
    readonly displayName: string;
    readonly experimentName: string;
    readonly computeId: ResourceId;
    readonly environmentId: string;
    readonly command: string;
    readonly environmentVariables: Readonly<Record<string, string>>;
    readonly resources: { readonly instanceCount: 1 };
    readonly limits: { readonly jobLimitsType: 'Command'; readonly timeout: string };
  };
}

/** Returns a job for one node of the compute resource. */
export function networkTestBody(
  computeId: ResourceId,
  targets: readonly Pick<NetworkTestTarget, 'host' | 'port'>[],
): NetworkTestBody {
  return {
    properties: {
      jobType: 'Command',
      displayName: 'Network test',
      experimentName: 'network-test',
      computeId,
      environmentId: environment,
      command: `python -c '${program}'`,
      environmentVariables: {
        NETWORK_TEST_TARGETS: JSON.stringify(targets.map(({ host, port }) => ({ host, port }))),
      },
      resources: { instanceCount: 1 },
      limits: { jobLimitsType: 'Command', timeout: `PT${testMinutes}M` },
    },
  };
}

/** Returns a unique job name: its start time, in characters that Azure accepts. */
export function networkTestName(compute: string, startedAt: string): string {
  return `network-test-${compute}-${startedAt.replace(/\D/g, '')}`.toLowerCase();
}

/** The node's result for a target. */
export interface NetworkTestAnswer {
  /** `elsewhere`: the name resolved to an address that isn't the private endpoint's. */
  readonly is: 'connected' | 'elsewhere' | 'timeout' | 'refused' | 'unreachable' | 'unresolved' | 'missing';
  readonly address: string | null;
}

const answers: readonly unknown[] = ['connected', 'timeout', 'refused', 'unreachable', 'unresolved'];

/** Reads the node's result for each target from the tags of its job; `missing` if the job didn't write it. */
export function readAnswers(
  targets: readonly NetworkTestTarget[],
  tags: Readonly<Record<string, string>>,
): readonly NetworkTestAnswer[] {
  return targets.map(({ addresses }, at) => {
    const [is, address = null] = (tags[`${tagPrefix}${at}`] ?? '').split(' ');
    const isElsewhere = address !== null && addresses.length > 0 && !addresses.includes(address);
    if (isElsewhere && answers.includes(is)) return { is: 'elsewhere', address };
    return answers.includes(is) ? { is: is as NetworkTestAnswer['is'], address } : missing;
  });
}

const missing: NetworkTestAnswer = { is: 'missing', address: null };
