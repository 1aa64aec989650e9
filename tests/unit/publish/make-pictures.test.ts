import { expect, it } from 'vitest';
import { originalsByDigest } from '#src/publish/render/make-pictures.ts';
import { makeArticle, makeEvent, makePicture } from '../../factories.ts';

it('pictures are known by their digests, those of articles and of events, in fields and in bodies', () => {
  const picture = (name: string) => makePicture({ file: `pictures/${name}.webp`, digest: name.padEnd(16, '0') });
  const field = (name: string) => ({ src: picture(name), alt: 'A reef', credit: 'Ana Pech' });
  const articles = [{ ...makeArticle(), picture: field('a'), bodyPictures: [{ path: '/b', image: picture('b') }] }];
  const events = [{ ...makeEvent(), picture: field('c'), bodyPictures: [{ path: '/d', image: picture('d') }] }];
  expect([...originalsByDigest({ articles, events }).values()]).toEqual(
    ['a', 'b', 'c', 'd'].map((name) => `pictures/${name}.webp`),
  );
});
