import type { Expectation, ExpectedNames } from '../expectation.ts';
import { oneLine } from './one-line.ts';
import { POWERSHELL_HEAD } from './powershell-head.ts';
import { quotePowerShell } from './quote-powershell.ts';

/** Comments are ASCII, as the whole file is. */
const comment = (text: string): string => oneLine(text).replaceAll(/[^ -~]/g, '?');

const namesOf = (asked: ExpectedNames | null, parameter: 'Roles' | 'Teams' | 'Profiles'): readonly string[] =>
  asked === null
    ? []
    : [
        `-${parameter} @(${asked.names.map(quotePowerShell).join(', ')})`,
        ...(asked.mode === 'exactly' ? [`-${parameter}Exactly $true`] : []),
      ];

const unitOf = ({ businessUnit }: Expectation): readonly string[] => {
  if (businessUnit === null) return [];
  return businessUnit.kind === 'root'
    ? ['-RootBusinessUnit']
    : [`-BusinessUnit ${quotePowerShell(businessUnit.name)}`];
};

/**
 * Writes a PowerShell script over the Web API (Microsoft Learn: use-ps-and-vscode-web-api; Get-AzAccessToken, whose token is a secure
 * string from Az.Accounts 5 on). It takes and deletes as well, and asks nothing: `-WhatIf` shows it first.
 */
export const toPowerShell = (expectations: readonly Expectation[]): string => {
  const calls = expectations.map((one) =>
    [
      `# ${comment(one.appName)} in ${comment(one.url)}`,
      [
        'Set-ApplicationUser',
        `-Environment ${quotePowerShell(one.url)}`,
        `-ClientId ${quotePowerShell(one.clientId)}`,
        ...(one.present ? [] : ['-Present $false']),
        ...(one.enabled === null ? [] : [`-Enabled ${one.enabled ? '$true' : '$false'}`]),
        ...unitOf(one),
        ...namesOf(one.roles, 'Roles'),
        ...namesOf(one.teams, 'Teams'),
        ...namesOf(one.profiles, 'Profiles'),
      ].join(' '),
    ].join('\n'),
  );
  return `${[POWERSHELL_HEAD, ...calls].join('\n')}\n`;
};
