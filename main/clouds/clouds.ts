import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { effectiveCloud } from '../../preload/contract/words/cloud-hosts.ts';
import type { HostOverrides } from '../../preload/contract/words/cloud-hosts.ts';
import { cloudProblems, draftHosts, readSuffix } from '../../preload/contract/words/cloud-rules.ts';
import type { CloudDraft } from '../../preload/contract/words/cloud-rules.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import { allowLink } from './allow-link.ts';
import type { CloudRow } from './cloud-row.ts';
import { BUILT_IN_CLOUD_ROWS } from './cloud-table.ts';
import { customCloudId } from './custom-cloud-id.ts';
import { understandUrl } from './understand-url.ts';
import type { UnderstoodUrl } from './understand-url.ts';

/** What stands in a cloud, and where it goes instead of the cloud's own hosts: a workspace fits. */
type InCloud = { readonly name: string; readonly cloud: CloudId; readonly hosts: HostOverrides };

/** Where custom rows are kept: a document fits. */
export type CustomClouds = {
  readonly get: () => readonly CloudRow[];
  readonly update: (change: (now: readonly CloudRow[]) => readonly CloudRow[]) => unknown;
};

/** The clouds of this console and what is read by them. */
export type Clouds = {
  /** Those that ship, then the custom ones. */
  readonly all: () => readonly CloudRow[];
  readonly find: (id: CloudId) => CloudRow | null;
  /** The row that a workspace really uses: what signs in, asks and links for a workspace asks here. */
  readonly of: (workspace: Pick<InCloud, 'cloud' | 'hosts'>) => CloudRow | null;
  readonly understand: (text: string) => Result<UnderstoodUrl>;
  readonly allowLink: (link: string) => Result<string>;
  /** Adds (`id` null) or changes a custom row; fails with `cloud-invalid` or `not-found`. */
  readonly save: (id: CloudId | null, draft: CloudDraft) => Result<CloudRow>;
  /** Fails with `cloud-in-use` or `not-found`. */
  readonly remove: (id: CloudId) => Result<null>;
};

/** Makes them. `demoOrigins` are the origins at which a demo cloud listens; `workspaces` are asked each time. */
export const createClouds = (ports: {
  readonly custom: CustomClouds;
  readonly demoOrigins: readonly string[];
  readonly workspaces: () => readonly InCloud[];
}): Clouds => {
  const all = (): readonly CloudRow[] => [...BUILT_IN_CLOUD_ROWS, ...ports.custom.get()];
  const find: Clouds['find'] = (id) => all().find((row) => row.id === id) ?? null;
  const of: Clouds['of'] = ({ cloud, hosts }) => {
    const row = find(cloud);
    return row === null ? null : effectiveCloud(row, hosts);
  };
  const isCustom = (id: CloudId): boolean => ports.custom.get().some((row) => row.id === id);

  return {
    all,
    find,
    of,
    understand: (text) => understandUrl(text, all()),
    allowLink: (link) => {
      const used = ports.workspaces().flatMap((one) => of(one) ?? []);
      return allowLink(link, [...all(), ...used], ports.demoOrigins);
    },
    save: (id, draft) => {
      if (id !== null && !isCustom(id)) return failed('not-found', { what: 'custom cloud', id });
      const others = all().filter((row) => row.id !== id);
      const [problem] = Object.entries(cloudProblems(draft, others));
      if (problem !== undefined) return failed('cloud-invalid', { field: problem[0], problem: problem[1] });
      const name = draft.name.trim();
      if (others.some((row) => row.name.toLowerCase() === name.toLowerCase()))
        return failed('already-exists', { what: 'cloud', name });
      const row: CloudRow = {
        id:
          id ??
          customCloudId(
            name,
            others.map((other) => other.id),
          ),
        name,
        ...draftHosts(draft),
        environmentSuffixes: [...new Set(draft.environmentSuffixes.map(readSuffix))],
        pacName: draft.pacName.trim() === '' ? null : draft.pacName.trim(),
      };
      ports.custom.update((now) =>
        id === null ? [...now, row] : now.map((one) => (one.id === id ? row : one)),
      );
      return ok(row);
    },
    remove: (id) => {
      const row = find(id);
      if (row === null || !isCustom(id)) return failed('not-found', { what: 'custom cloud', id });
      const users = ports.workspaces().filter((one) => one.cloud === id);
      if (users.length > 0)
        return failed('cloud-in-use', {
          cloud: row.name,
          workspaces: users.map(({ name }) => name).join(', '),
        });
      ports.custom.update((now) => now.filter((one) => one.id !== id));
      return ok(null);
    },
  };
};
