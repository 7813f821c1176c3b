import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../support/arrows/read-imports.ts';
import { builderSettings } from './support/pack.ts';

let settings: Configuration;
beforeAll(async () => {
  settings = await builderSettings();
});

describe('the settings of the package', () => {
  test('every fuse is set, and each to the safe side', () => {
    expect(settings.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('each platform has its installers', () => {
    const both = ['x64', 'arm64'];
    expect(settings.win?.target).toEqual([{ target: 'nsis', arch: both }]);
    expect(settings.mac?.target).toEqual([
      { target: 'dmg', arch: both },
      { target: 'zip', arch: both },
    ]);
    expect(settings.linux?.target).toEqual([
      { target: 'AppImage', arch: both },
      { target: 'deb', arch: both },
    ]);
  });

  test('on macOS the runtime is hardened, and compiling scripts is all that it is allowed besides', async () => {
    const { hardenedRuntime, entitlements, entitlementsInherit } = settings.mac ?? {};
    expect(hardenedRuntime).toBe(true);
    for (const path of [entitlements, entitlementsInherit]) {
      const text = await readFile(join(projectRoot, path ?? ''), 'utf8');
      const granted = [...text.matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key);
      expect(granted).toEqual(['com.apple.security.cs.allow-jit']);
    }
  });

  test('nothing is compiled for the package', () => {
    expect(settings.npmRebuild).toBe(false);
    expect(settings.nodeGypRebuild).toBe(false);
    expect(settings.buildDependenciesFromSource).toBe(false);
  });

  test('no publish target is set, and the console looks for no update as long as that is so', async () => {
    expect(settings.publish).toBeNull();
    const entry = await readFile(join(projectRoot, 'main', 'hosts', 'electron', 'index.ts'), 'utf8');
    expect(entry).toContain('const PUBLISH_TARGET: string | null = null;');
  });

  test('every icon is there', () => {
    for (const icon of [settings.win?.icon, settings.mac?.icon, settings.linux?.icon])
      expect(existsSync(join(projectRoot, String(icon))), String(icon)).toBe(true);
  });
});
