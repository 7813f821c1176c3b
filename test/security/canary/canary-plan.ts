import { z } from 'zod';

const text = z.string();

/** What one run of the app is to do, handed to it in a file: arguments and environment variables of a process can be read by others. */
export const canaryPlan = z.object({
  /**
   * Type every kind of secret; have one made, copied, exported and imported; come back and use one that is kept, with or without leaving
   * evidence; only look at what the screens say.
   */
  visit: z.enum(['type', 'hand-over', 'return', 'return-only', 'look']),
  dataFolder: text,
  /** Files that the person chooses in the page. */
  inputs: z.object({ pfx: text, pem: text }),
  /** Where the run writes what came onto the clipboard for secrets; not searched. */
  handed: text,
  /** Where the run leaves what is to be searched. */
  evidence: text,
  secrets: z.object({ wrong: text, right: text, password: text, passphrase: text, planted: text }),
  app: z.object({ name: text, clientId: text }),
});
export type CanaryPlan = z.infer<typeof canaryPlan>;
