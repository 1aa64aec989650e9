import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FaultyFile } from '#src/reading/publishable-part.ts';
import {
  copyContent,
  keepContent,
  removeOldContent,
  servedContent,
  type ReleasedContent,
} from '../../../scripts/deploy/published-content.ts';
import { writeRecord } from '../../../scripts/deploy/record.ts';
import { switchTo, targetAt } from '../../../scripts/shared/target.ts';
import { lastPublished } from '../../../scripts/shared/last-published.ts';
import { temporaryFolder, writeFiles } from '../../temporary-folder.ts';

const [FIRST, SECOND] = ['20261124T130000Z-1a2b3c4d', '20261124T140000Z-1a2b3c4d'];
const [REEF, RAIN] = ['articles/en/reef.md', 'articles/en/rain.md'];

/** A target and a newsroom, in git or not, of which releases are made. */
function publications({ isInGit }: { isInGit: boolean }) {
  const folder = temporaryFolder({
    'content/articles/en/reef.md': 'reef 1\n',
    'content/articles/en/rain.md': 'rain 1\n',
  });
  const contentRoot = join(folder, 'content');
  const target = targetAt(`dir:${join(folder, 'www')}`, 'is new');
  mkdirSync(target.releases, { recursive: true });
  const git = (...options: string[]) =>
    spawnSync('git', ['-C', contentRoot, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...options], {
      encoding: 'utf8',
    }).stdout.trim();
  const commit = () => {
    git('add', '.');
    git('commit', '-qm', 'More');
    return git('rev-parse', 'HEAD');
  };
  if (isInGit) git('init', '-q');
  let head = isInGit ? commit() : undefined;
  const from = () => {
    const served = servedContent(target);
    return served === undefined ? undefined : lastPublished(served, contentRoot);
  };
  return {
    folder,
    contentRoot,
    target,
    git,
    commit: () => (head = commit()),
    /** Makes a release, as far as its content is concerned, and serves it. */
    publish: (id: string, faulty: readonly FaultyFile[] = [], more: Partial<ReleasedContent> = {}) => {
      const files = [REEF, RAIN, 'pictures/reef.webp'].filter((file) => existsIn(contentRoot, file));
      keepContent(target, id, { contentRoot, commit: head, files, faulty, last: from(), ...more });
      const now = new Date('2026-11-24T13:00:00Z');
      writeRecord(target, { id, madeAt: now, now, digest: '', files: {}, retained: {} });
      mkdirSync(join(target.releases, id), { recursive: true });
      switchTo(target, id);
    },
    edit: (file: string, text: string) => writeFiles(contentRoot, { [file]: text }),
    last: (file: string) => {
      const bytes = from()?.read(file);
      return bytes && Buffer.from(bytes).toString('utf8');
    },
    kept: () => readdirSync(join(target.folder, 'content')).filter((name) => !name.endsWith('.json')),
  };
}

const existsIn = (folder: string, file: string) => existsSync(join(folder, file));

describe.each([{ isInGit: true }, { isInGit: false }])('what was last published (in git: $isInGit)', ({ isInGit }) => {
  it('is nothing before the first publish', () => {
    expect(publications({ isInGit }).last(REEF)).toBeUndefined();
  });

  it('is each file as it was then, whatever was done to it since', () => {
    const { publish, edit, commit, last, contentRoot } = publications({ isInGit });
    publish(FIRST);
    edit(REEF, 'reef 2\n');
    rmSync(join(contentRoot, RAIN));
    if (isInGit) commit();
    expect([last(REEF), last(RAIN)]).toEqual(['reef 1\n', 'rain 1\n']);
    expect(last('articles/en/other.md')).toBeUndefined();
  });

  it('is what readers saw of files with mistakes, over many publishes', () => {
    const { publish, edit, commit, last } = publications({ isInGit });
    publish(FIRST);
    edit(REEF, 'broken\n');
    edit('pictures/reef.webp', 'pixels');
    if (isInGit) commit();
    const faulty: FaultyFile[] = [
      { file: REEF, shown: 'earlier', deadLinks: 0 },
      { file: RAIN, shown: 'nothing', why: 'hidden', deadLinks: 0 },
    ];
    publish(SECOND, faulty);
    expect([last(REEF), last(RAIN), last('pictures/reef.webp')]).toEqual(['reef 1\n', undefined, 'pixels']);
    // The same again: the copy is the source now.
    publish(SECOND, faulty);
    expect([last(REEF), last(RAIN)]).toEqual(['reef 1\n', undefined]);
  });

  it('is a file as it is if only its links are dead', () => {
    const { publish, last } = publications({ isInGit });
    publish(FIRST, [{ file: REEF, shown: 'current', deadLinks: 2 }]);
    expect(last(REEF)).toBe('reef 1\n');
  });

  it('goes with its release, but stays for copies of it', () => {
    const { publish, edit, last, target, kept } = publications({ isInGit: false });
    publish(FIRST);
    edit(REEF, 'reef 2\n');
    publish(SECOND);
    expect(kept()).toHaveLength(3);
    rmSync(join(target.releases, `${FIRST}.json`));
    removeOldContent(target);
    expect(kept()).toHaveLength(2);
    expect(last(REEF)).toBe('reef 2\n');
    copyContent(target, SECOND, `${SECOND}-again`);
    writeRecord(target, {
      id: `${SECOND}-again`,
      madeAt: new Date(),
      now: new Date(),
      digest: '',
      files: {},
      retained: {},
    });
    mkdirSync(join(target.releases, `${SECOND}-again`));
    switchTo(target, `${SECOND}-again`);
    expect(last(REEF)).toBe('reef 2\n');
  });
});

describe('in git', () => {
  it('only what is not in the commit is copied: files that were changed, or never added', () => {
    const { publish, edit, kept, last } = publications({ isInGit: true });
    publish(FIRST);
    expect(kept()).toEqual([]);
    edit(RAIN, 'rain, not committed\n');
    edit('pictures/reef.webp', 'not added');
    publish(SECOND);
    expect(kept()).toHaveLength(2);
    edit(RAIN, 'rain 3\n');
    expect([last(RAIN), last(REEF)]).toEqual(['rain, not committed\n', 'reef 1\n']);
  });

  it('a file is as a checkout has it, with its line ends', () => {
    const { publish, edit, git, commit, contentRoot, last } = publications({ isInGit: true });
    edit('.gitattributes', '*.md text eol=crlf\n');
    commit();
    git('rm', '-q', '--cached', '-r', '.');
    git('reset', '-q', '--hard');
    publish(FIRST);
    writeFileSync(join(contentRoot, REEF), 'broken');
    expect(last(REEF)).toBe('reef 1\r\n');
  });

  it('a commit can be named in place of a release, and nothing else', () => {
    const { contentRoot, git, edit } = publications({ isInGit: true });
    edit(REEF, 'reef 2\n');
    expect(Buffer.from(lastPublished('HEAD', contentRoot).read(REEF) ?? '').toString()).toBe('reef 1\n');
    expect(lastPublished('HEAD', contentRoot).key).toBe(git('rev-parse', 'HEAD'));
    expect(() => lastPublished('no-such', contentRoot)).toThrow(
      `--published no-such: is neither a file nor a commit of ${contentRoot}`,
    );
  });
});

it('a copy that was damaged is none', () => {
  const { publish, edit, kept, last, target } = publications({ isInGit: false });
  publish(FIRST);
  edit(REEF, 'broken');
  for (const name of kept()) writeFileSync(join(target.folder, 'content', name), 'scribble');
  expect(last(REEF)).toBeUndefined();
});
