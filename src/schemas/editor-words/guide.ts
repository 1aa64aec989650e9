import type { Locale } from '../locale.ts';
import type { Words } from './words.ts';

export const GUIDE_TITLE: Words = { en: 'Guide for editors', es: 'Guía para editores' };

export const GUIDE_DESCRIPTION: Words = {
  en: 'How a story is written, dated, illustrated, corrected and taken down, and what every field means.',
  es: 'Cómo se escribe, fecha, ilustra, corrige y retira una nota, y qué significa cada campo.',
};

/** The guide as Markdown, but for the tables of fields, which follow from the schemas. */
export const GUIDE_TEXT: Readonly<Record<Locale, string>> = {
  en: `
## Begin a story

**In the form.** Open the paper’s \`/admin/\` page and sign in. Choose the stories of the language and the year, press
*New*, fill in what is marked as required, write, and save. What you save is a commit: it is published at the next build,
some seconds to minutes later, unless it is a draft or its date is in the future.

**In a text editor.** \`npm run new -- article "The headline"\` writes a draft with every required field in
the right folder; add \`--lang es\` for one in Spanish. Take out \`draft: true\` when the story is ready.

\`\`\`text
---
title: Turtle season ends with a record count
description: Volunteers counted more nests than in any year since 1996.
pubDate: 2026-11-20T07:30
authors: [ximena-coral]
categories: [environment]
---
Nobody had expected the beach to be so crowded.
\`\`\`

The name of the file is the last part of the address: lower-case letters a–z, digits and hyphens.

## Write

The text is Markdown. Leave an empty line between paragraphs.

| You write | Readers get |
| --- | --- |
| \`*stress*\` and \`**strong stress**\` | *stress* and **strong stress** |
| \`## Subheading\` | a subheading that can be linked to; begin with two, since the headline is the first |
| \`[the words of the link](https://example.org/)\` | a link; to a story of ours, write its path: \`/articles/name/\` |
| \`> Words of somebody\` | a quotation set apart |
| \`- One\` or \`1. One\` | a list |
| \`![what the picture shows](/pictures/name.webp "Caption. Photo: name")\` | a picture with its caption |
| \`Text[^1]\` and below \`[^1]: The note.\` | a footnote |

Straight quotation marks, two hyphens and three dots become “these”, – and …. HTML is not needed; what could harm a reader is taken
out, and the build says so.

A video, a map, a post or a document stands on a line of its own. It becomes a link with a title, and with a picture of ours if you
give one: nothing is loaded from elsewhere until a reader follows it.

\`\`\`text
::video{url="https://youtu.be/abcdefghijk" title="The release of the turtles"}
::map{url="https://www.openstreetmap.org/#map=15/20.6296/-87.0739" title="Where it happened"}
::post{url="https://bsky.app/profile/example.org/post/3kabc" title="What the council wrote"}
::document{url="https://example.org/plan.pdf" title="The plan, 12 pages" picture="/pictures/plan.webp" alt="A map of the plan"}
\`\`\`

## Illustrate

Put pictures into \`pictures/\`, or beside the story, and name them \`/pictures/name.webp\` or \`./name.jpg\`. Give the largest you
have, up to 12 MB: readers get small copies. Every picture needs \`alt\`, what it shows in words for those who cannot see it, and a
credit. The alt is not the caption, not the headline and not the file’s name.

## Date, hold back, take down

- A time without an offset is **Cancún time**: \`2026-11-20T07:30\`. A date alone is that day’s midnight.
- \`pubDate\` in the future is an **embargo**: the story is nowhere until then, not in lists, search, feeds or the site’s files.
- \`draft: true\` holds a story back whatever its date.
- \`expiryDate\` takes a story down by itself, as an announcement that would mislead later.
- \`withdrawn: { date: …, reason: … }\` takes it down for good. Its address says when and why.
- \`updatedDate\` tells readers that the story has news in it. A mended typo is no update.

## Correct

Never change a fact without a note. Mend the text, and add to \`corrections\` what was wrong and what is right; it shows at the story
and on the page of all corrections.

\`\`\`text
corrections:
  - date: 2026-11-21
    kind: correction
    text: An earlier version gave the number of nests as 1,200. It is 12,000.
\`\`\`

## Rename, merge

Addresses that readers have must go on working. Add the old one to \`aliases\` (\`/articles/old-name/\`), and it leads to the new one.
The form does so by itself when a slug is changed.

## Two languages

A story in English and its translation are two files with the same \`translationKey\`. Sections, topics, places and authors are one file
with both languages in it.

## When something is wrong

\`npm run lint:content\` lists every mistake of every file, with the line and how to mend it; \`--lang es\` says it in Spanish, \`--fix\`
mends what is certain. The same stands beside the lines of a pull request.

\`\`\`text
articles/en/2026/turtles.md:5:11  error  authors[0] ("ximena-corral")  names nothing in authors/ — did you mean “ximena-coral”?
\`\`\`

An **error** stops the build: the site stays as it was, and nothing is lost. A **warning** is told and published.
`,
  es: `
## Empezar una nota

**En el formulario.** Abra la página \`/admin/\` del periódico e inicie sesión. Elija las notas del idioma y del año, pulse *Nuevo*, llene
lo obligatorio, escriba y guarde. Lo que se guarda es un *commit*: se publica con la siguiente construcción, en segundos o minutos,
salvo que sea un borrador o su fecha esté en el futuro.

**En un editor de texto.** \`npm run new -- article "El título" --lang es\` escribe un borrador con todos los campos obligatorios en la
carpeta correcta. Quite \`draft: true\` cuando la nota esté lista.

\`\`\`text
---
title: La temporada de tortugas cierra con récord
description: Los voluntarios contaron más nidos que en cualquier año desde 1996.
pubDate: 2026-11-20T07:30
authors: [ximena-coral]
categories: [environment]
---
Nadie esperaba tanta gente en la playa.
\`\`\`

El nombre del archivo es la última parte de la dirección: letras minúsculas a–z, cifras y guiones.

## Escribir

El texto es Markdown. Deje una línea vacía entre párrafos.

| Se escribe | Quien lee ve |
| --- | --- |
| \`*énfasis*\` y \`**énfasis fuerte**\` | *énfasis* y **énfasis fuerte** |
| \`## Intertítulo\` | un intertítulo que se puede enlazar; empiece con dos, porque el título es el primero |
| \`[las palabras del enlace](https://example.org/)\` | un enlace; a una nota nuestra, escriba su ruta: \`/es/articulos/nombre/\` |
| \`> Palabras de alguien\` | una cita aparte |
| \`- Uno\` o \`1. Uno\` | una lista |
| \`![qué muestra la imagen](/pictures/nombre.webp "Pie. Foto: nombre")\` | una imagen con su pie |
| \`Texto[^1]\` y abajo \`[^1]: La nota.\` | una nota al pie |

Las comillas rectas, dos guiones y tres puntos se vuelven “estas”, – y …. El HTML no hace falta; lo que podría dañar a quien lee se
quita, y la construcción lo dice.

Un video, un mapa, una publicación o un documento va en una línea propia. Se vuelve un enlace con título y, si la da, con una imagen
nuestra: nada se carga de otro sitio hasta que alguien lo sigue.

\`\`\`text
::video{url="https://youtu.be/abcdefghijk" title="La liberación de las tortugas"}
::map{url="https://www.openstreetmap.org/#map=15/20.6296/-87.0739" title="Dónde ocurrió"}
::post{url="https://bsky.app/profile/example.org/post/3kabc" title="Lo que escribió el ayuntamiento"}
::document{url="https://example.org/plan.pdf" title="El plan, 12 páginas" picture="/pictures/plan.webp" alt="Un mapa del plan"}
\`\`\`

## Ilustrar

Ponga las imágenes en \`pictures/\`, o junto a la nota, y nómbrelas \`/pictures/nombre.webp\` o \`./nombre.jpg\`. Dé la más grande que
tenga, hasta 12 MB: los lectores reciben copias pequeñas. Toda imagen necesita \`alt\`, lo que se ve en ella con palabras para quien no
la ve, y un crédito. El alt no es el pie, ni el título, ni el nombre del archivo.

## Fechar, retener, retirar

- Una hora sin desfase es **hora de Cancún**: \`2026-11-20T07:30\`. Una fecha sola es la medianoche de ese día.
- \`pubDate\` en el futuro es un **embargo**: hasta entonces la nota no está en ninguna parte, ni en listas, búsqueda, canales o archivos
  del sitio.
- \`draft: true\` retiene una nota, diga lo que diga su fecha.
- \`expiryDate\` la quita por sí sola, como un aviso que después confundiría.
- \`withdrawn: { date: …, reason: … }\` la retira para siempre. Su dirección dice cuándo y por qué.
- \`updatedDate\` dice a los lectores que hay novedades en la nota. Una errata corregida no es una actualización.

## Corregir

Nunca cambie un dato sin decirlo. Corrija el texto y añada a \`corrections\` qué estaba mal y qué es lo correcto; aparece en la nota y en
la página de todas las correcciones.

\`\`\`text
corrections:
  - date: 2026-11-21
    kind: correction
    text: Una versión anterior daba 1,200 nidos. Son 12,000.
\`\`\`

## Cambiar de nombre, unir

Las direcciones que los lectores tienen deben seguir funcionando. Añada la antigua a \`aliases\` (\`/es/articulos/nombre-antiguo/\`) y
llevará a la nueva. El formulario lo hace por sí solo cuando se cambia un slug.

## Dos idiomas

Una nota en español y su traducción son dos archivos con la misma \`translationKey\`. Secciones, temas, lugares y autores son un solo
archivo con los dos idiomas.

## Cuando algo está mal

\`npm run lint:content -- --lang es\` lista todos los errores de todos los archivos, con la línea y cómo corregirlos; \`--fix\` corrige lo
que es seguro. Lo mismo aparece junto a las líneas de un *pull request*.

\`\`\`text
articles/es/2026/tortugas.md:5:11  error  authors[0] ("ximena-corral")  no nombra nada de authors/ — ¿quiso decir “ximena-coral”?
\`\`\`

Un **error** detiene la construcción: el sitio queda como estaba y nada se pierde. Un **aviso** se dice y se publica.
`,
};
