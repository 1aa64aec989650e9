import { picturesInBody, type ShownInBody } from '#src/markdown/body-pictures.ts';
import { embedsInBody } from '#src/markdown/embeds.ts';
import { lostTags } from '#src/markdown/raw-html.ts';
import { showValue, type Problem } from '#src/schemas/problem.ts';
import { PICTURE_PATH_PATTERN } from '#src/schemas/shared-fields.ts';

/** What of a body is no text: what has to be made ready for it, and what is wrong. */
export interface BodyParts {
  /** The paths of the pictures it shows, as written, each once. */
  pictures: string[];
  problems: BodyProblem[];
}

/** What is wrong in a body, and where in it. */
interface BodyProblem extends Pick<Problem, 'severity' | 'value' | 'reason' | 'remedy'> {
  offset: number;
}

export const PICTURE_REMEDY = 'check the spelling, or add the picture to the newsroom’s pictures folder';

/**
 * Reads a body's pictures and embeds, and looks for HTML that no page shows.
 * @param exists whether the newsroom has a picture, by its path as written
 */
export function readBodyParts(markdown: string, exists: (picture: string) => boolean): BodyParts {
  const shown = picturesInBody(markdown);
  const pictures = new Set(shown.map(({ path }) => path));
  const problems = bodyPictureProblems(shown, exists);
  for (const { reading, offset } of embedsInBody(markdown)) {
    if ('faults' in reading) {
      problems.push(
        ...reading.faults.map((fault) => ({ severity: 'error' as const, ...fault, offset: offset + fault.offset })),
      );
      continue;
    }
    const { picture } = reading.fields;
    if (!picture) continue;
    pictures.add(picture);
    const wrong = wrongPath(picture, exists);
    if (wrong) problems.push({ severity: 'error', offset, value: showValue(picture), ...wrong });
  }
  return { pictures: [...pictures], problems: [...problems, ...lostHtml(markdown)] };
}

/** Each kind of element is told of once, where it is first written. */
function lostHtml(markdown: string): BodyProblem[] {
  const told = new Set<string>();
  return lostTags(markdown).flatMap(({ name, offset }): BodyProblem[] => {
    if (told.has(name)) return [];
    told.add(name);
    const reason = `holds <${name}>, which is not shown, with what is in it`;
    const remedy = 'remove it; a video, map, post or document is written ::video{url="https://…" title="…"}';
    return [{ severity: 'warning', offset, reason, remedy }];
  });
}

/** A path is told of once, where it is first shown; missing words at every picture that lacks them. */
function bodyPictureProblems(shown: readonly ShownInBody[], exists: (picture: string) => boolean): BodyProblem[] {
  const told = new Set<string>();
  return shown.flatMap((picture) => {
    const { path, pathOffset } = picture;
    const wrong = told.has(path) ? undefined : wrongPath(path, exists);
    told.add(path);
    const value = path ? showValue(path) : undefined;
    return [
      ...(wrong ? [{ severity: 'error' as const, offset: pathOffset, value, ...wrong }] : []),
      ...withoutAlt(picture),
    ];
  });
}

function wrongPath(path: string, exists: (picture: string) => boolean): Pick<Problem, 'reason' | 'remedy'> | undefined {
  if (!path) {
    return { reason: 'shows a picture without saying which', remedy: 'write its path, such as /pictures/name.webp' };
  }
  if (PICTURE_PATH_PATTERN.test(path)) {
    return exists(path) ? undefined : { reason: 'shows a picture that does not exist', remedy: PICTURE_REMEDY };
  }
  if (/^(?:\.\/|\/pictures\/)(?!.*\.\.\/)/.test(path)) {
    return {
      reason: 'shows a picture of a kind or name that the site cannot show',
      remedy: 'save it as jpg, png, webp or avif under a name of letters a–z, digits and hyphens',
    };
  }
  return {
    reason: 'shows a picture from outside the newsroom',
    remedy: 'save it as /pictures/name.webp or beside the story and use that path',
  };
}

function withoutAlt({ path, alt, offset }: ShownInBody): BodyProblem[] {
  if (alt) return [];
  const good = PICTURE_PATH_PATTERN.test(path) ? path : '/pictures/name.webp';
  const reason = 'shows a picture without saying what it shows';
  const remedy = `write ![what the picture shows](${good} "caption and credit")`;
  return [{ severity: 'error', offset, value: path ? showValue(path) : undefined, reason, remedy }];
}
