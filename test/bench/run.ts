/** `npm run bench [-- --json FILE] [-- NAME…]`: every benchmark, ours beside the other, as ratios. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { applyBenchmarks } from './apply.ts';
import { demoCloudBenchmarks } from './demo-cloud/index.ts';
import { effectiveAccessBenchmarks } from './effective-access.ts';
import { explainBenchmarks } from './explain.ts';
import { exportBenchmarks } from './export/index.ts';
import { fanOutBenchmarks } from './fan-out.ts';
import { gridBenchmarks } from './grid.ts';
import { inventoryBenchmarks } from './inventory.ts';
import { ipcBenchmarks } from './ipc.ts';
import type { Measured } from './measure.ts';
import { pagingBenchmarks } from './paging/index.ts';
import { planBenchmarks } from './plan.ts';
import { startBenchmarks } from './start.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
const wanted = (name: string): boolean =>
  positionals.length === 0 || positionals.some((part) => name.includes(part));

const suites = {
  ipc: ipcBenchmarks,
  'fan-out': fanOutBenchmarks,
  inventory: inventoryBenchmarks,
  plan: planBenchmarks,
  apply: applyBenchmarks,
  'effective-access': effectiveAccessBenchmarks,
  start: startBenchmarks,
  grid: gridBenchmarks,
  explain: explainBenchmarks,
  paging: () => pagingBenchmarks(),
  export: exportBenchmarks,
  'demo-cloud': demoCloudBenchmarks,
};

const results: Measured[] = [];
for (const [name, suite] of Object.entries(suites)) {
  if (!wanted(name)) continue;
  for await (const one of suite()) {
    results.push(one);
    const goal = one.goal === null ? '' : `, goal ≤ ${one.goal} × ${one.holds ? 'holds' : 'MISSED'}`;
    console.log(
      `${one.name}: ${one.ours} ${one.unit} against ${one.other} ${one.unit} = ${one.ratio} ×${goal}`,
    );
  }
}
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
