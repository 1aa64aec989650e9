/**
 * The rules of a mail, which are written into its elements: only properties that Gmail, Outlook (for Windows too), Apple Mail and Yahoo
 * read. Background and text colour stand together, so that no program changes one of them alone. The colours are the site's
 * (`styles/tokens.css`).
 */
export const MAIL_RULES = `
.page { margin: 0; padding: 0; background-color: #ece3d2; color: #1b1a1f; }
.sheet { width: 100%; max-width: 600px; background-color: #f6f0e4; color: #1b1a1f; border-collapse: collapse; }
.cell { padding: 0 24px; background-color: #f6f0e4; color: #1b1a1f; font-family: Georgia, 'Times New Roman', serif; text-align: left; }
.head { padding: 24px 24px 16px; }
.name { padding: 20px 24px 4px; }
.foot { padding: 16px 24px 32px; }
.preheader { display: none; font-size: 1px; line-height: 1px; background-color: #f6f0e4; color: #f6f0e4; }
.paper { margin: 0; font-size: 22px; line-height: 26px; font-weight: bold; }
.paper a, .headline a { background-color: #f6f0e4; color: #1b1a1f; text-decoration: none; }
.issue-date { margin: 4px 0 0; font-family: Arial, Helvetica, sans-serif; font-size: 13px; line-height: 18px; background-color: #f6f0e4; color: #4c463d; }
.headline { margin: 0 0 4px; font-size: 19px; line-height: 24px; font-weight: bold; }
.lead { margin: 0 0 8px; font-size: 28px; line-height: 32px; font-weight: bold; }
.standfirst { margin: 0 0 20px; font-size: 17px; line-height: 25px; }
.part { margin: 0 0 10px; font-family: Arial, Helvetica, sans-serif; font-size: 13px; line-height: 18px; font-weight: bold; letter-spacing: 1px; text-transform: uppercase; background-color: #f6f0e4; color: #a01a53; }
.label { margin: 0 0 4px; font-family: Arial, Helvetica, sans-serif; font-size: 13px; line-height: 18px; font-weight: bold; background-color: #f6f0e4; color: #7a3d00; }
.picture { margin: 0 0 8px; }
.photo { width: 100%; max-width: 552px; border: 0; }
.small { margin: 0 0 8px; font-family: Arial, Helvetica, sans-serif; font-size: 13px; line-height: 19px; background-color: #f6f0e4; color: #4c463d; }
.when { margin: 0 0 2px; }
.where { margin: 0 0 18px; }
.small a, .text a, .standfirst a { background-color: #f6f0e4; color: #0b5660; text-decoration: underline; }
.rule { border-top: 1px solid #cdc1aa; font-size: 1px; line-height: 1px; }
.text p, .text ul, .text ol, .text blockquote, .text pre, .text div { margin: 0 0 16px; font-size: 17px; line-height: 26px; }
.text h3 { margin: 8px 0 8px; font-size: 21px; line-height: 26px; font-weight: bold; }
.text h4, .text h5, .text h6 { margin: 8px 0 8px; font-size: 17px; line-height: 26px; font-weight: bold; }
.text li { margin: 0 0 6px; }
.text img { width: 100%; max-width: 552px; border: 0; }
.text td { padding: 4px; border-top: 1px solid #cdc1aa; font-size: 15px; line-height: 21px; vertical-align: top; }
.text small { font-size: 13px; line-height: 19px; }
`;

/**
 * What only some programs read: dark mode (Apple Mail, Outlook on the web and on phones) and narrower margins. Nothing depends on it.
 * Gmail reads at most 16 kB of it.
 */
export const MAIL_EXTRAS = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #0b1014 !important; color: #ebe4d8 !important; }
  .sheet, .cell, .paper a, .headline a { background-color: #11181e !important; color: #ebe4d8 !important; }
  .issue-date, .small { background-color: #11181e !important; color: #bdb4a5 !important; }
  .part { background-color: #11181e !important; color: #f294ba !important; }
  .label { background-color: #11181e !important; color: #f0b46a !important; }
  .small a, .text a, .standfirst a { background-color: #11181e !important; color: #86cdd3 !important; }
  .rule { border-top: 1px solid #33404a !important; }
  .preheader { background-color: #11181e !important; color: #11181e !important; }
}
@media (max-width: 480px) {
  .cell { padding-left: 16px !important; padding-right: 16px !important; }
  .lead { font-size: 25px !important; line-height: 29px !important; }
}
`;
