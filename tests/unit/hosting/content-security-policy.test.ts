import { describe, expect, it } from 'vitest';
import { hostPolicy, pagePolicy } from '#src/hosting/content-security-policy.ts';

/** A policy taken apart: directive → sources. */
const read = (policy: string) =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1)]));

const POLICIES = { article: pagePolicy('none'), search: pagePolicy('search'), host: hostPolicy() };

/** The sign-up for the newsletter, at a provider. */
const FORM = 'https://paper.us12.list-manage.com/subscribe/post?u=abc&id=def';

it('lets the form of the newsletter be sent to its provider, at that one address, and changes nothing else', () => {
  for (const policyOf of [hostPolicy, (form?: string) => pagePolicy('none', form)]) {
    expect(policyOf(FORM)).toBe(
      policyOf().replace("form-action 'self'", "form-action 'self' https://paper.us12.list-manage.com/subscribe/post"),
    );
  }
  expect(hostPolicy('https://lists.example/a;b,c?d')).toContain("form-action 'self' https://lists.example/a%3Bb%2Cc; ");
});

describe.each(Object.entries(POLICIES))('the policy of the %s', (_, policy) => {
  it('forbids everything by default, and allows nothing inline, no eval and no other sites', () => {
    expect(read(policy).get('default-src')).toEqual(["'none'"]);
    const sources = [...read(policy).values()].flat();
    expect(sources.filter((source) => !["'none'", "'self'"].includes(source))).toEqual([]);
  });

  it('lets no page set another base, and no form submit elsewhere', () => {
    expect(read(policy).get('base-uri')).toEqual(["'none'"]);
    expect(read(policy).get('form-action')).toEqual(["'self'"]);
  });

  it('frames nothing', () => {
    expect(read(policy).has('frame-src')).toBe(false);
    expect(read(policy).has('object-src')).toBe(false);
  });
});

it('an article runs no script and makes no requests', () => {
  for (const directive of ['script-src', 'connect-src']) {
    expect(read(POLICIES.article).has(directive)).toBe(false);
  }
});

it('the host’s policy allows whatever any page’s own allows, since both apply', () => {
  for (const page of [POLICIES.article, POLICIES.search]) {
    for (const [directive, sources] of read(page)) {
      expect(read(POLICIES.host).get(directive), directive).toEqual(expect.arrayContaining(sources));
    }
  }
});

it('only the host’s policy forbids other sites to frame a page: a page’s own cannot', () => {
  expect(read(POLICIES.host).get('frame-ancestors')).toEqual(["'none'"]);
  expect(POLICIES.article + POLICIES.search).not.toContain('frame-ancestors');
});
