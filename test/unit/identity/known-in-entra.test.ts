import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationByClientId } from '../../../main/directory/find-app.ts';
import { appendKeyCredential, readKeyCredentials } from '../../../main/directory/key-credentials.ts';
import { contract } from '../../../preload/contract/index.ts';
import { clientIdOf, going, graphAs, must, there } from '../directory/directory-rig.ts';
import { administratorOf, demoWorkspace, identityRig, run, startCloud, tenantOf } from './rig.ts';
import type { RunningCloud } from './rig.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const HUB = 'Contoso Integration Hub';

test('a certificate made here waits until Entra knows it: refused before, known once it was registered by hand and has signed in', async () => {
  const workspace = demoWorkspace(cloud, 'Contoso');
  const { identity, files, saved } = identityRig(cloud, [workspace]);
  await run(identity.handlers['appProfiles.addDemo'], { workspaceId: workspace.id });
  const clientId = clientIdOf(cloud, HUB);
  const { id } = there(identity.profiles.all().find((one) => one.clientId === clientId));
  const { credentialId } = contract['appProfiles.makeCertificate'].output.parse(
    must(
      await run(identity.handlers['appProfiles.makeCertificate'], {
        id,
        label: 'Made here',
        subject: 'hub',
        bits: 2048,
        validUntil: new Date(Date.now() + 90 * 86_400_000).toISOString(),
      }),
    ),
  );
  const marks = () =>
    Object.fromEntries(
      must(identity.profiles.find(id)).credentials.map(({ label, notInEntraYet }) => [label, notInEntraYet]),
    );
  const others = { 'Demo secret': false, 'Demo certificate': false };
  const signIn = () =>
    identity.tokens.forApp(
      {
        workspaceId: workspace.id,
        tenantId: tenantOf(cloud, 'Contoso'),
        clientId,
        appProfileId: id,
        credentialId,
        resource: 'https://contoso.crm4.demo.test',
      },
      going(),
    );
  expect(await signIn()).toMatchObject({ ok: false, error: { params: { aadsts: 700027 } } });
  expect(marks()).toEqual({ ...others, 'Made here': true });

  await run(identity.handlers['appProfiles.saveCertificate'], { id, credentialId, format: 'pem' });
  const certificate = new X509Certificate(there(saved[0]).content);
  const graph = await graphAs(cloud, administratorOf(cloud, 'Contoso'));
  const app = there(must(await applicationByClientId(graph, clientId, going())));
  const seen = must(await readKeyCredentials(graph, app.id, going()));
  const der = certificate.raw.toString('base64');
  must(await appendKeyCredential(graph, app.id, { name: 'by hand', der }, seen, going()));
  expect(marks()).toEqual({ ...others, 'Made here': true });
  must(await signIn());
  expect(marks()).toEqual({ ...others, 'Made here': false });
  files.remove();
});
