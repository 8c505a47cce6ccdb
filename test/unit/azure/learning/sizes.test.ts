import { expect, test } from 'vitest';
import { openCreationSample, rewriting } from './creating';

const noStop = new AbortController().signal;

test('lists sizes with cores, memory, GPUs, and the kinds that they support', async () => {
  const { azure, sample } = openCreationSample();
  const sizes = await azure.read.vmSizes(sample.subscriptionId, 'westeurope', noStop);
  expect(sizes.find((one) => one.name === 'Standard_NC16as_T4_v3')).toEqual({
    name: 'Standard_NC16as_T4_v3',
    family: 'Standard NCASv3_T4 Family',
    cores: 16,
    memoryGb: 110,
    gpus: 1,
    lowPriority: true,
    supports: ['cluster', 'instance'],
    price: { currency: 'USD', dedicated: 1.49, lowPriority: 0.3 },
  });
  expect(sizes.find((one) => one.name === 'Standard_ND96amsr_A100_v4')?.lowPriority).toBe(false);
});

test('a size that names one kind supports that kind, and a size that names none supports both', async () => {
  const supported = async (list: string): Promise<readonly string[]> => {
    const { azure, sample } = openCreationSample({}, {}, (inner) =>
      rewriting(inner, (body) =>
        body.replaceAll('"supportedComputeTypes":["AmlCompute","ComputeInstance"]', list),
      ),
    );
    const sizes = await azure.read.vmSizes(sample.subscriptionId, 'westeurope', noStop);
    return sizes[0]?.supports ?? [];
  };
  expect(await supported('"supportedComputeTypes":["ComputeInstance"]')).toEqual(['instance']);
  expect(await supported('"x":1')).toEqual(['cluster', 'instance']);
});

test('lists used and allowed cores by family, over all pages', async () => {
  const { azure, sample } = openCreationSample({ pageSize: 3 });
  const quotas = await azure.read.coreQuotas(sample.subscriptionId, 'westeurope', noStop);
  expect(quotas).toHaveLength(10);
  expect(quotas.find((one) => one.family === 'standardDSv5Family')).toEqual({
    family: 'standardDSv5Family',
    used: 28,
    limit: 100,
  });
});
