/** A link as a page shows it. */
export interface Link {
  text: string;
  href: string;
}

/** A point in time as a page shows it: for machines and for readers. */
export interface ShownDate {
  iso: string;
  text: string;
}
