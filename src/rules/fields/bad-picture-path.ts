import type { FieldRule } from '../rule.ts';

export const badPicturePath: FieldRule = {
  id: 'bad-picture-path',
  severity: 'error',
  scope: 'field',
  title: { en: 'The path of a picture that cannot be one', es: 'Una ruta de imagen que no puede serlo' },
  explanation: {
    en: 'Pictures come from the newsroom: its pictures folder, or beside the story.',
    es: 'Las imágenes vienen de la redacción: de su carpeta de imágenes o de junto a la nota.',
  },
  matches: (issue) => issue.code === 'invalid_format' && issue.message.includes('/pictures/'),
};
