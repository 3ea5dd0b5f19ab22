package dev.carillon.roster;

import dev.carillon.school.School;
import java.util.List;

/// What came of reading a school folder.
public sealed interface Reading {
  /// Everything found, blocking findings first.
  List<Finding> findings();

  /// A school that can be run; the findings are warnings.
  record Read(School school, List<Finding> warnings) implements Reading {
    public Read {
      warnings = List.copyOf(warnings);
    }

    @Override
    public List<Finding> findings() {
      return warnings;
    }
  }

  /// A school that can be looked at and run once somebody has chosen: what blocks are questions.
  record Asking(School school, List<Finding> findings) implements Reading {
    public Asking {
      findings = List.copyOf(findings);
    }
  }

  /// No school: at least one finding is blocking.
  record Faulty(List<Finding> findings) implements Reading {
    public Faulty {
      findings = List.copyOf(findings);
    }
  }
}
