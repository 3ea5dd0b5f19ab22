package dev.carillon.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.ClientFrame.Ask;
import dev.carillon.wire.FrameReader.Outcome.Nonsense;
import dev.carillon.wire.FrameReader.Outcome.Understood;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What makes no sense has a number and names the field.
final class FrameReaderTest {
  private static final PersonId MIRA = new PersonId("mira");
  private static final String HEAD =
      "{'t':'command','id':'019949a0-7c00-7000-8000-000000000001','date':'2026-09-14',";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nonsense                                       | 1001
          []                                             | 1001
          {} {}                                          | 1001
          {'t':'clock','t':'clock','t0':1}               | 1001
          {'t':'dance'}                                  | 1002
          {'t':'clock','t0':1,'t1':2}                    | 1003
          {}                                             | 1004
          {'t':'clock'}                                  | 1004
          {'t':7}                                        | 1005
          {'t':'clock','t0':'1'}                         | 1005
          {'t':'clock','t0':1e300}                       | 1005
          {'t':'clock','t0':null}                        | 1005
          {'t':{'a':{'b':{'c':{'d':{'e':{'f':1}}}}}}}    | 1005
          {'t':'hello','protocol':'carillon.v9'}         | 1008
          {'t':'receipt','of':'mail','id':'a'}           | 1005
          """)
  void a_frame_that_makes_no_sense_has_a_number(String frame, int number) {
    assertThat(read(frame)).isInstanceOf(Nonsense.class);
    assertThat(((Nonsense) read(frame)).error().number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'kind':'help.claim','body':{}                                  | 1004
          'kind':'help.claim','body':{'help':'a b'}                      | 1005
          'kind':'help.claim','body':{'help':'h','colour':1}             | 1003
          'kind':'help.claim','body':[]                                  | 1005
          'kind':'help.steal','body':{}                                  | 1005
          'kind':'help.arrived','body':{'help':'h','epoch':'1'}          | 1005
          'kind':'help.arrived','body':{'help':'h','epoch':-1}           | 1005
          'kind':'timeline.extend','body':{'schedule':'main','minutes':61}| 1005
          'kind':'timeline.extend','body':{'schedule':'main','minutes':1.5}| 1005
          'kind':'clock.speed','body':{'speed':7}                        | 1005
          'kind':'duty.start','body':{},'who':'rosa'                     | 1003
          'kind':'duty.start','body':{},'dryRun':1                       | 1005
          """)
  void a_command_that_makes_no_sense_has_a_number(String rest, int number) {
    assertThat(((Nonsense) read(HEAD + rest + "}")).error().number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'lane':'urgent'",
        "'penalty':0",
        "'owner':'mira'",
        "'state':'resolved'",
        "'version':9",
        "'askedAtMs':1",
        "'pinned':true",
        "'who':'noah'"
      })
  void what_the_floor_decides_cannot_be_said_by_a_device_b53(String field) {
    var ask = "'kind':'help.ask','body':{'kind':'work',%s}}";
    var cancel = "'kind':'help.cancel','body':{'help':'h',%s}}";
    for (var command : List.of(ask, cancel)) {
      var read = read(HEAD + command.formatted(field));
      assertThat(((Nonsense) read).error().number()).isEqualTo(1003);
    }
  }

  @Test
  void a_long_help_text_and_a_long_text_anywhere_are_refused() {
    var ask = HEAD + "'kind':'help.ask','body':{'kind':'work','text':'%s'}}";
    assertThat(read(ask.formatted("x".repeat(80)))).isInstanceOf(Understood.class);
    assertThat(read(ask.formatted("x".repeat(81)))).isInstanceOf(Nonsense.class);
    assertThat(read(ask.formatted("x".repeat(300)))).isInstanceOf(Nonsense.class);
  }

  @Test
  void a_call_for_help_that_names_nobody_is_for_who_sits_there() {
    var ask = (Ask) ((Understood) read(HEAD + "'kind':'help.ask','body':{'kind':'work'}}")).frame();
    assertThat(((AskForHelp) ask.command()).student()).isEqualTo(MIRA);
  }

  @Test
  void the_hash_of_a_body_knows_no_order_but_every_value() {
    var one = hash("'kind':'help.arrived','body':{'help':'h','epoch':1}");
    assertThat(hash("'body':{ 'epoch':1, 'help':'h' },'kind':'help.arrived'")).isEqualTo(one);
    assertThat(hash("'kind':'help.arrived','body':{'help':'h','epoch':1},'dryRun':true"))
        .isEqualTo(one);
    assertThat(hash("'kind':'help.arrived','body':{'help':'h','epoch':2}")).isNotEqualTo(one);
    assertThat(hash("'kind':'help.release','body':{'help':'h','epoch':1}")).isNotEqualTo(one);
  }

  /// Goal: whatever a device sends, it is understood or answered with a number; nothing is thrown.
  /// Method: golden frames with bytes changed, cut and doubled at random from a named seed.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void no_frame_breaks_the_reader(long seed) {
    var dice = new SplittableRandom(seed);
    var names = Golden.names("device");
    for (int i = 0; i < 5_000; i++) {
      var frame = new StringBuilder(Golden.read(names.get(dice.nextInt(names.size()))).toString());
      for (int change = dice.nextInt(4); change >= 0; change--) {
        int at = dice.nextInt(frame.length());
        switch (dice.nextInt(3)) {
          case 0 -> frame.setCharAt(at, (char) dice.nextInt(32, 127));
          case 1 -> frame.delete(at, Math.min(frame.length(), at + dice.nextInt(8)));
          default -> frame.insert(at, frame.substring(at, Math.min(frame.length(), at + 9)));
        }
        if (frame.isEmpty()) {
          frame.append('{');
        }
      }
      assertThat(FrameReader.read(frame.toString(), MIRA))
          .as("seed %d: %s", seed, frame)
          .isNotNull();
    }
  }

  private static String hash(String rest) {
    return ((Ask) ((Understood) read(HEAD + rest + "}")).frame()).bodyHash();
  }

  private static FrameReader.Outcome read(String frame) {
    return FrameReader.read(frame.replace('\'', '"'), MIRA);
  }
}
