import type { CloudId } from '../../preload/contract/words/status.ts';

/** An id for a custom cloud that is not taken, made from its name so that files and journal lines can be read. */
export const customCloudId = (name: string, taken: readonly CloudId[]): CloudId => {
  const slug =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'cloud';
  const next = (count: number): CloudId => {
    const id: CloudId = count === 1 ? `custom:${slug}` : `custom:${slug}-${count}`;
    return taken.includes(id) ? next(count + 1) : id;
  };
  return next(1);
};
