package dev.carillon.ops;

import dev.carillon.roster.Import;
import dev.carillon.roster.ImportRequest;
import dev.carillon.roster.ImportRequest.Source;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Makes a school folder from a roster and bells of other programs.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Makes a school folder from a roster and bells of other programs.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The folder was written; there may be warnings.",
      "1:Nothing was written.",
      "2:The command was not understood."
    })
@SuppressWarnings("NullAway.Init") // Picocli fills the fields before it calls.
public final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new folder.")
  private Path out;

  @ArgGroup(exclusive = false)
  private @Nullable CleverOptions clever;

  @Option(
      names = "--bell-schedule",
      paramLabel = "DIR",
      description = "A school's folder in the format of bell.plus.")
  private @Nullable Path bells;

  @Option(
      names = "--ics",
      paramLabel = "FILE",
      description = "A district's closures and events as iCalendar.")
  private @Nullable Path ics;

  @Option(names = "--zone", description = "The school's zone, such as America/Phoenix.")
  private @Nullable ZoneId zone;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // Picocli fills the fields before it calls.
  private static final class CleverOptions {
    @Option(
        names = "--clever",
        required = true,
        paramLabel = "DIR",
        description = "The files that Clever takes by SFTP.")
    private Path folder;

    @Option(
        names = "--clever-school",
        required = true,
        paramLabel = "ID",
        description = "Which school of them, by its School_id.")
    private String school;
  }

  @Override
  public Integer call() {
    if (clever == null && bells == null && ics == null) {
      throw new ParameterException(
          spec.commandLine(), "Nothing to import: give --clever, --bell-schedule or --ics.");
    }
    var report = Import.run(request());
    var printer = spec.commandLine().getOut();
    printer.print(json ? report.json() : report.text());
    printer.flush();
    return report.written() ? 0 : 1;
  }

  private ImportRequest request() {
    var sources = new ArrayList<Source>();
    if (clever != null) {
      sources.add(new Source.Clever(clever.folder, clever.school));
    }
    if (bells != null) {
      sources.add(new Source.BellSchedule(bells));
    }
    if (ics != null) {
      sources.add(new Source.Ics(ics));
    }
    if (zone != null) {
      sources.add(new Source.Zone(zone));
    }
    return new ImportRequest(out, sources);
  }
}
