package dev.carillon;

import dev.carillon.ops.CheckCommand;
import dev.carillon.ops.DayPlanCommand;
import dev.carillon.ops.ImportCommand;
import dev.carillon.ops.ServeCommand;
import dev.carillon.ops.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Starts the command line.
@Command(
    name = "carillon",
    mixinStandardHelpOptions = true,
    version = "carillon " + Version.NUMBER,
    description = "Runs the live day of schools whose students rotate.",
    subcommands = {
      ServeCommand.class,
      CheckCommand.class,
      DayPlanCommand.class,
      ImportCommand.class
    })
public final class Main implements Runnable {
  private Main() {}

  /// The command line as this module knows it; other modules add their own commands to it.
  public static CommandLine commandLine() {
    return new CommandLine(new Main());
  }

  @Override
  public void run() {
    commandLine().usage(System.out);
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
