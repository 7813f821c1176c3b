/** The two walkthroughs. */
export const GUIDES = ['single-tenant', 'multi-tenant'] as const;
export type Guide = (typeof GUIDES)[number];

/** Their steps, in order. */
export const GUIDE_STEPS = {
  'single-tenant': ['connect', 'environments', 'app', 'credential', 'users', 'prove'],
  'multi-tenant': ['home-app', 'client', 'consent', 'principal', 'rollout', 'prove-there'],
} as const satisfies Readonly<Record<Guide, readonly string[]>>;
export type GuideStepId = (typeof GUIDE_STEPS)[Guide][number];

/** `unknown`: what the console knows does not tell; the evidence says what would. */
export const GUIDE_STATES = ['done', 'to-do', 'unknown'] as const;
export type GuideState = (typeof GUIDE_STATES)[number];
