package dev.carillon.load;

import dev.carillon.Main;
import picocli.CommandLine;

/// Starts the whole command line: the server's commands and those with simulated people.
public final class LoadMain {
  private LoadMain() {}

  static CommandLine commandLine() {
    return Main.commandLine().addSubcommand(new DemoCommand()).addSubcommand(new BenchCommand());
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
