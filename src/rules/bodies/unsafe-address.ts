import { isSafeAddress } from '#src/markdown/safe-addresses.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { TextRule } from '../rule.ts';

export const unsafeAddress: TextRule = {
  id: 'unsafe-address',
  severity: 'warning',
  scope: 'text',
  title: {
    en: 'A link of a kind that browsers may run, or cannot open',
    es: 'Un enlace de un tipo que el navegador podría ejecutar o no puede abrir',
  },
  explanation: {
    en: 'Links are http, https, mailto and tel; any other loses its address on the page.',
    es: 'Los enlaces son http, https, mailto y tel; cualquier otro pierde su dirección en la página.',
  },
  check: ({ facts }) =>
    facts.links
      .filter(({ address }) => address && !isSafeAddress(address.replace(/ /g, '%20')))
      .map(({ address, addressOffset }) => ({
        offset: addressOffset,
        value: showValue(address),
        reason: 'is an address that readers cannot be given',
        remedy: 'write one that begins with https://, http://, mailto:, tel: or /',
      })),
};
