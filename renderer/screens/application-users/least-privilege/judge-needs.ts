import type { EffectivePrivilege, Need } from '../../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../../preload/contract/words/depth.ts';
import { compareDepth } from '../../../../preload/contract/words/depth.ts';

/** A privilege that an app needs, beside what it has of it. */
export type JudgedNeed = {
  readonly need: Need;
  /** How far it has to reach: what a refusal says, else what the person chose for queries. */
  readonly wanted: Depth;
  readonly held: Depth;
  readonly verdict: 'held' | 'not-far-enough' | 'not-held';
};

/** Judges each need; `reach` stands for those that do not say how far. */
export const judgeNeeds = (
  needs: readonly Need[],
  privileges: readonly EffectivePrivilege[],
  reach: Exclude<Depth, 'None'>,
): readonly JudgedNeed[] => {
  const heldBy = new Map(privileges.map(({ name, depth }) => [name.toLowerCase(), depth]));
  return needs.map((need): JudgedNeed => {
    const wanted = need.depth === null || need.depth === 'None' ? reach : need.depth;
    const held = heldBy.get(need.privilege.toLowerCase()) ?? 'None';
    const verdict = held === 'None' ? 'not-held' : compareDepth(held, wanted) < 0 ? 'not-far-enough' : 'held';
    return { need, wanted, held, verdict };
  });
};
