import { badEmbed } from './bodies/bad-embed.ts';
import { bareAddress } from './bodies/bare-address.ts';
import { emptyLink } from './bodies/empty-link.ts';
import { headingSkip } from './bodies/heading-skip.ts';
import { lostHtml } from './bodies/lost-html.ts';
import { unsafeAddress } from './bodies/unsafe-address.ts';
import { badAlias } from './fields/bad-alias.ts';
import { badDate } from './fields/bad-date.ts';
import { badEmail } from './fields/bad-email.ts';
import { badPicturePath } from './fields/bad-picture-path.ts';
import { badSlug } from './fields/bad-slug.ts';
import { badWebAddress } from './fields/bad-web-address.ts';
import { correctionWithoutDate } from './fields/correction-without-date.ts';
import { dateOrder } from './fields/date-order.ts';
import { emptyField } from './fields/empty-field.ts';
import { escapedControlCharacter } from './fields/escaped-control-character.ts';
import { listLength } from './fields/list-length.ts';
import { missingField } from './fields/missing-field.ts';
import { namedTwice } from './fields/named-twice.ts';
import { outOfRange } from './fields/out-of-range.ts';
import { reservedSlug } from './fields/reserved-slug.ts';
import { severalLines } from './fields/several-lines.ts';
import { sponsorWithoutLabel } from './fields/sponsor-without-label.ts';
import { tooLong } from './fields/too-long.ts';
import { unknownChoice } from './fields/unknown-choice.ts';
import { unknownField } from './fields/unknown-field.ts';
import { wrongKind } from './fields/wrong-kind.ts';
import { bidiCharacter } from './files/bidi-character.ts';
import { controlCharacter } from './files/control-character.ts';
import { invalidUtf8 } from './files/invalid-utf8.ts';
import { invisibleCharacter } from './files/invisible-character.ts';
import { noFields } from './files/no-fields.ts';
import { noFrontMatter } from './files/no-front-matter.ts';
import { yamlAnchor } from './files/yaml-anchor.ts';
import { yamlDocuments } from './files/yaml-documents.ts';
import { yamlDuplicateKey } from './files/yaml-duplicate-key.ts';
import { yamlMergeKey } from './files/yaml-merge-key.ts';
import { yamlSyntax } from './files/yaml-syntax.ts';
import { yamlTab } from './files/yaml-tab.ts';
import { yamlTag } from './files/yaml-tag.ts';
import { deadAnchor } from './links/dead-anchor.ts';
import { deadLink } from './links/dead-link.ts';
import { expiringLink } from './links/expiring-link.ts';
import { movedLink } from './links/moved-link.ts';
import { unreadyLink } from './links/unready-link.ts';
import { withdrawnLink } from './links/withdrawn-link.ts';
import { withheldLink } from './links/withheld-link.ts';
import { fileNameEnds } from './names/file-name-ends.ts';
import { fileNameSigns } from './names/file-name-signs.ts';
import { fileNameUnicode } from './names/file-name-unicode.ts';
import { fileName } from './names/file-name.ts';
import { folderNamedAsFile } from './names/folder-named-as-file.ts';
import { hiddenFile } from './names/hidden-file.ts';
import { nestedFile } from './names/nested-file.ts';
import { noLanguageFolder } from './names/no-language-folder.ts';
import { outsideFolders } from './names/outside-folders.ts';
import { pictureName } from './names/picture-name.ts';
import { reservedName } from './names/reserved-name.ts';
import { symbolicLink } from './names/symbolic-link.ts';
import { unknownFolder } from './names/unknown-folder.ts';
import { wrongExtension } from './names/wrong-extension.ts';
import { addressTwice } from './newsroom/address-twice.ts';
import { aliasCapitals } from './newsroom/alias-capitals.ts';
import { aliasCircle } from './newsroom/alias-circle.ts';
import { aliasTaken } from './newsroom/alias-taken.ts';
import { aliasTwice } from './newsroom/alias-twice.ts';
import { danglingName } from './newsroom/dangling-name.ts';
import { dependsOnBroken } from './newsroom/depends-on-broken.ts';
import { lonelyTranslation } from './newsroom/lonely-translation.ts';
import { tagSlip } from './newsroom/tag-slip.ts';
import { takenAddress } from './newsroom/taken-address.ts';
import { translationTwice } from './newsroom/translation-twice.ts';
import { twinNames } from './newsroom/twin-names.ts';
import { unusedPicture } from './newsroom/unused-picture.ts';
import { mislabelledPicture } from './pictures/mislabelled-picture.ts';
import { oversizedPicture } from './pictures/oversized-picture.ts';
import { disguisedPicture } from './pictures/disguised-picture.ts';
import { pictureElsewhere } from './pictures/picture-elsewhere.ts';
import { unreadablePicture } from './pictures/unreadable-picture.ts';
import { altRepeatsFileName } from './texts/alt-repeats-file-name.ts';
import { altRepeatsHeadline } from './texts/alt-repeats-headline.ts';
import { correctionTooEarly } from './texts/correction-too-early.ts';
import { emptyBody } from './texts/empty-body.ts';
import { missingPicture } from './texts/missing-picture.ts';
import { otherLanguage } from './texts/other-language.ts';
import { pictureFromOutside } from './texts/picture-from-outside.ts';
import { pictureOnPage } from './texts/picture-on-page.ts';
import { pictureOfWrongKind } from './texts/picture-of-wrong-kind.ts';
import { pictureWithoutAlt } from './texts/picture-without-alt.ts';
import { pictureWithoutPath } from './texts/picture-without-path.ts';
import { sponsoredWithoutSponsor } from './texts/sponsored-without-sponsor.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which they are asked and listed. */
export const ALL_RULES: readonly Rule[] = [
  // By its name alone; the first that finds fault speaks.
  symbolicLink,
  folderNamedAsFile,
  unknownFolder,
  outsideFolders,
  hiddenFile,
  fileNameUnicode,
  fileNameSigns,
  fileNameEnds,
  nestedFile,
  wrongExtension,
  reservedName,
  fileName,
  noLanguageFolder,
  pictureName,
  // By its bytes, and whether it has fields.
  invalidUtf8,
  controlCharacter,
  bidiCharacter,
  invisibleCharacter,
  noFrontMatter,
  noFields,
  yamlAnchor,
  yamlMergeKey,
  yamlTag,
  yamlDuplicateKey,
  yamlDocuments,
  yamlTab,
  yamlSyntax,
  // What the schemas find; the first that matches names it, from the special to the general.
  unknownField,
  correctionWithoutDate,
  sponsorWithoutLabel,
  missingField,
  emptyField,
  badDate,
  dateOrder,
  reservedSlug,
  badSlug,
  namedTwice,
  severalLines,
  escapedControlCharacter,
  badWebAddress,
  badEmail,
  badPicturePath,
  badAlias,
  unknownChoice,
  tooLong,
  listLength,
  outOfRange,
  wrongKind,
  // What one file says.
  missingPicture,
  pictureWithoutPath,
  pictureOfWrongKind,
  pictureFromOutside,
  pictureWithoutAlt,
  pictureOnPage,
  altRepeatsFileName,
  altRepeatsHeadline,
  correctionTooEarly,
  sponsoredWithoutSponsor,
  otherLanguage,
  emptyBody,
  headingSkip,
  bareAddress,
  emptyLink,
  unsafeAddress,
  badEmbed,
  lostHtml,
  // What no file can be blamed for alone.
  danglingName,
  addressTwice,
  translationTwice,
  lonelyTranslation,
  takenAddress,
  aliasTaken,
  aliasTwice,
  aliasCircle,
  aliasCapitals,
  tagSlip,
  twinNames,
  unusedPicture,
  deadLink,
  withheldLink,
  withdrawnLink,
  unreadyLink,
  expiringLink,
  deadAnchor,
  movedLink,
  // Pictures that are shown.
  unreadablePicture,
  pictureElsewhere,
  disguisedPicture,
  oversizedPicture,
  mislabelledPicture,
  // With --quarantine.
  dependsOnBroken,
];
