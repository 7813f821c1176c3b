import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/arrows/read-imports.ts';

type Promised = {
  readonly promise: string;
  readonly attacker: string;
  readonly mechanism: string;
  readonly tests: readonly string[];
};

/** The rows of the table of promises. */
const readPromises = (page: string): readonly Promised[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| promise |'))
    .map((line) => {
      const [, promise = '', attacker = '', mechanism = '', , tests = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return {
        promise,
        attacker,
        mechanism,
        tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
      };
    });

const problemsOf = ({ attacker, mechanism, tests }: Promised): readonly string[] => [
  ...(attacker === '' ? ['no attacker'] : []),
  ...(mechanism === '' ? ['no mechanism'] : []),
  ...(tests.length === 0 ? ['no test'] : []),
  ...tests.flatMap((path) => {
    const file = join(projectRoot, path);
    if (!/\.(test|spec)\.ts$/.test(path) || !existsSync(file)) return [`${path} is no file of tests`];
    const text = readFileSync(file, 'utf8');
    return /^\s*test(\.each)?\(/m.test(text) ? [] : [`${path} has no test`];
  }),
];

describe('every promise has its test', () => {
  const promises = readPromises(readFileSync(join(projectRoot, 'docs', 'THREAT-MODEL.md'), 'utf8'));

  test('the table is read', () => {
    expect(promises.length).toBeGreaterThan(8);
  });
  test.each(promises)('$promise', (promised) => {
    expect(problemsOf(promised)).toEqual([]);
  });
  test('a promise without one would be noticed', () => {
    const [row] = readPromises('| No harm | | kindness | | `test/security/`, `test/nowhere.test.ts` |');
    expect(row === undefined ? [] : problemsOf(row)).toEqual([
      'no attacker',
      'test/security/ is no file of tests',
      'test/nowhere.test.ts is no file of tests',
    ]);
  });
});
