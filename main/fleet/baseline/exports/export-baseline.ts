import type { BaselineExport } from '../../../../preload/contract/words/baseline.ts';
import type { Expectation } from '../expectation.ts';
import { toPac } from './to-pac.ts';
import { toPowerShell } from './to-powershell.ts';
import { toTerraform } from './to-terraform.ts';

/** Writes what a baseline says as a script of another tool. */
export const exportBaseline = (
  format: BaselineExport,
  { expectations }: { readonly expectations: readonly Expectation[] },
): { readonly text: string; readonly suggestedName: string } => {
  switch (format) {
    case 'terraform':
      return { text: toTerraform(expectations), suggestedName: 'application-users.tf' };
    case 'pac':
      return { text: toPac(expectations), suggestedName: 'application-users.sh' };
    case 'powershell':
      return { text: toPowerShell(expectations), suggestedName: 'application-users.ps1' };
  }
};
