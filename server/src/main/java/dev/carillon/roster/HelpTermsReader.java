package dev.carillon.roster;

import dev.carillon.school.HelpTerms;
import dev.carillon.school.HelpTerms.Alarms;
import dev.carillon.school.HelpTerms.Fairness;
import dev.carillon.school.HelpTerms.Spans;
import dev.carillon.school.HelpTerms.Together;
import java.time.Duration;

/// Reads `rules: help:`. What is left out is as Carillon proposes; what contradicts itself is a
/// finding.
final class HelpTermsReader {
  private final Findings findings;

  HelpTermsReader(Findings findings) {
    this.findings = findings;
  }

  HelpTerms read(Section section) {
    try (section) {
      return new HelpTerms(spans(section), fairness(section), alarms(section), together(section));
    }
  }

  private Spans spans(Section section) {
    var usual = Spans.DEFAULTS;
    var spans =
        new Spans(
            section.length("help-lease", usual.helpLease()),
            section.length("no-show-after", usual.noShowAfter()),
            section.length("hold", usual.hold()),
            section.length("hold-min", usual.holdMin()),
            section.length("offer-first", usual.offerFirst()),
            section.length("accept-for", usual.acceptFor()),
            section.length("gone-after", usual.goneAfter()),
            section.length("away-after", usual.awayAfter()),
            section.length("undo-for", usual.undoFor()),
            section.length("reopen-for", usual.reopenFor()),
            section.length("held-for", usual.heldFor()),
            count(section, "held-max", usual.heldMax(), 0, 10));
    ordered(section, "hold-min", spans.holdMin(), "hold", spans.hold());
    return spans;
  }

  private Fairness fairness(Section section) {
    var usual = Fairness.DEFAULTS;
    var fairness =
        new Fairness(
            section.length("penalty", usual.penalty()),
            section.length("penalty-max", usual.penaltyMax()),
            section.length("helped-after", usual.helpedAfter()),
            count(section, "returning-max", usual.returningMax(), 1, 100),
            section.length("patience", usual.patience()),
            section.flag("nearest", usual.nearest()),
            section.length("nearest-within", usual.nearestWithin()),
            count(section, "free-choice", usual.freeChoice(), 1, 100),
            count(section, "tries-after", usual.triesAfter(), 0, 100));
    ordered(section, "penalty", fairness.penalty(), "penalty-max", fairness.penaltyMax());
    return fairness;
  }

  private Alarms alarms(Section section) {
    var usual = Alarms.DEFAULTS;
    var alarms =
        new Alarms(
            section.length("late", usual.late()),
            section.length("neighbours-after", usual.neighboursAfter()),
            section.length("leader-after", usual.leaderAfter()),
            count(section, "leader-share-percent", usual.leaderShare(), 1, 100),
            section.length("urgent-leader-after", usual.urgentLeaderAfter()),
            section.length("urgent-everybody-after", usual.urgentEverybodyAfter()),
            section.length("unhelped-after", usual.unhelpedAfter()),
            section.length("busy-wait", usual.busyWait()),
            section.length("busy-for", usual.busyFor()),
            section.length("nudge-after", usual.nudgeAfter()),
            section.length("nudge-again-after", usual.nudgeAgainAfter()),
            section.length("silent-after", usual.silentAfter()),
            section.length("closing-lead", usual.closingLead()));
    ordered(section, "late", alarms.late(), "neighbours-after", alarms.neighboursAfter());
    ordered(
        section,
        "neighbours-after",
        alarms.neighboursAfter(),
        "leader-after",
        alarms.leaderAfter());
    ordered(
        section,
        "urgent-leader-after",
        alarms.urgentLeaderAfter(),
        "urgent-everybody-after",
        alarms.urgentEverybodyAfter());
    ordered(
        section, "nudge-after", alarms.nudgeAfter(), "nudge-again-after", alarms.nudgeAgainAfter());
    return alarms;
  }

  private Together together(Section section) {
    var usual = Together.DEFAULTS;
    return new Together(
        section.length("group-within", usual.within()),
        section.length("bounce-within", usual.bounceWithin()),
        count(section, "samples-min", usual.samplesMin(), 1, 1_000),
        section.length("walk", usual.walk()));
  }

  private int count(Section section, String key, int usual, int least, int most) {
    int number = section.number(key).orElse(usual);
    if (number < least || number > most) {
      findings.block(
          section.place(key), "`" + number + "`", least + " to " + most, "Correct `" + key + "`.");
      return usual;
    }
    return number;
  }

  private void ordered(Section section, String first, Duration one, String second, Duration other) {
    if (one.compareTo(other) > 0) {
      findings.block(
          section.place(first),
          "`" + first + "` above `" + second + "`",
          "at most " + Words.of(other),
          "Lower `" + first + "` or raise `" + second + "`.");
    }
  }
}
