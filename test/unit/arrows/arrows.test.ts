import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, projectRoot, readImports } from '../../support/arrows/read-imports.ts';
import { arrowProblem, circles } from '../../support/arrows/rules.ts';

const edge = (from: string, to: string, typeOnly = false) => ({ from, to, typeOnly });

describe('the arrows of the house', () => {
  test('no import of the project goes the wrong way, and none goes in a circle', async () => {
    const edges = await readImports(projectRoot, ['main', 'preload', 'renderer', 'emulator']);
    expect(edges.length).toBeGreaterThan(100);
    expect(edges.flatMap((one) => (arrowProblem(one) === null ? [] : [one]))).toEqual([]);
    expect(circles(edges)).toEqual([]);
  });

  test.each([
    edge('renderer/screens/home.tsx', 'main/http/http-client.ts'),
    edge('renderer/screens/home.tsx', 'preload/contract/schemas.ts'),
    edge('main/clouds/table.ts', 'main/http/http-client.ts'),
    edge('main/http/client.ts', 'main/vault/vault.ts', true),
    edge('main/fleet/plan.ts', 'emulator/index.ts'),
    edge('emulator/cloud.ts', 'main/clouds/table.ts'),
    edge('main/dataverse/client.ts', 'keytar'),
    edge('main/console.ts', 'electron'),
    edge('preload/contract/words/ids.ts', 'zod'),
    edge('renderer/shell/frame.tsx', '@fluentui/react-components'),
  ])('a forbidden arrow is caught: $from → $to', (wrong) => {
    expect(arrowProblem(wrong)).not.toBeNull();
  });

  test('a circle is caught, and one that only types close is none', () => {
    expect(circles([edge('main/a/x.ts', 'main/a/y.ts'), edge('main/a/y.ts', 'main/a/x.ts')])).toEqual([
      ['main/a/x.ts', 'main/a/y.ts', 'main/a/x.ts'],
    ]);
    expect(circles([edge('main/a/x.ts', 'main/a/y.ts'), edge('main/a/y.ts', 'main/a/x.ts', true)])).toEqual(
      [],
    );
  });

  test('every form of import is read', () => {
    const source = `import { a } from './a.ts';
import type { B } from '../b.ts';
import {
  c,
} from './deep/c.ts';
export * from './d.ts';
import 'zod';
const later = () => import('./e.ts');
`;
    expect(importsOf('main/http/x.ts', source).map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['main/http/a.ts', false],
      ['main/b.ts', true],
      ['main/http/deep/c.ts', false],
      ['main/http/d.ts', false],
      ['zod', false],
      ['main/http/e.ts', false],
    ]);
  });
});

describe('the composition root', () => {
  test('is read at one go: 150 lines at most', async () => {
    const source = await readFile(join(projectRoot, 'main', 'console.ts'), 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });
});
