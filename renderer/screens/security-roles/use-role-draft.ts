import { useCallback, useMemo } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { RoleTemplateId } from '../../../preload/contract/words/role-templates.ts';
import { useKept } from '../../bridge/index.ts';
import type { RoleWords } from './role-form.tsx';

/** What a person has chosen for a role so far. */
type RoleDraft = {
  readonly words: RoleWords;
  /** The name was typed in. */
  readonly touched: boolean;
  readonly template: RoleTemplateId;
  readonly tables: readonly string[];
  /** Circles that were turned by hand. */
  readonly set: ReadonlyMap<string, Depth>;
};

/** The draft of one role, kept when its panel is left, until it is applied or given up. */
export const useRoleDraft = (
  workspaceId: WorkspaceId,
  environment: Environment,
  role: SecurityRole | null,
): readonly [RoleDraft, (update: (before: RoleDraft) => RoleDraft) => void, () => void] => {
  const initial = useMemo(
    (): RoleDraft => ({
      words: { name: role?.name ?? '', description: '', environments: new Set([environment.id]) },
      touched: false,
      template: 'read-only',
      tables: [],
      set: new Map(),
    }),
    [environment.id, role?.name],
  );
  const key = [workspaceId, 'role-draft', environment.id, role?.rootRoleId ?? 'new'];
  const [kept, setKept] = useKept<RoleDraft | null>(key, null);
  const change = useCallback(
    (update: (before: RoleDraft) => RoleDraft) => setKept((before) => update(before ?? initial)),
    [initial, setKept],
  );
  const discard = useCallback(() => setKept(() => null), [setKept]);
  return [kept ?? initial, change, discard];
};
