/** A link as a page shows it. */
export interface Link {
  text: string;
  href: string;
}
