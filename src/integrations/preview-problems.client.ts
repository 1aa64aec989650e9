/** On every page of the live preview: what is wrong with the newsroom, until it is fixed. Not part of any build. */
import { PROBLEMS_EVENT, PROBLEMS_PATH, type ShownProblem } from './preview-problems.ts';

const panel = document.createElement('aside');
panel.id = 'newsroom-problems';
panel.setAttribute('role', 'status');
panel.setAttribute('aria-label', 'What is wrong with the newsroom');
panel.style.cssText =
  'position:fixed;inset:auto 0 0;z-index:99999;max-height:40vh;overflow:auto;padding:.75rem 1rem;' +
  'background:#2b1512;color:#fff;font:14px/1.5 ui-monospace,monospace;border-top:3px solid #ff6b57';

function show(problems: readonly ShownProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return panel.remove();
  const head = document.createElement('strong');
  head.textContent =
    errors.length === 1
      ? 'A build would stop: 1 mistake. Its file is not shown.'
      : `A build would stop: ${errors.length} mistakes. Their files are not shown.`;
  const lines = errors.map(({ text }) => {
    const line = document.createElement('p');
    line.style.margin = '.4em 0 0';
    line.textContent = text;
    return line;
  });
  panel.replaceChildren(head, ...lines);
  document.body.append(panel);
}

import.meta.hot?.on(PROBLEMS_EVENT, show);
const response = await fetch(PROBLEMS_PATH);
show((await response.json()) as ShownProblem[]);
