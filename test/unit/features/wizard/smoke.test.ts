import { test } from 'vitest';
import { openWizard } from './open-wizard';

test('smoke', async () => {
  const w = openWizard();
  await w.until(
    'networks',
    (p) => p.networks?.state.is === 'ready' && p.plan?.where.workspaces.state.is === 'ready',
  );
  const ws = w.page.plan!.where.workspaces.rows;
  console.log(ws.map((r) => `${r.name} ${r.region} ${r.privateLink} ${r.network}`));
  await w.call.chooseWorkspace({ id: ws.find((r) => r.name === 'mlw-fraud-prod')!.id });
  await w.until('sizes', (p) => p.plan?.size.vmSizes.state.is === 'ready');
  console.log(JSON.stringify(w.page.plan?.sections, null, 1));
  for (const n of w.page.networks!.rows)
    console.log(n.name, '|', n.resourceGroup, n.region, n.addresses, n.subnets, n.unfit);
  console.log(await w.call.judgeRows({ ids: w.page.networks!.rows.map((r) => r.id) }));
  for (const n of w.page.networks!.rows) {
    await w.call.chooseNetwork({ id: n.id });
    await w.until('subnets', (p) => p.subnets?.networkName === n.name);
    for (const s of w.page.subnets!.rows) {
      await w.call.chooseSubnet({ id: s.id });
      await w.until('board', (p) => p.board?.title.includes(s.name) === true);
      const b = w.page.board!;
      console.log(
        `\n=== ${n.name}/${s.name} ${s.addresses} free ${s.free} nsg ${s.securityGroup} rt ${s.routeTable} out ${s.wayOut} unfit ${s.unfit}\n  ${b.summary} | ${b.counts.map((c) => c.text).join(', ')} | fixAll ${b.fixAll?.label}`,
      );
      for (const g of b.groups) {
        console.log(`  [${g.title}] ${g.summary}`);
        for (const r of g.rows)
          console.log(
            `    ${r.icon} ${r.name} — ${r.word} ${r.rest}${r.fix ? ' [Fix]' : ''}${r.fold ? ' (fold ' + r.fold + ')' : ''}`,
          );
      }
    }
  }
  console.log(JSON.stringify(w.page.board?.notes?.rows.map((r) => [r.name, r.rest])));
}, 60000);
