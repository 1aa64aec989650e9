import type { NewsroomRule } from '../rule.ts';

export const unusedPicture: NewsroomRule = {
  id: 'unused-picture',
  severity: 'warning',
  scope: 'newsroom',
  title: { en: 'A picture that nothing shows', es: 'Una imagen que nada muestra' },
  explanation: {
    en: 'A path is misspelt somewhere, or the picture is carried along for nothing.',
    es: 'Hay una ruta mal escrita, o la imagen se arrastra sin motivo.',
  },
  check: ({ unusedPictures }) =>
    unusedPictures.map((file) => ({
      file,
      reason: 'is shown by no story, page or author',
      remedy: 'name it where it belongs, or remove it',
    })),
};
