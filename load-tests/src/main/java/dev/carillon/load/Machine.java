package dev.carillon.load;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;

/// What has to stand beside every figure.
final class Machine {
  private Machine() {}

  static void print(PrintWriter out, long seed) {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    out.printf(
        "%s %s, %d cores, load %.2f; Java %s; seed %d%n",
        machine.getName(),
        machine.getArch(),
        machine.getAvailableProcessors(),
        machine.getSystemLoadAverage(),
        Runtime.version(),
        seed);
    out.flush();
  }
}
