/** What rules say, and the same in Spanish. */
export const RULE_MESSAGES: Readonly<Record<string, string>> = {
  // Names.
  'is a link to another place, which is not followed': 'es un enlace a otro lugar, y los enlaces no se siguen',
  'put the file itself here': 'ponga aquí el archivo mismo',
  'is neither a file nor a folder': 'no es ni archivo ni carpeta',
  'remove it': 'quítelo',
  'is a folder with the name of a file': 'es una carpeta con nombre de archivo',
  'move what is in it, and remove the folder': 'mueva lo que contiene y quite la carpeta',
  'is not a folder of a newsroom, and nothing in it is read':
    'no es una carpeta de una redacción, y nada de lo que contiene se lee',
  'the folders are {folders}': 'las carpetas son {folders}',
  'stands outside the folders that are read': 'está fuera de las carpetas que se leen',
  'move it into one of {folders}': 'muévalo a una de {folders}',
  'is hidden by the dot before its name, and is not read': 'está oculto por el punto delante del nombre, y no se lee',
  'remove the dot, or the file': 'quite el punto, o el archivo',
  'has a name whose accents are characters of their own': 'tiene un nombre cuyos acentos son caracteres aparte',
  'rename it with letters a–z, digits and hyphens': 'cámbiele el nombre: letras a–z, cifras y guiones',
  'has a name with {sign} in it, which not every machine can write':
    'tiene un nombre con {sign}, que no todas las máquinas pueden escribir',
  'has a name with a space or a dot at its end': 'tiene un nombre con un espacio o un punto en un extremo',
  'rename it without': 'cámbiele el nombre sin eso',
  'stands in a folder of its own, where nothing can name it': 'está en una carpeta propia, donde nadie puede nombrarlo',
  'move it up into {folder}/': 'súbalo a {folder}/',
  'is not a {extension} file': 'no es un archivo {extension}',
  'rename it, or move it out of {folder}/': 'cámbiele el nombre, o sáquelo de {folder}/',
  'has a name that cannot be an address': 'tiene un nombre que no puede ser una dirección',
  '{=wrong}; {=remedy}': '{=wrong}; {=remedy}',
  'stands in no language’s folder': 'no está en la carpeta de ningún idioma',
  'move it to {folder}/en/ or {folder}/es/': 'muévalo a {folder}/en/ o {folder}/es/',
  'cannot be shown by any story under this name': 'ninguna nota puede mostrarlo con este nombre',
  'save it as jpg, png, webp or avif under a name of letters a–z, digits and hyphens':
    'guárdelo como jpg, png, webp o avif con un nombre de letras a–z, cifras y guiones',

  // Bytes and YAML.
  'holds bytes that are not UTF-8': 'contiene bytes que no son UTF-8',
  'save the file anew as UTF-8, and read its accents': 'guarde de nuevo el archivo como UTF-8 y revise los acentos',
  'delete it, and retype what stands around it': 'bórrelo y vuelva a escribir lo que lo rodea',
  'holds a character that turns the direction of writing':
    'contiene un carácter que cambia la dirección de la escritura',
  'holds a character that nobody sees': 'contiene un carácter que nadie ve',
  'delete it, and retype the word': 'bórrelo y vuelva a escribir la palabra',
  'has no front matter': 'no tiene cabecera de campos (front matter)',
  'begin the file with a line ---, the fields, and another line ---':
    'empiece el archivo con una línea ---, los campos y otra línea ---',
  'holds no fields': 'no contiene campos',
  'write fields as “name: value”, one a line': 'escriba los campos como “nombre: valor”, uno por línea',
  'cannot be read as YAML: {=why}': 'no se puede leer como YAML: {=why}',
  'anchors (&) and aliases (*) are not allowed': 'no se admiten anclas (&) ni alias (*)',
  'write the value out where it is meant, or put quotation marks around the text':
    'escriba el valor donde corresponde, o ponga el texto entre comillas',
  'merge keys (<<) are not allowed': 'no se admiten claves de fusión (<<)',
  'write the fields out': 'escriba los campos uno por uno',
  'tags (!) are not allowed': 'no se admiten etiquetas (!)',
  'take the tag out, or put quotation marks around the text': 'quite la etiqueta, o ponga el texto entre comillas',
  'a field is written twice': 'un campo está escrito dos veces',
  'remove one of the two': 'quite uno de los dos',
  'there is more than one document in it': 'contiene más de un documento',
  'remove the line --- or ... and what follows it': 'quite la línea --- o ... y lo que sigue',
  'a tab is used for indentation': 'se usó un tabulador como sangría',
  'use spaces': 'use espacios',
  'check quotation marks, colons and indentation on this line': 'revise comillas, dos puntos y sangría en esta línea',

  // Pictures.
  'names a picture that does not exist': 'nombra una imagen que no existe',
  'shows a picture that does not exist': 'muestra una imagen que no existe',
  'check the spelling, or add the picture to the newsroom’s pictures folder':
    'revise cómo está escrita la ruta, o agregue la imagen a la carpeta pictures de la redacción',
  'shows a picture without saying which': 'muestra una imagen sin decir cuál',
  'write its path, such as /pictures/name.webp': 'escriba su ruta, como /pictures/name.webp',
  'shows a picture of a kind or name that the site cannot show':
    'muestra una imagen de un tipo o con un nombre que el sitio no puede mostrar',
  'shows a picture from outside the newsroom': 'muestra una imagen de fuera de la redacción',
  'save it as /pictures/name.webp or beside the story and use that path':
    'guárdela como /pictures/name.webp o junto a la nota y use esa ruta',
  'is a picture, which standing pages do not show': 'es una imagen, y las páginas fijas no las muestran',
  'take it out, or tell it in a story': 'quítela, o cuéntelo en una nota',
  'shows a picture without saying what it shows': 'muestra una imagen sin decir qué se ve en ella',
  'write ![what the picture shows]({path} "caption and credit")':
    'escriba ![qué muestra la imagen]({path} "pie y crédito")',
  'repeats the name of the picture’s file': 'repite el nombre del archivo de la imagen',
  'repeats the headline': 'repite el título',
  'write what the picture shows': 'escriba qué muestra la imagen',
  'leads out of the newsroom by a symbolic link': 'sale de la redacción por un enlace simbólico',
  'put the picture itself in its place': 'ponga la imagen misma en su lugar',
  'is a {format} file by its content, whatever its name says':
    'es por su contenido un archivo {format}, diga lo que diga su nombre',
  'open it in a picture editor and export it as jpg, png, webp or avif':
    'ábralo en un editor de imágenes y expórtelo como jpg, png, webp o avif',
  'names a file that cannot be read as a picture': 'nombra un archivo que no se puede leer como imagen',
  'save it again as jpg, png, webp or avif': 'vuelva a guardarlo como jpg, png, webp o avif',
  'is larger than 12 MB': 'pesa más de 12 MB',
  'is larger than 12,000 pixels on a side': 'mide más de 12,000 pixeles de lado',
  'save it smaller: 3,000 pixels on the long side are plenty':
    'guárdela más pequeña: bastan 3,000 pixeles en el lado mayor',
  'has another ending than its format, which is {format}': 'tiene otra extensión que la de su formato, que es {format}',
  'rename it, or save it in the format its name promises':
    'cámbiele el nombre, o guárdela en el formato que promete su nombre',
  'is shown by no story, page or author': 'no aparece en ninguna nota, página o ficha de autor',
  'name it where it belongs, or remove it': 'nómbrela donde corresponde, o quítela',

  // Texts.
  'is before the story was published': 'es anterior a la publicación de la nota',
  'correct this date or pubDate': 'corrija esta fecha o pubDate',
  'says that the story is paid for, but not by whom': 'dice que la nota es pagada, pero no por quién',
  'add sponsor: { name: "…", url: "https://…" }, or remove the tag':
    'agregue sponsor: { name: "…", url: "https://…" }, o quite la etiqueta',
  'seems to be in Spanish': 'parece estar en español',
  'seems to be in English': 'parece estar en inglés',
  'move the file to the folder {folder}/, or translate the text':
    'mueva el archivo a la carpeta {folder}/, o traduzca el texto',
  'has no text': 'no tiene texto',
  'write it below the front matter': 'escríbalo debajo de la cabecera de campos',
  'is a heading that skips a level': 'es un subtítulo que se salta un nivel',
  'write {marks} in place of it': 'escriba {marks} en su lugar',
  'is an address where a reader expects words': 'es una dirección donde el lector espera palabras',
  'write [what is there](address)': 'escriba [qué hay ahí](dirección)',
  'is a link without an address': 'es un enlace sin dirección',
  'is a link without words': 'es un enlace sin palabras',
  'write [words](address)': 'escriba [palabras](dirección)',
  'is an address that readers cannot be given': 'es una dirección que no se puede dar a los lectores',
  'write one that begins with https://, http://, mailto:, tel: or /':
    'escriba una que empiece con https://, http://, mailto:, tel: o /',

  // Embeds and HTML.
  'holds <{element}>, which is not shown, with what is in it':
    'contiene <{element}>, que no se muestra, ni tampoco lo que lleva dentro',
  'remove it; a video, map, post or document is written ::video{url="https://…" title="…"}':
    'quítelo; un video, mapa, publicación o documento se escribe ::video{url="https://…" title="…"}',
  'is no kind of embed': 'no es nada que se pueda incrustar',
  'write one of {kinds}': 'escriba uno de estos: {kinds}',
  'is an embed that cannot be read': 'es un elemento incrustado que no se puede leer',
  'write it on one line, as {form}': 'escríbalo en una sola línea, así: {form}',
  'is an embed with other text about it': 'es un elemento incrustado con otro texto alrededor',
  'leave an empty line before and after it': 'deje una línea vacía antes y después',
  'cannot be read as a field': 'no se puede leer como campo',
  'write each field as name="…", with straight quotation marks and a space between fields':
    'escriba cada campo como nombre="…", con comillas rectas y un espacio entre campos',
  'is said twice': 'está dicho dos veces',

  // The whole newsroom.
  'names nothing in {folder}/': 'no nombra nada de {folder}/',
  'did you mean “{word}”? Otherwise create {file}': '¿quiso decir “{word}”? Si no, cree {file}',
  'create {file}': 'cree {file}',
  'claims the address that {file} already has': 'reclama la dirección que ya tiene {file}',
  'claims the translation key that {file} already has': 'reclama la clave de traducción que ya tiene {file}',
  'change one of the two': 'cambie uno de los dos',
  'pairs with no text in the other language': 'no forma pareja con ningún texto en el otro idioma',
  'give the translation the same key, or remove it here': 'dele a la traducción la misma clave, o quítela aquí',
  'is an address the site needs for its lists': 'es una dirección que el sitio necesita para sus listas',
  'give the page another slug': 'dele a la página otro slug',
  'is the address that it has now': 'es la dirección que tiene ahora',
  'remove it: an alias is an address that it had before': 'quítela: un alias es una dirección que tuvo antes',
  'is an address of the site itself': 'es una dirección del propio sitio',
  'is the address of {file}': 'es la dirección de {file}',
  'write an address at which nothing stands any more': 'escriba una dirección donde ya no haya nada',
  'write an address at which nothing stands any more; or make that story a draft':
    'escriba una dirección donde ya no haya nada, o convierta esa nota en borrador',
  'a withdrawn story keeps its address': 'una nota retirada conserva su dirección',
  'stands twice in the list': 'está dos veces en la lista',
  'remove one; the last slash makes no difference': 'quite una; la última diagonal no cambia nada',
  'claims the address that {file} already has among its aliases':
    'reclama la dirección que {file} ya tiene entre sus alias',
  'remove it from one of the two': 'quítela de uno de los dos',
  'differs only in capitals from “{alias}” of {file}': 'solo difiere en mayúsculas de “{alias}”, de {file}',
  'hosts that know no difference use that one; remove “{alias}” unless it was really used':
    'los servidores que no ven la diferencia usan esa; quite “{alias}”, salvo que de verdad se haya usado',
  'leads in a circle: {way}': 'lleva en círculo: {way}',
  'remove one of these aliases': 'quite uno de estos alias',
  'looks like another tag': 'se parece a otro tema',
  'did you mean “{word}”? If it is a new topic, add {file}':
    '¿quiso decir “{word}”? Si es un tema nuevo, agregue {file}',
  'differs from {file} in nothing that every machine can tell':
    'no se distingue de {file} en nada que todas las máquinas vean',
  'rename one of the two': 'cambie el nombre de uno de los dos',
  'needs {file}, which has mistakes': 'necesita {file}, que tiene errores',
  'mend that file first': 'corrija antes ese archivo',

  // Links.
  'is no address': 'no es una dirección',
  'correct its % signs': 'corrija sus signos %',
  'links to a picture’s file, which readers get under another address':
    'enlaza al archivo de una imagen, que los lectores reciben con otra dirección',
  'show it: ![what the picture shows]({path})': 'muéstrela: ![qué muestra la imagen]({path})',
  'leads to a page without its last slash': 'lleva a una página sin su última diagonal',
  'write {address}': 'escriba {address}',
  'leads nowhere on this site': 'no lleva a ninguna parte de este sitio',
  'correct the address, or take the link out': 'corrija la dirección, o quite el enlace',
  'leads to a story that was withdrawn': 'lleva a una nota que se retiró',
  'take the link out, or say in the text that the story was withdrawn':
    'quite el enlace, o diga en el texto que la nota se retiró',
  'leads to a story that is withdrawn': 'lleva a una nota retirada',
  'leads to a story that is a draft': 'lleva a una nota que es un borrador',
  'leads to a story that is not out yet': 'lleva a una nota que aún no sale',
  'leads to a story that has expired': 'lleva a una nota que ya caducó',
  'take the link out, or publish that story first': 'quite el enlace, o publique antes esa nota',
  'leads to a story that expires at {instant}': 'lleva a una nota que caduca en {instant}',
  'take the link out before then': 'quite el enlace antes de esa fecha',
  'leads to an old address': 'lleva a una dirección antigua',
  'leads to a part that {file} does not have': 'lleva a una parte que {file} no tiene',
  'correct what follows the #, or take it away': 'corrija lo que sigue al #, o quítelo',
};

/** What the YAML parser says, of which only what editors meet has words of its own. */
export const YAML_MESSAGES: Readonly<Record<string, string>> = {
  'bad indentation of a mapping entry': 'la sangría de un campo no es correcta, o sobran dos puntos',
  'bad indentation of a sequence entry': 'la sangría de un elemento de lista no es correcta',
  'can not read a block mapping entry; a multiline key may not be an implicit key':
    'una línea no es un campo: le faltan los dos puntos',
  'deficient indentation': 'la sangría es insuficiente',
  'end of the stream or a document separator is expected': 'hay algo donde debería terminar el texto',
  'missed comma between flow collection entries': 'falta una coma entre los elementos de una lista',
  'unexpected end of the stream within a double quoted scalar': 'unas comillas dobles no se cierran',
  'unexpected end of the stream within a single quoted scalar': 'unas comillas sencillas no se cierran',
  'unexpected end of the stream within a flow collection': 'un corchete o una llave no se cierra',
  'unknown escape sequence': 'hay una diagonal invertida que no significa nada',
};

/** What is said in place of any other word of the parser: none of them may be left in English. */
export const OTHER_YAML_MESSAGE = 'no se entiende lo que hay aquí';

/** What commands say when they have looked at everything. */
export const COMMAND_MESSAGES: Readonly<Record<string, string>> = {
  '1 mistake to mend. Nothing was built; the last site is as it was.':
    '1 error por corregir. No se construyó nada; el último sitio quedó como estaba.',
  '{count} mistakes to mend. Nothing was built; the last site is as it was.':
    '{count} errores por corregir. No se construyó nada; el último sitio quedó como estaba.',
  '{=mistakes}, {=warnings} in {files} of {=all}, {seconds} s':
    '{=mistakes}, {=warnings} en {files} de {=all}, {seconds} s',
  'Nothing to mend in {=all}, {seconds} s': 'Nada que corregir en {=all}, {seconds} s',
  '1 mistake': '1 error',
  '{count} mistakes': '{count} errores',
  '1 warning': '1 aviso',
  '{count} warnings': '{count} avisos',
  '1 file': '1 archivo',
  '{count} files': '{count} archivos',
  'Reading the newsroom': 'Leyendo la redacción',
  Mending: 'Corrigiendo',
  '{place}  mended  {field}  {=what}': '{place}  corregido  {field}  {=what}',
  '{place}  mended  {=what}': '{place}  corregido  {=what}',
  '{file}  left as it was  {=why}': '{file}  se dejó como estaba  {=why}',
  'Mended {=changes} in {=all}.': 'Se hicieron {=changes} en {=all}.',
  'Nothing that is certain was left to mend.': 'No quedaba nada seguro por corregir.',
  '1 change': '1 corrección',
  '{count} changes': '{count} correcciones',
  '{before} → {after}': '{before} → {after}',
  'trailing spaces': 'espacios al final de la línea',
  'it would say something else': 'diría otra cosa',
};
