package dev.carillon.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.ClientFrame.Ask;
import dev.carillon.wire.FrameReader.Outcome.Understood;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Goal: the frames of the documents and of the program are the same. Method: every golden file is
/// read; what the server says is written again and compared as a tree.
final class GoldenFramesTest {
  private static final PersonId MIRA = new PersonId("mira-k");

  static List<String> fromDevices() {
    return Golden.names("device");
  }

  static List<String> fromServer() {
    return Golden.names("server");
  }

  @ParameterizedTest
  @MethodSource("fromDevices")
  void what_a_device_says_is_understood(String name) {
    assertThat(FrameReader.read(Golden.read(name).toString(), MIRA)).isInstanceOf(Understood.class);
  }

  @ParameterizedTest
  @MethodSource("fromServer")
  void what_the_server_says_is_written_as_the_file_has_it(String name) throws IOException {
    var golden = Golden.read(name);
    var written = Golden.JSON.readTree(FrameWriter.write(ServerFrames.read(golden)));
    assertThat(written).isEqualTo(golden);
  }

  @Test
  void every_command_and_every_frame_has_a_file() {
    var kinds =
        fromDevices().stream()
            .map(name -> FrameReader.read(Golden.read(name).toString(), MIRA))
            .map(outcome -> ((Understood) outcome).frame())
            .filter(Ask.class::isInstance)
            .map(frame -> ((Ask) frame).kind())
            .collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrder(CommandKind.values());
    var types =
        Stream.concat(fromDevices().stream(), fromServer().stream())
            .map(name -> Golden.read(name).get("t").textValue())
            .collect(Collectors.toSet());
    assertThat(types)
        .containsExactlyInAnyOrder(
            "hello",
            "welcome",
            "view",
            "patch",
            "command",
            "done",
            "refused",
            "ring",
            "heard",
            "presence",
            "receipt",
            "receipts",
            "clock",
            "beat",
            "goaway",
            "error");
  }
}
