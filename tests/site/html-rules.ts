import { defineConfig } from 'html-validate';

/** The HTML standard as html-validate knows it; switched off is only what the standard itself leaves to the author. */
export const htmlRules = defineConfig({
  extends: ['html-validate:recommended'],
  rules: {
    // The compiler writes `<!DOCTYPE html>`; the standard takes either case (13.1.1).
    'doctype-style': 'off',
    // Void elements are written without a slash, and white space at the end of a line says nothing in HTML.
    'no-trailing-whitespace': 'off',
    // Titles name the story and the paper: search engines cut them where they like.
    'long-title': 'off',
  },
});
