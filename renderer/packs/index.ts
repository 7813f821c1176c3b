/** Support packs: what is handed on to somebody who helps, chosen and read before it is saved. */
export { SupportPackPanel } from './support-pack-panel.tsx';
