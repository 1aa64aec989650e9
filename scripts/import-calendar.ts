/** Makes drafts of the events of a calendar: `node scripts/import-calendar.ts --help`. */
import { join } from 'node:path';
import { readCalendar } from '#src/calendars/incoming/read-calendar.ts';
import { incomingText } from '#src/calendars/incoming/note.ts';
import { takeLock } from '#src/disk/lock.ts';
import { shortDigest } from '#src/keys/digest.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { parseSite } from '#src/site.ts';
import { calendarFiles, readCalendarFile } from './import-calendar/calendar-files.ts';
import { readImported } from './import-calendar/imported-events.ts';
import { command, readRequest, wishesOf } from './import-calendar/options.ts';
import { planImport } from './import-calendar/plan-import.ts';
import { ImportReport } from './import-calendar/import-report.ts';
import { writeDrafts } from './import-calendar/write-drafts.ts';
import { CACHE_FOLDER } from './shared/cache-folder.ts';
import { runCommand } from './shared/command-line.ts';
import { TerminalProgress } from './shared/terminal-progress.ts';

await runCommand(command, async (values, words) => {
  const request = readRequest(values, words);
  const { locale, contentRoot, source, isDryRun } = request;
  const files = calendarFiles(source);
  const progress = new TerminalProgress();
  const report = new ImportReport(locale, isDryRun);
  // Two imports at once would each write a list without the other's events.
  const unlock = await takeLock(join(CACHE_FOLDER, `import-${shortDigest(contentRoot)}`), (pid) =>
    console.error(`Another import (process ${pid}) is at work on this newsroom: waiting for it …`),
  );
  try {
    progress.stage(incomingText(locale, 'reading'));
    const { newsroom } = readNewsroom(contentRoot);
    const imported = readImported(contentRoot);
    const wishes = wishesOf(request, newsroom);
    const calendars = files.map((file, index) => {
      const read = readCalendarFile(file);
      progress.update(index + 1, files.length);
      return {
        file,
        problem: 'problem' in read ? read.problem : undefined,
        calendar: 'bytes' in read ? readCalendar(read.bytes, wishes) : undefined,
      };
    });
    const facts = { ...request, newsroom, imported, identity: parseSite().identity };
    const plan = planImport(
      facts,
      calendars.map(({ calendar }) => calendar?.events ?? []),
    );
    for (const [index, { file, problem, calendar }] of calendars.entries()) {
      if (problem !== undefined) report.unread(file, problem);
      else if (calendar) report.add(file, calendar, plan.outcomes[index] ?? []);
      else report.noCalendar(file);
    }
    if (!isDryRun) {
      progress.stage(incomingText(locale, 'writing'));
      report.mistakes = writeDrafts(contentRoot, plan.imported, plan.drafts, (done, total) =>
        progress.update(done, total),
      );
    }
    progress.end();
    console.log(report.text());
    return report.exitCode();
  } finally {
    unlock();
    progress.end();
  }
});
