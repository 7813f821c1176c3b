import type { Expectation } from '../expectation.ts';
import { oneLine } from './one-line.ts';
import { quoteShell } from './quote-shell.ts';

const HEAD = `#!/bin/sh
# Application users as a baseline says, for the Power Platform CLI (pac) in a POSIX shell. It holds no secret.
#
# Sign in first: pac auth create --tenant <tenant id>
#
# pac admin create-service-principal is not used: it registers a new app, writes its secret to the screen, and makes it System
# Administrator unless --role says otherwise. pac gives roles and takes none away; what it cannot do stands here as a comment.
set -eu
command -v pac >/dev/null || { echo 'pac is not installed: https://aka.ms/PowerPlatformCLI' >&2; exit 1; }`;

const CANNOT = '#   pac cannot: ';

const remarksOf = ({ enabled, profiles, roles, teams }: Expectation): readonly string[] => [
  ...(enabled === false ? ['disable it'] : []),
  ...(roles?.mode === 'exactly' ? ['take other roles away'] : []),
  ...(roles === null || roles.names.length === 0 ? ['make an application user without a role'] : []),
  ...(teams !== null && teams.names.length > 0 ? [`join ${teams.names.map(oneLine).join(', ')}`] : []),
  ...(profiles !== null && profiles.names.length > 0
    ? [`give the column security profiles ${profiles.names.map(oneLine).join(', ')}`]
    : []),
];

/**
 * Writes a shell script of `pac admin assign-user` (Microsoft Learn: power-platform/developer/cli/reference/admin). The command takes a
 * business unit by id, which a baseline does not know, so that the person sets it.
 */
export const toPac = (expectations: readonly Expectation[]): string => {
  const units = new Map<string, string>();
  const unitOf = ({ url, businessUnit }: Expectation): string | null => {
    if (businessUnit?.kind !== 'named') return null;
    const key = `${oneLine(businessUnit.name)} in ${url}`;
    const variable = units.get(key) ?? `BUSINESS_UNIT_${units.size + 1}`;
    units.set(key, variable);
    return variable;
  };
  const blocks = expectations.map((one) => {
    const about = `# ${oneLine(one.appName)} in ${one.url}`;
    if (!one.present) return `${about}: shall have no application user.\n${CANNOT}delete it`;
    const unit = unitOf(one);
    const commands = (one.roles?.names ?? []).map((role) =>
      [
        'pac admin assign-user --application-user',
        `--environment ${quoteShell(one.url)}`,
        `--user ${quoteShell(one.clientId)}`,
        `--role ${quoteShell(role)}`,
        ...(unit === null ? [] : [`--business-unit "$${unit}"`]),
      ].join(' '),
    );
    return [about, ...remarksOf(one).map((remark) => `${CANNOT}${remark}`), ...commands].join('\n');
  });
  const wanted = [...units].map(
    ([what, variable]) => `# The id of the business unit ${what}\n: "\${${variable}:?is not set}"`,
  );
  return `${[HEAD, ...wanted, ...blocks].join('\n\n')}\n`;
};
