package dev.carillon.floor;

/// How many students are in which state of arrival.
///
/// @param visitors seen here though due elsewhere; not part of [#planned]
public record Tally(
    int expected,
    int prompted,
    int arrived,
    int late,
    int missing,
    int elsewhere,
    int staying,
    int excused,
    int departed,
    int visitors) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// How many are due here.
  public int planned() {
    return expected + prompted + arrived + late + missing + elsewhere + staying + excused
        + departed;
  }

  /// How many are here in the flesh, which may be more than the station holds: no body is refused.
  public int bodies() {
    return arrived + staying + visitors;
  }

  public Tally plus(ArrivalState state, int n) {
    return new Tally(
        expected + of(state, ArrivalState.EXPECTED, n),
        prompted + of(state, ArrivalState.PROMPTED, n),
        arrived + of(state, ArrivalState.ARRIVED, n),
        late + of(state, ArrivalState.LATE, n),
        missing + of(state, ArrivalState.MISSING, n),
        elsewhere + of(state, ArrivalState.ELSEWHERE, n),
        staying + of(state, ArrivalState.STAYING, n),
        excused + of(state, ArrivalState.EXCUSED, n),
        departed + of(state, ArrivalState.DEPARTED, n),
        visitors);
  }

  /// Without those due somewhere, but for those of whom is known that they are away or elsewhere.
  public Tally withoutUnseen(Tally there) {
    return new Tally(
        expected - there.expected,
        prompted - there.prompted,
        arrived - there.arrived,
        late - there.late,
        missing - there.missing,
        elsewhere,
        staying - there.staying,
        excused,
        departed,
        visitors);
  }

  Tally plusVisitors(int n) {
    return new Tally(
        expected,
        prompted,
        arrived,
        late,
        missing,
        elsewhere,
        staying,
        excused,
        departed,
        visitors + n);
  }

  private static int of(ArrivalState state, ArrivalState column, int n) {
    return state == column ? n : 0;
  }
}
