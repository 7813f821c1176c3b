import { asHtml } from '../../../main/doctor/pack/as-html.ts';
import { asJson } from '../../../main/doctor/pack/as-json.ts';
import { asMarkdown } from '../../../main/doctor/pack/as-markdown.ts';
import { makePack } from '../../../main/doctor/pack/make-pack.ts';
import type { PackContent } from '../../../main/doctor/pack/make-pack.ts';
import type { LinkResult } from '../../../preload/contract/doctor.ts';
import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import type { Scenario } from './scenario.ts';
import * as world from './fake-world.ts';

const link = (id: LinkResult['link'], verdict: LinkResult['verdict']): LinkResult => ({
  link: id,
  verdict,
  evidence: [
    { label: 'seen-by', kind: 'word', value: 'admin', expected: null },
    { label: 'role', kind: 'text', value: 'Account Reader', expected: null },
  ],
  at: '2026-11-27T09:00:00.000Z',
  milliseconds: 41,
});

const contentOf = (source: InputOf<'supportPack.prepare'>['source']): PackContent => {
  if (source.kind === 'explained') return source;
  const [profile] = world.profiles;
  if (profile === undefined) throw new Error('the fake world has profiles');
  const error = appError('user-no-roles', {
    clientId: fakeId.client(1),
    environment: 'Northwind Production',
  });
  const links = new Map<LinkResult['link'], LinkResult>([
    ['url', link('url', { state: 'ok' })],
    ['roles', link('roles', { state: 'failed', cause: 'permission', error })],
  ]);
  const chains = world.environments.slice(0, 3).map((environment) => ({
    profile,
    environment,
    question: null,
    links,
    end: { outcome: 'failed', root: 'roles' } as const,
  }));
  return { kind: 'doctor', chains };
};

/** Packs of the fake console: the real words, with digests that are none. */
export const fakeSupportPack =
  (scenario: Scenario) =>
  ({ shared, source }: InputOf<'supportPack.prepare'>): Result<OutputOf<'supportPack.prepare'>> => {
    if (scenario.empty || scenario.denied) return failed('not-found', { what: 'run', id: '' });
    const made = { at: Date.parse('2026-11-27T09:00:00Z'), version: '0.1.0' };
    const { document, hidden, leftOut } = makePack(contentOf(source), new Set(shared), made);
    const digest = '5f'.repeat(32);
    const texts = [
      ['md', asMarkdown(document)],
      ['json', asJson(document)],
      ['html', asHtml(document)],
    ] as const;
    return ok({
      packId: '5b2f0f4e-6d0a-4b52-9d3e-0d6c2b1a9f12',
      files: texts.map(([form, text]) => ({
        form,
        name: `support-pack-2026-11-27-09-00.${form}`,
        text,
        bytes: text.length,
        digest,
      })),
      zip: { name: 'support-pack-2026-11-27-09-00.zip', bytes: 9000, digest },
      hidden,
      leftOut,
    });
  };
