import { test } from 'vitest';
import { denyAll, healthy, openAt } from './open-wizard';
test('x', async () => {
  for (const at of [
    healthy,
    denyAll,
    { network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' },
    { workspace: 'mlw-risk-dev', network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' },
    { network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' },
  ]) {
    const w = await openAt(at);
    const p = w.page.review?.picture;
    console.log(JSON.stringify({ ...p, flows: undefined, capacity: undefined }, null, 1));
    console.log(
      p?.flows
        .map((f) =>
          [
            f.name,
            f.subject,
            f.line,
            f.inbound ? 'in' : 'out',
            f.wayOut,
            f.labels.join(' | '),
            f.endsAt,
            f.replyTo,
          ].join(' ; '),
        )
        .join('\n'),
    );
  }
});
