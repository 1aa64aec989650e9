import { z } from 'zod';
import { count, origin } from './shared-settings.ts';

/** Where a newsroom's files are under version control. */
const GIT_HOSTS = ['github', 'gitlab', 'gitea', 'forgejo'] as const;

/** Hosts without a common address, because anybody may run one. */
const SELF_HOSTED: ReadonlySet<string> = new Set(['gitea', 'forgejo']);

/** Hosts on which the form keeps drafts as pull or merge requests (@sveltia/cms 0.221, “publish_mode”). */
const WITH_REVIEW: ReadonlySet<string> = new Set(['github', 'gitlab']);

const REPOSITORY_ERROR = 'expected the repository as on its host, such as "owner/name"';

/** The form for editors: where it saves, and how editors sign in. */
export const formSchema = z
  .strictObject({
    /** `folder`: a checkout on the editor's own machine instead of a host. */
    host: z.enum([...GIT_HOSTS, 'folder'], { error: `expected one of ${[...GIT_HOSTS, 'folder'].join(', ')}` }),
    repository: z
      .string({ error: REPOSITORY_ERROR })
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, { error: REPOSITORY_ERROR })
      .optional(),
    branch: z
      .string({ error: 'expected the name of a branch, such as "main"' })
      .regex(/^[\w.-]+(?:\/[\w.-]+)*$/, { error: 'expected the name of a branch, such as "main"' })
      .default('main'),
    /** The host's address, if it is not github.com or gitlab.com. */
    server: origin.optional(),
    /**
     * For signing in with a button; without it, editors need an access token. GitLab, Gitea and Forgejo issue the `appId`;
     * GitHub needs a small service instead, whose address is `at`.
     */
    signIn: z
      .strictObject(
        {
          appId: z.string({ error: 'expected the application’s id, as the host shows it' }).min(1).optional(),
          at: origin.optional(),
        },
        { error: 'expected how editors sign in: { appId: "…" }, or with GitHub { at: "https://…" }' },
      )
      .optional(),
    /** Saves drafts as pull or merge requests, which somebody else publishes. */
    review: z.boolean({ error: 'expected true or false' }).default(false),
    /** The content folder within the repository; `.` if it is the whole repository. */
    content: z
      .string({ error: 'expected a folder of the repository, such as "src/content"' })
      .regex(/^(?:\.|[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)$/, {
        error: 'expected a folder of the repository, such as "src/content"; write it without a slash at either end',
      })
      .default('src/content'),
    /** How many years' articles the form loads when it is opened, including this year's. */
    recentYears: count(1, 10).default(2),
  })
  .superRefine(({ host, repository, server, review, signIn }, context) => {
    const fail = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], input: undefined, message });
    if (host === 'folder') {
      if (review) fail('review', 'needs a host with requests; take it out, or choose github or gitlab');
      return;
    }
    if (repository === undefined) fail('repository', REPOSITORY_ERROR);
    if (SELF_HOSTED.has(host) && server === undefined) {
      fail('server', `expected the address of your ${host}, such as "https://git.example.org/"`);
    }
    if (review && !WITH_REVIEW.has(host)) {
      fail('review', `is not to be had with ${host}; take it out, or choose github or gitlab`);
    }
    if (host === 'github' && signIn && signIn.at === undefined) {
      fail('signIn', 'lacks the service that GitHub’s sign-in needs; write { at: "https://…" }');
    }
  });

export type FormSettings = z.output<typeof formSchema>;
