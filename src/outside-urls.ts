/** Every address on other sites that the paper makes: for sharing, for mails, and of forms for the newsletter. */
import type { NewsletterProvider } from './schemas/newsletter-settings.ts';

const encode = encodeURIComponent;

/** Addresses for sharing an article: plain links, without the services' scripts. */
export function shareUrls(title: string, url: string) {
  return {
    email: `mailto:?subject=${encode(title)}&body=${encode(url)}`,
    whatsApp: `https://wa.me/?text=${encode(`${title} ${url}`)}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encode(url)}`,
    x: `https://x.com/intent/post?text=${encode(title)}&url=${encode(url)}`,
  };
}

/** Opens a mail that is ready to be sent (RFC 6068). */
export const mailUrl = (to: string, subject: string, body: string) =>
  `mailto:${to}?subject=${encode(subject)}&body=${encode(body)}`;

/** Where a provider takes subscriptions from a form of ours. */
export function signUpFormUrl(provider: NewsletterProvider): string {
  if (provider.kind === 'buttondown') return `https://buttondown.com/api/emails/embed-subscribe/${provider.username}`;
  return provider.kind === 'listmonk' ? new URL('subscription/form', provider.url).href : provider.form;
}
