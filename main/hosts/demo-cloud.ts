import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/**
 * What a running demo cloud says of itself (emulator/description). Decoded here because main and the emulator share no
 * code: the worker's message is an answer of another program.
 */
export const demoCloudDescription = z.object({
  origin: z.url(),
  key: z.string(),
  login: z.object({ http: z.url() }),
  portal: z.string(),
  adminClientId: z.string(),
  tenants: z.array(z.object({ id: z.string(), name: z.string(), domain: z.string() })),
  apps: z.array(
    z.object({
      name: z.string(),
      clientId: z.string(),
      tenantId: z.string(),
      secret: z.string().optional(),
      certificatePem: z.string().optional(),
      privateKeyPem: z.string().optional(),
    }),
  ),
});
type DemoCloudDescription = z.infer<typeof demoCloudDescription>;

/** A demo cloud that runs beside the console. */
export type DemoCloud = { readonly description: DemoCloudDescription; readonly stop: () => Promise<void> };

/**
 * Starts the demo cloud in a thread of its own and waits until it listens on loopback. Rejects when it cannot start:
 * that is a bug or a machine without loopback, and the host goes on without a demo cloud.
 */
export const startDemoCloudThread = (
  entry: URL,
  options: Readonly<Record<string, unknown>> = {},
): Promise<DemoCloud> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: options });
    const stop = async (): Promise<void> => {
      await worker.terminate();
    };
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The demo cloud ended with code ${code}.`)));
    worker.once('message', (message: unknown) => {
      const decoded = demoCloudDescription.safeParse(message);
      if (decoded.success) resolve({ description: decoded.data, stop });
      else reject(decoded.error);
    });
  });
