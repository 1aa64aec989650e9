import type { HeaderRules } from '#src/hosting/site-headers.ts';

/** What a host sends that was told nothing: of the policies, the page's own is left. */
export const WITHOUT_HEADERS: HeaderRules = {
  everywhere: {},
  caching: 'no-cache',
  unchanging: [],
  unchangingCaching: 'no-cache',
};
