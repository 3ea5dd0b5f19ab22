package dev.carillon.school;

import java.time.LocalDate;

/// The names of things. Each is one word of at most 96 characters, made of letters, digits and `. _
/// - /`, so that it can stand in a key, a file and a frame as it is.
///
/// All constructors throw [IllegalArgumentException] for anything else: text from outside is
/// checked at its door (`roster`, `wire`) before it becomes an id.
public sealed interface Id {
  /// The longest id. Long enough for a bell's identity, short enough for a key.
  int LENGTH_MAX = 96;

  String value();

  record SchoolId(String value) implements Id {
    public SchoolId {
      Id.check(value);
    }
  }

  record PersonId(String value) implements Id {
    /// Who acts when nobody does: time itself.
    public static final PersonId SYSTEM = new PersonId("system");

    public PersonId {
      Id.check(value);
    }
  }

  record GroupId(String value) implements Id {
    public GroupId {
      Id.check(value);
    }
  }

  record RoomId(String value) implements Id {
    public RoomId {
      Id.check(value);
    }
  }

  record StationId(String value) implements Id {
    public StationId {
      Id.check(value);
    }
  }

  record ScheduleId(String value) implements Id {
    public ScheduleId {
      Id.check(value);
    }
  }

  /// Stable over edits of the schedule: never an index. `main/b3`, unique within a day.
  record BlockId(String value) implements Id {
    public BlockId {
      Id.check(value);
    }

    public static BlockId of(ScheduleId schedule, String name) {
      return new BlockId(schedule.value() + "/" + name);
    }
  }

  /// Which bell: service date, block and kind. At most one ring per identity, whatever plan
  /// versions or nodes say.
  record BellId(String value) implements Id {
    public BellId {
      Id.check(value);
    }

    public static BellId of(LocalDate date, BlockId block, BellKind kind) {
      return new BellId(date + "/" + block.value() + "/" + kind.word());
    }
  }

  record DayTypeId(String value) implements Id {
    public DayTypeId {
      Id.check(value);
    }
  }

  /// A call-up is named by the command that made it.
  record CallId(String value) implements Id {
    public CallId {
      Id.check(value);
    }
  }

  /// A help request is named by the command that asked for it.
  record HelpId(String value) implements Id {
    public HelpId {
      Id.check(value);
    }
  }

  record AssessmentId(String value) implements Id {
    public AssessmentId {
      Id.check(value);
    }
  }

  /// An unlock is named by the command that asked for it.
  record UnlockId(String value) implements Id {
    public UnlockId {
      Id.check(value);
    }
  }

  /// A proposal is named by the command that asked for it.
  record ProposalId(String value) implements Id {
    public ProposalId {
      Id.check(value);
    }
  }

  /// A badge that can be earned.
  record MeritId(String value) implements Id {
    public MeritId {
      Id.check(value);
    }
  }

  /// A guess about a student is named by the signal that led to it.
  record HintId(String value) implements Id {
    public HintId {
      Id.check(value);
    }
  }

  /// What one adult tells others is named by the command that sends it.
  record MessageId(String value) implements Id {
    public MessageId {
      Id.check(value);
    }
  }

  /// A program outside that sends signals.
  record SourceId(String value) implements Id {
    public SourceId {
      Id.check(value);
    }

    /// As whom it acts. No person of a school has a role of that kind.
    public PersonId actor() {
      return new PersonId("source/" + value);
    }
  }

  /// Whether the text may be an id.
  static boolean isValid(String value) {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean ok =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == '-'
              || c == '/';
      if (!ok) {
        return false;
      }
    }
    return true;
  }

  private static void check(String value) {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an id: '" + value + "'");
    }
  }
}
