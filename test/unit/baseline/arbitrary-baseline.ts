import { fc } from '@fast-check/vitest';
import { BASELINE_NAME } from '../../../main/fleet/baseline/document-schema.ts';
import type { BaselineDocument } from '../../../main/fleet/baseline/document-schema.ts';

/** Names as attackers and nature make them. */
export const anyName = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: most }),
      fc.constantFrom(
        'System Administrator',
        'true',
        '007',
        '- x',
        '# no comment',
        'a: b',
        '"',
        "'",
        '$(rm -rf /)',
        '`whoami`',
        '${var.x}',
        '%{ if true }',
        'line\nbreak',
        'tab\there',
        '\u2028',
        '\u0085',
        '\uFEFF',
        '\\',
        '’',
        'ÅÄÖ 😀',
      ),
    )
    .filter((name) => name.length <= most && name.trim() !== '' && BASELINE_NAME.test(name));

const guid = fc.uuid();
const group = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,12}$/);
const address = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/).map((host) => `https://${host}.crm4.dynamics.com`);

/** Names that differ as Dataverse compares them. */
const names = (most: number, atLeast: number) =>
  fc.uniqueArray(anyName(most), {
    minLength: atLeast,
    maxLength: 4,
    selector: (name) => name.trim().toLowerCase(),
  });
const asked = (most: number) =>
  fc.oneof(
    names(most, 0).map((exactly) => ({ exactly })),
    names(most, 1).map((atLeast) => ({ atLeast })),
  );
const maybe = <Key extends string, Value>(key: Key, value: fc.Arbitrary<Value>) =>
  fc
    .option(value, { nil: undefined })
    .map((one) => (one === undefined ? {} : { [key]: one }) as Partial<Record<Key, Value>>);

const said = fc.oneof(
  fc.constant({ user: 'absent' as const }),
  fc
    .tuple(
      maybe('enabled', fc.boolean()),
      maybe(
        'businessUnit',
        fc.oneof(
          fc.constant('root' as const),
          anyName(160).map((name) => ({ name })),
        ),
      ),
      maybe('roles', asked(100)),
      maybe('teams', asked(160)),
      maybe('columnSecurityProfiles', asked(100)),
    )
    .map((parts) => Object.assign({ user: 'present' as const }, ...parts) as { readonly user: 'present' }),
);

/** Documents that are right: every group exists, nothing is described twice. */
export const anyBaseline: fc.Arbitrary<BaselineDocument> = fc
  .record({
    groups: fc.dictionary(group, fc.uniqueArray(address, { minLength: 1, maxLength: 3 }), { maxKeys: 3 }),
    apps: fc.uniqueArray(
      fc.record({
        name: anyName(200),
        clientId: guid,
        rules: fc.uniqueArray(fc.tuple(address, said), {
          minLength: 1,
          maxLength: 3,
          selector: ([url]) => url,
        }),
      }),
      { maxLength: 3, selector: ({ clientId }) => clientId },
    ),
  })
  .map(({ groups, apps }) => {
    const [first] = Object.keys(groups);
    return {
      version: 1 as const,
      ...(first === undefined ? {} : { groups }),
      apps: apps.map(({ name, clientId, rules }, at) => ({
        name,
        clientId,
        // The first app uses a group; its addresses would collide with those of its own rules.
        rules:
          at === 0 && first !== undefined
            ? [{ in: [first], user: 'absent' as const }]
            : rules.map(([url, what]) => ({ in: [url], ...what })),
      })),
    };
  });
