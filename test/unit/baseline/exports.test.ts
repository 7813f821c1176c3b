import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@cdktf/hcl2json';
import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { exportBaseline } from '../../../main/fleet/baseline/exports/export-baseline.ts';
import { quoteHcl } from '../../../main/fleet/baseline/exports/quote-hcl.ts';
import { quotePowerShell } from '../../../main/fleet/baseline/exports/quote-powershell.ts';
import { quoteShell } from '../../../main/fleet/baseline/exports/quote-shell.ts';
import { printBaseline } from '../../../main/fleet/baseline/print-baseline.ts';
import { readBaseline } from '../../../main/fleet/baseline/read-baseline.ts';
import { anyBaseline, anyName } from './arbitrary-baseline.ts';

const EXAMPLE = `version: 1
apps:
  - name: "Order import\\nrm -rf /"
    clientId: 11111111-2222-4333-8444-555555555555
    rules:
      - in: [https://contoso.crm.dynamics.com]
        user: present
        enabled: false
        businessUnit: { name: "Sales & 'Service'" }
        roles: { exactly: ["\${var.x} %{ if } \`$(id)\`", Basic User] }
        teams: { atLeast: [Field Agents] }
        columnSecurityProfiles: { exactly: ["Salaries' & 'bank"] }
      - in: [https://contoso-dev.crm4.dynamics.com]
        user: absent
      - in: [https://contoso-uat.crm4.dynamics.com]
        user: present
        businessUnit: root
        roles: { exactly: [] }
`;

const expectationsOf = (text: string) => {
  const read = readBaseline(text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read;
};
const example = (format: 'terraform' | 'pac' | 'powershell'): string =>
  exportBaseline(format, expectationsOf(EXAMPLE)).text;

const folder = mkdtempSync(join(tmpdir(), 's2s-exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('C16, C23: a baseline as Terraform', () => {
  /** A literal as Terraform's JSON syntax writes it. */
  const literal = (value: unknown): string => String(value).replaceAll('$${', '${').replaceAll('%%{', '%{');

  test('names the resources of the provider with what the baseline says', async () => {
    const parsed = await parse('baseline.tf', example('terraform'));
    const users: Record<string, [Record<string, unknown>]> =
      parsed['resource'].powerplatform_application_user;
    expect(Object.keys(users).toSorted().toReversed()).toEqual([
      'order_import_rm_rf_contoso_uat_crm4_dynamics_com',
      'order_import_rm_rf_contoso_crm_dynamics_com',
    ]);
    const [user] = users['order_import_rm_rf_contoso_crm_dynamics_com'] ?? [];
    expect(user).toMatchObject({
      environment_id: '${local.environment_ids["https://contoso.crm.dynamics.com"]}',
      application_id: '11111111-2222-4333-8444-555555555555',
      disabled: true,
      lifecycle: [{ prevent_destroy: true }],
    });
    const roles: readonly [Record<string, unknown>][] = Object.values(
      parsed['resource'].powerplatform_security_role_assignment,
    );
    expect(roles.map(([role]) => literal(role['security_role_name'])).toSorted()).toEqual([
      '${var.x} %{ if } `$(id)`',
      'Basic User',
    ]);
    const units: readonly [Record<string, unknown>][] = Object.values(
      parsed['data'].powerplatform_data_records,
    );
    expect(units.map(([unit]) => String(unit['filter'])).toSorted()).toEqual([
      "name eq 'Sales & ''Service'''",
      'parentbusinessunitid eq null',
    ]);
  });

  test('any name is a literal string of HCL', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyName(60), { minLength: 1, maxLength: 8 }), async (names) => {
        const parsed = await parse('x.tf', `locals {\n x = [${names.map(quoteHcl).join(', ')}]\n}\n`);
        expect(parsed['locals'][0].x.map(literal)).toEqual(names.map((name) => name.normalize('NFC')));
      }),
      { numRuns: 60 },
    );
  });

  test('any baseline is valid HCL with one resource per application user', async () => {
    await fc.assert(
      fc.asyncProperty(anyBaseline, async (document) => {
        const read = expectationsOf(printBaseline(document));
        const parsed = await parse('baseline.tf', exportBaseline('terraform', read).text);
        expect(Object.keys(parsed['resource']?.powerplatform_application_user ?? {})).toHaveLength(
          read.expectations.filter(({ present }) => present).length,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('C16, C23: a baseline as a script of pac', () => {
  /** Runs a script with a pac that writes its arguments down. */
  const run = (
    script: string,
    environment: Readonly<Record<string, string>> = {},
  ): readonly (readonly string[])[] => {
    const path = join(folder, 'baseline.sh');
    writeFileSync(path, script);
    const log = join(folder, 'log');
    writeFileSync(log, '');
    execFileSync('sh', [path], {
      env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, LOG: log, ...environment },
    });
    return readFileSync(log, 'utf8')
      .split('\0\0')
      .slice(0, -1)
      .map((line) => line.split('\0'));
  };
  beforeAll(() => {
    const pac = '#!/bin/sh\nfor one; do printf "%s\\0" "$one" >> "$LOG"; done\nprintf "\\0" >> "$LOG"\n';
    writeFileSync(join(folder, 'pac'), pac, { mode: 0o755 });
  });

  test('assigns each role with what the baseline says, and tells what pac cannot', () => {
    const script = example('pac');
    const call = (role: string) => [
      'admin',
      'assign-user',
      '--application-user',
      '--environment',
      'https://contoso.crm.dynamics.com',
      '--user',
      '11111111-2222-4333-8444-555555555555',
      '--role',
      role,
      '--business-unit',
      'the-unit',
    ];
    expect(run(script, { BUSINESS_UNIT_1: 'the-unit' })).toEqual([
      call('${var.x} %{ if } `$(id)`'),
      call('Basic User'),
    ]);
    expect(script).toContain('# Order import rm -rf / in https://contoso.crm.dynamics.com\n');
    expect(script.match(/pac cannot: .*/g)).toEqual([
      'pac cannot: delete it',
      'pac cannot: take other roles away',
      'pac cannot: make an application user without a role',
      'pac cannot: disable it',
      'pac cannot: take other roles away',
      'pac cannot: join Field Agents',
      "pac cannot: give the column security profiles Salaries' & 'bank",
    ]);
    expect(() => run(script)).toThrow(/BUSINESS_UNIT_1/);
  });

  test('any name arrives at a command as it is', () => {
    fc.assert(
      fc.property(fc.array(anyName(60), { minLength: 20, maxLength: 60 }), (names) => {
        expect(run(`pac ${names.map(quoteShell).join(' ')}\n`)).toEqual([names]);
      }),
      { numRuns: 5 },
    );
  });

  test('any baseline is a script that a shell understands', () => {
    fc.assert(
      fc.property(fc.array(anyBaseline, { minLength: 10, maxLength: 20 }), (documents) => {
        const scripts = documents.map(
          (one) => exportBaseline('pac', expectationsOf(printBaseline(one))).text,
        );
        // One after the other: a quote that one leaves open ends in the next.
        for (const input of [scripts.join('\n'), scripts[0] ?? ''])
          expect(spawnSync('sh', ['-n'], { input }).status).toBe(0);
      }),
      { numRuns: 4 },
    );
  });
});

describe('C16, C23: a baseline as PowerShell', () => {
  let parser: Parser;
  beforeAll(async () => {
    await Parser.init();
    parser = new Parser();
    const grammar = fileURLToPath(import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
    parser.setLanguage(await Language.load(grammar));
  });
  const hasErrors = (script: string): boolean => parser.parse(script)?.rootNode.hasError ?? true;

  /** What PowerShell makes of an expression of quoted strings and `[char]`s (about_Quoting_Rules, about_Type_Conversion). */
  const evaluated = (expression: string): string =>
    [...expression.matchAll(/'((?:[^']|'')*)'|\[char\](\d+)/g)]
      .map(([, quoted, code]) =>
        quoted === undefined ? String.fromCharCode(Number(code)) : quoted.replaceAll("''", "'"),
      )
      .join('');

  test('is read without an error, holds ASCII alone and one call per application user', () => {
    const script = example('powershell');
    expect(hasErrors(script)).toBe(false);
    expect(hasErrors(`${script}'`)).toBe(true);
    expect(script).toMatch(/^[\n -~]*$/);
    expect(script.match(/^Set-ApplicationUser .*/gm)).toEqual([
      "Set-ApplicationUser -Environment 'https://contoso-dev.crm4.dynamics.com' -ClientId '11111111-2222-4333-8444-555555555555' -Present $false",
      "Set-ApplicationUser -Environment 'https://contoso-uat.crm4.dynamics.com' -ClientId '11111111-2222-4333-8444-555555555555' -RootBusinessUnit -Roles @() -RolesExactly $true",
      "Set-ApplicationUser -Environment 'https://contoso.crm.dynamics.com' -ClientId '11111111-2222-4333-8444-555555555555' -Enabled $false -BusinessUnit 'Sales & ''Service''' -Roles @('${var.x} %{ if } `$(id)`', 'Basic User') -RolesExactly $true -Teams @('Field Agents') -Profiles @('Salaries'' & ''bank') -ProfilesExactly $true",
    ]);
  });

  test('sets no variable that PowerShell keeps for itself', () => {
    const set = [...example('powershell').matchAll(/\$(\w+)\s*=[^=]/g)].map(([, name = '']) =>
      name.toLowerCase(),
    );
    const kept = ['home', 'host', 'pid', 'error', 'input', 'matches', 'args', 'true', 'false', 'psitem'];
    expect(set.filter((name) => kept.includes(name))).toEqual([]);
  });

  test('reads the roles that are held before a move, and gives them back where the baseline does not say exactly which', () => {
    const script = example('powershell');
    const at = (text: string): number => {
      expect(script).toContain(text);
      return script.indexOf(text);
    };
    const order = [
      at('$before = @(Get-DataverseRow'),
      at("ShouldProcess($Environment, 'Move the application user of '"),
      at('-Names $Roles -Exactly $RolesExactly'),
      at('if ($before.Count -gt 0 -and -not $RolesExactly)'),
      at('-Names $before -Exactly $false'),
    ];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('any name is an expression that evaluates to it', () => {
    fc.assert(
      fc.property(anyName(60), (name) => {
        const quoted = quotePowerShell(name);
        expect(quoted).toMatch(/^[ -~]*$/);
        expect(evaluated(quoted)).toBe(name);
        expect(hasErrors(`$x = @(${quoted}, 'y')\n`)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
