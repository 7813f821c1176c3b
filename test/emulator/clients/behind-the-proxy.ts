import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { DemoCloud } from '../../../emulator/index.ts';

/** Runs a program that is told nothing but the proxy and the certificate authority; what it prints. */
export async function runBehindProxy(
  { description: { proxy = '' } }: DemoCloud,
  caFile: string,
  file: string,
  args: readonly string[],
): Promise<string> {
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      HTTPS_PROXY: proxy,
      https_proxy: proxy,
      NO_PROXY: 'localhost,127.0.0.1',
      NODE_USE_ENV_PROXY: '1',
      NODE_EXTRA_CA_CERTS: caFile,
      CURL_CA_BUNDLE: caFile,
      REQUESTS_CA_BUNDLE: caFile,
      SSL_CERT_FILE: caFile,
    },
  });
  return text(child.stdout);
}
