import { expect, test } from 'vitest';
import { BUILT_IN_CLOUD_ROWS } from '../../../main/clouds/cloud-table.ts';
import { consentCommands } from '../../../renderer/screens/applications/consent/command-texts.ts';

const client = { clientId: '9cd8d5be-7aa7-4a8e-804a-37f4c4452178', tenantId: null };

/** Names of Get-MgEnvironment and `az cloud list` (Microsoft Learn: get-mgenvironment, manage-clouds-azure-cli). */
test.each([
  ['public', null, null],
  ['gcc', null, null],
  ['gcc-high', 'AzureUSGovernment', 'USGov'],
  ['dod', 'AzureUSGovernment', 'USGovDoD'],
  ['china', 'AzureChinaCloud', 'China'],
])('the commands without a link reach the cloud %s', (id, azCloud, environment) => {
  const graph = BUILT_IN_CLOUD_ROWS.find((row) => row.id === id)?.graph ?? '';
  const [az, powershell, request] = consentCommands({ ...client, graph }).map(({ text }) => text);
  expect(az?.startsWith(azCloud === null ? 'az login ' : `az cloud set --name ${azCloud} && az login `)).toBe(
    true,
  );
  expect(/-Environment (\w+)/.exec(powershell ?? '')?.[1] ?? null).toBe(environment);
  expect(request?.startsWith(`POST ${graph}/v1.0/servicePrincipals\n`)).toBe(true);
});
