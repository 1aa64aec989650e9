import { z } from 'zod';
import { withError, type MessageKey, type Values } from './message.ts';
import { count, origin } from './shared-settings.ts';
import { group, mistakeAt, oneOf, switchField } from './shared-shapes.ts';

/** Where a newsroom's files are under version control. */
export const GIT_HOSTS = ['github', 'gitlab', 'gitea', 'forgejo'] as const;

/** Hosts without a common address, because anyone may run one. */
export const SELF_HOSTED: ReadonlySet<string> = new Set(['gitea', 'forgejo']);

/** Hosts on which the form keeps drafts as pull or merge requests (@sveltia/cms 0.221, “publish_mode”). */
const WITH_REVIEW: ReadonlySet<string> = new Set(['github', 'gitlab']);

/** The form for editors: where it saves, and how editors sign in. */
export const formSchema = z
  .strictObject({
    /** `folder`: a checkout on the editor's own machine instead of a host. */
    host: oneOf([...GIT_HOSTS, 'folder']),
    repository: z
      .string(withError('repository'))
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, withError('repository'))
      .optional(),
    branch: z
      .string(withError('branch'))
      .regex(/^[\w.-]+(?:\/[\w.-]+)*$/, withError('branch'))
      .default('main'),
    /** The host's address, if it is not github.com or gitlab.com. */
    server: origin.optional(),
    /**
     * For signing in with a button; without it, editors need an access token. GitLab, Gitea and Forgejo issue the `appId`;
     * GitHub needs a small service instead, whose address is `at`.
     */
    signIn: group('sign-in', {
      appId: z.string(withError('application-id')).min(1).optional(),
      at: origin.optional(),
    }).optional(),
    /** Saves drafts as pull or merge requests, which someone else publishes. */
    review: switchField.default(false),
    /** The content folder within the repository; `.` if it is the whole repository. */
    content: z
      .string(withError('content-folder'))
      .regex(/^(?:\.|[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)$/, withError('content-folder-form'))
      .default('src/content'),
    /** Whether the web server shows what each publish writes (`status/` beside the releases) below the form, to editors only. */
    status: switchField.default(false),
    /** How many years' articles the form loads when it is opened, including this year's. */
    recentYears: count(1, 10).default(2),
  })
  .superRefine(({ host, repository, server, review, signIn }, context) => {
    const fail = (field: string, message: MessageKey, values?: Values) =>
      context.addIssue(mistakeAt([field], undefined, message, values));
    if (host === 'folder') {
      if (review) fail('review', 'review-without-host');
      return;
    }
    if (repository === undefined) fail('repository', 'repository');
    if (SELF_HOSTED.has(host) && server === undefined) fail('server', 'git-server', { host });
    if (review && !WITH_REVIEW.has(host)) fail('review', 'review-unsupported', { host });
    if (host === 'github' && signIn && signIn.at === undefined) fail('signIn', 'sign-in-service');
  });

export type FormSettings = z.output<typeof formSchema>;
