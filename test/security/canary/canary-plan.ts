import { z } from 'zod';

const text = z.string();

/** What one run of the app is to do, handed to it in a file: arguments and environment variables of a process can be read by others. */
export const canaryPlan = z.object({
  /**
   * Type every kind of secret; only look at what the screens say; come back and use one that is kept; have secrets made by Entra, one of
   * them by a rotation, copy and export them; import what was exported into a console that has none of it, and enter a lost one again.
   */
  visit: z.enum(['type', 'look', 'return', 'hand-over', 'take-in']),
  dataFolder: text,
  /** Files that the person chooses in the page. */
  inputs: z.object({ pfx: text, pem: text }),
  /** Exports that are taken in: one without secrets, one with them. */
  exports: z.object({ open: text, sealed: text }).optional(),
  /** Where the run writes what came onto the clipboard for secrets; not searched. */
  handed: text,
  /** Where the run leaves what is to be searched. */
  evidence: text,
  secrets: z.object({ wrong: text, right: text, password: text, passphrase: text, planted: text }),
  app: z.object({ name: text, clientId: text }),
});
export type CanaryPlan = z.infer<typeof canaryPlan>;
