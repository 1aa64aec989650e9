import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { subscribeSteps, type SubscribeStep } from '#src/newsroom/subscribe-pages.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { mailUrl } from '#src/outside-urls.ts';
import { localeParam, segment, SUBSCRIBE_STEPS, subscribeUrl } from '#src/urls.ts';
import type { Link } from './link.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { SignUp } from './sign-up.ts';
import { pageProps, staticPath } from './static-path.ts';
import { translationsIn, type Translation } from './translation.ts';

/** Where readers subscribe to the newsletter; or the page to which a provider sends them when they have, or could not. */
export interface SubscribePage {
  head: Head;
  chrome: PageChrome;
  title: string;
  /** Below the title, a sentence in each. */
  texts: readonly string[];
  /** On the first page alone. */
  signUp: SignUp | undefined;
  /** If it did not work: a mail to the editors, and back to the form. */
  help: readonly Link[];
  translations: readonly Translation[];
}

/** The pages on the newsletter of an edition; none if it has no newsletter. */
export function subscribePaths(edition: Edition, editions: readonly Edition[]) {
  const { signUp } = chromeOf(edition);
  if (!signUp) return [];
  const offering = editions.filter((other) => chromeOf(other).signUp);
  return subscribeSteps(edition.site, edition.locale).map((step) =>
    staticPath(
      {
        locale: localeParam(edition.locale),
        subscribe: segment(edition.locale, 'subscribe'),
        step: step && SUBSCRIBE_STEPS[edition.locale][step],
      },
      subscribePage(edition, offering, signUp, step),
      pageProps,
    ),
  );
}

function subscribePage(
  edition: Edition,
  offering: readonly Edition[],
  signUp: SignUp,
  step: SubscribeStep | undefined,
): SubscribePage {
  const { locale, site } = edition;
  const urlOf = (other: Locale) => subscribeUrl(other, step);
  const translations = translationsIn(offering, locale, urlOf);
  const { title, texts, description, help } = wordsOf(edition, signUp, step);
  return {
    head: makeHead({
      ...{ site, locale, title, description, translations },
      url: urlOf(locale),
      noIndex: step !== undefined,
      parents: step === undefined ? [] : [signUp.page],
    }),
    chrome: chromeOf(edition),
    title,
    texts,
    signUp: step === undefined ? signUp : undefined,
    help,
    translations,
  };
}

function wordsOf(edition: Edition, signUp: SignUp, step: SubscribeStep | undefined) {
  const { locale, site } = edition;
  const t = translator(locale);
  if (step === 'thanks')
    return {
      ...{ title: t('signUpThanksTitle'), description: t('signUpThanksText'), help: [] },
      texts: [t('signUpThanksText'), t('signUpThanksMissing')],
    };
  if (step === 'problem') {
    const mail = { text: site.email, href: mailUrl(site.email, t('signUpLink'), '') };
    return {
      ...{ title: t('signUpProblemTitle'), description: t('signUpProblemText'), help: [mail, signUp.page] },
      texts: [t('signUpProblemText'), t('signUpProblemWrite')],
    };
  }
  const { newsletter } = chromeOf(edition);
  const issues = newsletter ? [{ text: t('allIssues'), href: newsletter.href }] : [];
  return { title: signUp.title, description: t('signUpDescription'), texts: [signUp.text], help: issues };
}
