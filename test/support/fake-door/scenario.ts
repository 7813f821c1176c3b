import type { RotationStage, Theme } from '../../../preload/contract/words/status.ts';
import { ROTATION_STAGES, THEMES } from '../../../preload/contract/words/status.ts';

const VAULTS = ['locked', 'none', 'foreign'] as const;
/** How the vault stands; `foreign` is a keychain that works and is not the one used before. */
type VaultScenario = 'keeping' | (typeof VAULTS)[number];

const BASELINES = ['uncompared', 'none'] as const;
const DIRECTORIES = ['denied', 'offline'] as const;

/** Which state of the world the fake door plays. */
export type Scenario = {
  readonly theme: Theme;
  readonly firstRun: boolean;
  readonly signedIn: boolean;
  /** Two accounts are signed in, one of which has expired. */
  readonly accounts: boolean;
  /** Signing in in the browser fails with this AADSTS number; `wait` never ends. */
  readonly signInFails: string | null;
  /** It fails the first time only. */
  readonly signInFailsOnce: boolean;
  /** A device code expires at once. */
  readonly codeExpires: boolean;
  readonly empty: boolean;
  readonly denied: boolean;
  /** The last step of a change in a tenant is denied, until somebody with more rights has signed in. */
  readonly stepDenied: boolean;
  readonly vault: VaultScenario;
  readonly notices: boolean;
  /** How the directory answers: `denied` for want of a permission, `offline` for want of a network. */
  readonly directory: 'there' | 'denied' | 'offline';
  /** Forty workspaces with 500 credentials each. */
  readonly crowd: boolean;
  /** No credential ends soon. */
  readonly calm: boolean;
  /** A change in environments succeeds in the last one too. */
  readonly smooth: boolean;
  /** A reminder of credentials that end is due. */
  readonly due: boolean;
  /** The guide is shown from the beginning. */
  readonly guide: boolean;
  /** Answers carry the name of the workspace that they were asked for, and take their time. */
  readonly apart: boolean;
  /** Forty workspaces instead of three. */
  readonly many: boolean;
  /** The administrator who is asked for consent accepts, or declines; otherwise nobody answers. */
  readonly consented: boolean;
  readonly declined: boolean;
  /** The inventory was read two days ago and kept; some of it is different from what was seen. */
  readonly snapshot: boolean;
  /** Two hundred environments with forty apps each, known from before. */
  readonly fleet: boolean;
  /** Milliseconds between the events of a stream. */
  readonly pace: number;
  /** How far a rotation of Order sync is; null: none has begun. */
  readonly rotation: RotationStage | null;
  /** Whether the workspace has a baseline, and whether it was compared. */
  readonly baseline: 'compared' | 'uncompared' | 'none';
  /** Rows of a query run. */
  readonly rows: number;
};

/** Reads a scenario from its text, e.g. `theme=dark&empty&pace=50`. It stands in the window's name, which no address can disturb. */
export const readScenario = (search: string): Scenario => {
  const params = new URLSearchParams(search);
  const theme = THEMES.find((each) => each === params.get('theme')) ?? 'light';
  return {
    theme,
    firstRun: params.has('first-run'),
    signedIn: !params.has('signed-out') && !params.has('first-run'),
    accounts: params.has('accounts'),
    signInFails: params.get('sign-in-fails'),
    signInFailsOnce: params.has('once'),
    codeExpires: params.has('code-expires'),
    empty: params.has('empty'),
    denied: params.has('denied'),
    stepDenied: params.has('step-denied'),
    vault: VAULTS.find((each) => params.has(each)) ?? 'keeping',
    notices: params.has('notices'),
    directory: DIRECTORIES.find((each) => each === params.get('directory')) ?? 'there',
    crowd: params.has('crowd'),
    calm: params.has('calm'),
    smooth: params.has('smooth'),
    due: params.has('due'),
    guide: params.has('guide'),
    many: params.has('many'),
    apart: params.has('apart'),
    consented: params.has('consented'),
    declined: params.has('declined'),
    snapshot: params.has('snapshot') || params.has('fleet'),
    fleet: params.has('fleet'),
    pace: Number(params.get('pace') ?? '0'),
    rotation: ROTATION_STAGES.find((each) => each === params.get('rotation')) ?? null,
    baseline: BASELINES.find((each) => each === params.get('baseline')) ?? 'compared',
    rows: Number(params.get('rows') ?? '4200'),
  };
};
