import { expect } from 'vitest';
import type { DemoCloud } from '../../../emulator/index.ts';

/** Asks the scenario API of a demo cloud that was started with it. */
export const askScenario = (
  { description: { control } }: DemoCloud,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> =>
  fetch(`${control ?? ''}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** Chooses a value of a rule until the next reset. */
export async function chooseRule(cloud: DemoCloud, rule: string, value: string): Promise<void> {
  expect((await askScenario(cloud, 'PUT', `/rules/${rule}`, { value })).status).toBe(204);
}
