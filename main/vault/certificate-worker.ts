/**
 * Thread that opens one PFX file and ends. Apart, because key derivation with millions of iterations would block main for
 * half a minute; the thread is ended after a few seconds instead.
 */
import { parentPort, workerData } from 'node:worker_threads';
import forge from 'node-forge';
import { z } from 'zod';

const input = z.object({ base64: z.string(), password: z.string() });

const open = ():
  | { readonly pem: string }
  | { readonly problem: 'password' | 'damaged' | 'no-private-key' } => {
  const { base64, password } = input.parse(workerData);
  try {
    const store = forge.pkcs12.pkcs12FromAsn1(
      forge.asn1.fromDer(forge.util.decode64(base64)),
      false,
      password,
    );
    const bags = store.safeContents.flatMap((content) => content.safeBags);
    const keys = bags.flatMap((bag) => (bag.key ? [forge.pki.privateKeyToPem(bag.key)] : []));
    const certificates = bags.flatMap((bag) => (bag.cert ? [forge.pki.certificateToPem(bag.cert)] : []));
    return keys.length === 0 ? { problem: 'no-private-key' } : { pem: [...certificates, ...keys].join('\n') };
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : '';
    return { problem: /password|MAC could not be verified/i.test(words) ? 'password' : 'damaged' };
  }
};

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(open());
