import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aadsts } from '../../../emulator/entra/aadsts.ts';
import { reference } from '../reference.ts';

const recording = reference('aadsts-texts.json');
const recorded =
  recording.path === null
    ? null
    : z
        .object({ texts: z.record(z.string(), z.string()) })
        .parse(JSON.parse(readFileSync(recording.path, 'utf8'))).texts;

const marks = ['{clientId}', '{appId}', '{tenant}', '{uri}', '{scope}', '{guid}', '{g}'] as const;
const [clientId, , tenant, uri, scope, guid, grant] = marks;
const ours = [
  aadsts.appNotFound(clientId, tenant),
  aadsts.clientIdMalformed(guid),
  aadsts.secretInvalid('{appId}'),
  aadsts.secretExpired('{appId}'),
  aadsts.assertionKeyUnknown('AB', clientId),
  aadsts.assertionTime(0, 0, 0),
  aadsts.tenantNotFound(tenant, 'invalid_tenant'),
  aadsts.resourceNotFound(uri, tenant),
  aadsts.scopeNeedsDefault(scope),
  aadsts.verifierMismatch(),
  aadsts.codeRedeemed(),
  aadsts.credentialMissing(),
  aadsts.grantUnsupported(grant),
];

/** The text alone: recordings carry remarks in brackets at the end. */
const textOf = (entry: string): string =>
  entry.replace(/(?: \((?:error |\d{3} |also |invalid_)[^()]*\))+$/, '');
const remarkOf = (entry: string): string => entry.slice(textOf(entry).length);

describe.skipIf(recorded === null)(`texts are those of the service${recording.note}`, () => {
  test.each(ours.map((error) => [error.code, error] as const))('AADSTS%d', (code, error) => {
    const entry = recorded?.[String(code)] ?? '';
    expect(entry).not.toBe('');
    expect(error.text.startsWith(textOf(entry).replace(/\]$/, ''))).toBe(true);
    const status = /\((\d{3}) /.exec(remarkOf(entry))?.[1];
    expect(status ?? String(error.status)).toBe(String(error.status));
    if (remarkOf(entry).includes('error_uri')) {
      expect(remarkOf(entry).includes('no error_uri')).toBe(!error.link);
    }
  });
});
