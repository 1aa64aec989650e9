/** Chooses the point of a picture that stays in sight: by a click on the picture, with the arrow keys, or as text. */
import type { CustomFieldControl, CustomFieldControlProps } from '@sveltia/cms';
import { cropBox } from '#src/pictures/crop-box.ts';
import { focusText, MIDDLE, parseFocus, type Focus } from '#src/schemas/focus.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { formWord } from './form-words.ts';
import { make } from './make-element.client.ts';
import { rememberDraft, showPicture, type GetAsset } from './open-draft.client.ts';
import { fieldsOf } from './saved-entry.ts';

/** How far an arrow key moves the point, in percent. */
const STEP = 5;

const ARROWS: Readonly<Record<string, Focus>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** The shapes in which readers see the picture. */
const SHAPES = { list: 4 / 3, page: 16 / 9, front: 3.5 } as const;

/** What the CMS gives a field of ours. It gives the pictures because we patch it: see mend-cms.ts. */
type FieldProps = CustomFieldControlProps & { getAsset?: GetAsset };

/** The control of that field, which is beside the file of its picture. */
export function focusPicker(locale: Locale): CustomFieldControl {
  return function FocusPicker({ entry, value, forID, classNameWrapper, onChange, getAsset }: FieldProps) {
    const fields = (entry && fieldsOf(entry)) ?? {};
    rememberDraft(fields, getAsset);
    const { src } = (fields['picture'] ?? {}) as { src?: unknown };
    const draw = (box: HTMLElement | null) => {
      if (!box) return;
      const parts = drawn.get(box) ?? makeParts(box, { forID, className: classNameWrapper, locale });
      parts.choose = onChange;
      parts.show(typeof src === 'string' ? src : '', String(value ?? ''));
    };
    return window.h('div', { className: 'desk-focus', ref: draw }) as ReturnType<CustomFieldControl>;
  } as CustomFieldControl;
}

interface Parts {
  choose: (focus: string) => void;
  show: (path: string, written: string) => void;
}

/** The CMS hands out no more of React than its elements: what is in them is drawn once, and changed without it. */
const drawn = new WeakMap<HTMLElement, Parts>();

function makeParts(
  box: HTMLElement,
  { forID, className, locale }: { forID: string; className: string; locale: Locale },
): Parts {
  const input = make('input', {
    type: 'text',
    id: forID,
    className,
    placeholder: focusText(MIDDLE),
    autocomplete: 'off',
  });
  const picture = new Image();
  const mark = make('span');
  const title = formWord('focus.pick', locale);
  const picker = make('button', { type: 'button', title, ariaLabel: title }, picture, mark);
  const crops = Object.entries(SHAPES).map(([name, shape]) => ({ shape, name, image: new Image() }));
  const figures = crops.map(({ name, image }) => cropFigure(image, name as keyof typeof SHAPES, locale));
  const shown = make('p', {}, ...figures);
  box.append(picker, input, shown);

  const parts: Parts = { choose: () => undefined, show };
  drawn.set(box, parts);
  const focus = () => parseFocus(input.value.trim()) ?? MIDDLE;
  const choose = ({ x, y }: Focus) => {
    input.value = focusText({ x: percent(x), y: percent(y) });
    take();
  };
  const take = () => {
    parts.choose(input.value.trim());
    place();
  };
  input.addEventListener('input', take);
  picker.addEventListener('click', ({ detail, offsetX, offsetY }) => {
    // A click without a pointer, as of the space bar, is nowhere.
    if (detail > 0) choose({ x: (offsetX / picker.clientWidth) * 100, y: (offsetY / picker.clientHeight) * 100 });
  });
  picker.addEventListener('keydown', (event) => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    choose({ x: focus().x + step.x, y: focus().y + step.y });
  });
  picture.addEventListener('load', () => {
    for (const { image } of crops) image.src = picture.src;
    place();
  });
  return parts;

  function show(path: string, written: string): void {
    picker.hidden = path === '';
    shown.hidden = path === '';
    if (path !== '') showPicture(picture, path);
    // What is being typed is not yet known to the CMS.
    if (document.activeElement !== input) input.value = written;
    place();
  }

  function place(): void {
    const { x, y } = focus();
    mark.style.insetInlineStart = `${x}%`;
    mark.style.insetBlockStart = `${y}%`;
    const size = { width: picture.naturalWidth || 1, height: picture.naturalHeight || 1 };
    for (const { shape, image } of crops) {
      const { left, top, width, height } = cropBox(size, shape, { x, y });
      image.style.objectPosition = `${share(left, size.width - width)}% ${share(top, size.height - height)}%`;
    }
  }
}

const percent = (value: number) => Math.max(0, Math.min(100, Math.round(value)));

const share = (part: number, whole: number) => (whole === 0 ? 50 : (part / whole) * 100);

function cropFigure(image: HTMLImageElement, name: keyof typeof SHAPES, locale: Locale): HTMLElement {
  Object.assign(image, { alt: '', className: name });
  return make('span', {}, image, make('small', {}, formWord(`focus.${name}`, locale)));
}
