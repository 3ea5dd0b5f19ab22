package dev.carillon.ops;

import dev.carillon.roster.DayPlanReport;
import dev.carillon.roster.FindingsReport;
import dev.carillon.roster.Reading;
import dev.carillon.roster.SchoolFolder;
import dev.carillon.school.School;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows what a school runs on a date: the rule that won, blocks, phases and bells.
@Command(
    name = "day-plan",
    mixinStandardHelpOptions = true,
    description = "Shows what a school runs on a date, and which rule of its calendar said so.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The plan was shown, be it that there is no school.",
      "1:The school cannot be run; `check` says why.",
      "2:The command was not understood.",
      "3:The date waits for somebody's choice; the question was shown."
    })
@SuppressWarnings("NullAway.Init") // Picocli fills the fields before it calls.
public final class DayPlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--school", required = true, paramLabel = "DIR", description = "The school.")
  private Path folder;

  @Option(names = "--date", required = true, paramLabel = "DATE", description = "As 2026-09-14.")
  private LocalDate date;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Override
  public Integer call() {
    return switch (SchoolFolder.read(folder)) {
      case Reading.Read(var school, _) -> show(school);
      case Reading.Asking(var school, _) -> show(school);
      case Reading.Faulty faulty -> tell(faulty);
    };
  }

  private int show(School school) {
    var out = spec.commandLine().getOut();
    out.print(json ? DayPlanReport.json(school, date) : DayPlanReport.text(school, date));
    out.flush();
    return school.calendar().question(date).isPresent() ? 3 : 0;
  }

  private int tell(Reading.Faulty faulty) {
    var err = spec.commandLine().getErr();
    err.print(FindingsReport.text(faulty));
    err.flush();
    return 1;
  }
}
