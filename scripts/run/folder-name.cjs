/**
 * Refuses to start in a folder whose path has a sign that Node, Vite or Astro takes for something else: # and ? begin other
 * parts of an address, % stands there for other signs (Astro then makes a site without styles), * stands for other names, a
 * backslash is another slash, " ends text in what Vite writes, and what separates the folders on the PATH cuts one in two.
 *
 * CommonJS, and loaded before everything else: where there is a backslash, Node can start no module.
 */
const project = __dirname.slice(0, -'/scripts/run'.length);
const [, sign] = (process.platform === 'win32' ? /([#?%*";\p{Cc}])/u : /([#?%*":\\\p{Cc}])/u).exec(project) ?? [];
if (sign !== undefined) {
  console.error(
    `The project is in ${JSON.stringify(project)}, and ${JSON.stringify(sign)} in a folder’s name is read as something ` +
      'else by the programs that build the site. Rename the folder, or move the project (spaces, accents and other signs ' +
      'are fine), and try again.',
  );
  process.exit(1);
}
