package dev.carillon.ops;

import dev.carillon.roster.FindingsReport;
import dev.carillon.roster.Reading;
import dev.carillon.roster.SchoolFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Reads a school folder and tells everything that is wrong with it.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reads a school folder and tells everything that is wrong with it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The school can be run; there may be warnings.",
      "1:It cannot be run.",
      "2:The command was not understood."
    })
@SuppressWarnings("NullAway.Init") // Picocli fills the fields before it calls.
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--school", required = true, paramLabel = "DIR", description = "The school.")
  private Path school;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var reading = SchoolFolder.read(school);
    var out = spec.commandLine().getOut();
    out.print(json ? FindingsReport.json(reading) : FindingsReport.text(reading));
    out.flush();
    return reading instanceof Reading.Read ? 0 : 1;
  }
}
