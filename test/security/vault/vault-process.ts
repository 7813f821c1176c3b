/** One run of the console's vault with the real keychain: carries out the commands it is given and prints the answers. */
import { join } from 'node:path';
import { z } from 'zod';
import { createVault } from '../../../main/vault/create-vault.ts';
import { keytarKeychain } from '../../../main/vault/keychain.ts';
import { openSealedFiles } from '../../../main/vault/sealed-files.ts';

const [folder = '', text = ''] = process.argv.slice(2);
const commands = z.array(z.array(z.string())).parse(JSON.parse(text));
const vault = createVault({
  keychain: keytarKeychain('S2S Console test'),
  files: openSealedFiles(join(folder, 'sealed')),
});

const run = async ([command = '', reference = '', value = '']: readonly string[]): Promise<unknown> => {
  switch (command) {
    case 'status':
      return vault.status();
    case 'lock':
      return vault.lock();
    case 'put':
      return vault.put(reference, value);
    case 'get':
      return vault.get(reference);
    case 'kept':
      return vault.kept(reference);
    case 'remove':
      return vault.remove(reference);
    default:
      throw new Error(`no such command: ${command}`);
  }
};

const answers: unknown[] = [];
for (const command of commands) answers.push(await run(command));
console.log(JSON.stringify(answers));
