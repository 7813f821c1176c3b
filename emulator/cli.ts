import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeCredentialFiles } from './credential-files.ts';
import type { DescriptionWithFiles } from './credential-files.ts';
import { readLimits } from './gateway/request-limit.ts';
import { startDemoCloud } from './index.ts';
import type { DemoCloudOptions } from './options.ts';
import { readRules } from './scenario/rules.ts';
import { microsoftCloudNames } from './server/microsoft-clouds.ts';
import { readRoles, readSeed } from './read-options.ts';

const usage = `Usage: npm run emulator -- [options]
  --json                  one line of JSON when ready, nothing else
  --port <n>              port of the http listener (0 or nothing: any)
  --seed <seed>           demo, or large:<environments>x<users>[x<application users>]
  --cloud <name>          which of Microsoft's clouds it plays: public, gcc, gcc-high, dod, china (public)
  --lag <seconds>         how long a change of permissions takes to be seen (0)
  --https                 an https listener beside it, with its own certificate authority
  --proxy                 a proxy for programs that know Microsoft's hosts and nothing else: HTTPS_PROXY, and trust in the authority
  --managed-identities    managed identities at Contoso, with the endpoints that give their tokens out
  --arc-tokens <folder>   with them, a server with Azure Arc, whose agent writes its secrets there
  --limits <name>=<n>,…   limits of service protection: requests, windowSeconds, executionSeconds, concurrent
  --control               opens the scenario API: clock, faults, snapshots, trace
  --roles <file>          roles exported from a real environment, as JSON (docs/demo-cloud.md); every environment has them
  --rule <name>=<value>   a rule that nobody could confirm, chosen otherwise (docs/demo-cloud-parity.md); repeatable`;

type Command = { readonly options: DemoCloudOptions; readonly asJson: boolean };

function readCommand(args: readonly string[]): Command | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: 'demo' },
      cloud: { type: 'string', default: 'public' },
      lag: { type: 'string', default: '0' },
      limits: { type: 'string', default: '' },
      https: { type: 'boolean', default: false },
      proxy: { type: 'boolean', default: false },
      control: { type: 'boolean', default: false },
      'managed-identities': { type: 'boolean', default: false },
      'arc-tokens': { type: 'string' },
      roles: { type: 'string' },
      rule: { type: 'string', multiple: true, default: [] },
    },
  });
  const seed = readSeed(values.seed);
  if (seed === null) {
    return `'${values.seed}' is not a seed`;
  }
  const cloud = microsoftCloudNames.find((name) => name === values.cloud);
  if (cloud === undefined) {
    return `'${values.cloud}' is not a cloud`;
  }
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    return `'${values.port}' is not a port`;
  }
  if (!/^\d{1,4}$/.test(values.lag)) {
    return `'${values.lag}' is not a number of seconds`;
  }
  const rules = readRules(
    Object.fromEntries(values.rule.map((text) => [...text.split('='), ''].slice(0, 2))),
  );
  if (rules === null) {
    return `'${values.rule.join(' ')}' names no rule, or no value of one`;
  }
  const limits = readLimits(
    Object.fromEntries(
      values.limits
        .split(',')
        .filter((part) => part !== '')
        .map((part) => [part.split('=')[0] ?? '', Number(part.split('=')[1])]),
    ),
  );
  if (limits === null) {
    return `'${values.limits}' is not a list of limits`;
  }
  const { https, proxy, control, 'managed-identities': managedIdentities } = values;
  const options = {
    seed,
    cloud,
    port: Number(values.port),
    lagSeconds: Number(values.lag),
    ...(values.roles === undefined ? {} : { roles: readRoles(readFileSync(values.roles, 'utf8')) }),
    limits,
    https,
    proxy,
    control,
    managedIdentities,
    ...(values['arc-tokens'] === undefined ? {} : { arcTokens: values['arc-tokens'] }),
    rules,
  };
  return { options, asJson: values.json };
}

/** What a program that knows hosts and nothing else needs in its environment, to be pasted into a shell. */
function throughProxy({ proxy, login: { caFile } }: DescriptionWithFiles): readonly string[] {
  const trust = ['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE', 'CURL_CA_BUNDLE'];
  return proxy === undefined || caFile === undefined
    ? []
    : [
        `Proxy:        export HTTPS_PROXY=${proxy} NO_PROXY=localhost,127.0.0.1 NODE_USE_ENV_PROXY=1`,
        `              export ${trust.map((name) => `${name}='${caFile}'`).join(' ')}`,
      ];
}

function inWords(description: DescriptionWithFiles): string {
  const environments = description.environments
    .slice(0, 20)
    .map((one) => `  ${one.name.padEnd(26)} ${one.url}`);
  const more = description.environments.length - environments.length;
  return [
    'The demo cloud is running. Stop it with Ctrl+C.',
    '',
    `Sign-in:      ${description.login.http}`,
    ...(description.login.https === undefined ? [] : [`              ${description.login.https}`]),
    ...(description.login.caFile === undefined ? [] : [`Authority:    ${description.login.caFile}`]),
    ...throughProxy(description),
    `Credentials:  ${description.portal}`,
    `Graph:        ${description.graph}`,
    `BAP:          ${description.bap}`,
    `Discovery:    ${description.discovery}`,
    `Platform API: ${description.powerPlatform}`,
    `Workloads:    ${description.workloads}/token?subject=`,
    ...(description.managedIdentities === undefined
      ? []
      : [
          `Identities:   AZURE_POD_IDENTITY_AUTHORITY_HOST=${description.managedIdentities.authorityHost}`,
          `         or   IDENTITY_ENDPOINT=${description.managedIdentities.endpoint} IDENTITY_HEADER=${description.managedIdentities.header}`,
          `         or   MSI_ENDPOINT=${description.managedIdentities.cloudShell}`,
          ...(description.managedIdentities.arc === undefined
            ? []
            : [
                `         or   IDENTITY_ENDPOINT=${description.managedIdentities.arc.endpoint} IMDS_ENDPOINT=${description.managedIdentities.arc.metadata}`,
              ]),
        ]),
    ...(description.control === undefined ? [] : [`Scenario API: ${description.control}`]),
    '',
    'Environments (any client reaches them below the same address as the services above):',
    ...environments,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}

async function run(command: Command): Promise<void> {
  const cloud = await startDemoCloud(command.options);
  const files = await writeCredentialFiles(cloud.description);
  const stop = (): void => {
    void Promise.all([cloud.close(), files.remove()]).then(() => {
      process.exitCode = 0;
    });
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  process.stdout.write(
    `${command.asJson ? JSON.stringify(files.description) : inWords(files.description)}\n`,
  );
}

function readOrExplain(args: readonly string[]): Command | string {
  try {
    return readCommand(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const args = process.argv.slice(2);
const command = readOrExplain(args);
if (args.includes('--help')) {
  process.stdout.write(`${usage}\n`);
} else if (typeof command === 'string') {
  process.stderr.write(`${command}\n${usage}\n`);
  process.exitCode = 2;
} else {
  await run(command).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
