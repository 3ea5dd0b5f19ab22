package dev.carillon.gateway;

import dev.carillon.wire.CloseCode;
import java.time.Duration;
import java.util.Locale;

/// How frames come from one device and go to it: a WebSocket, or what stands in for one where a
/// network lets none through. Belongs to the loop of its [Session], which tells the three apart by
/// nothing but their name.
interface Line {
  /// The ways there are, best first.
  enum Transport {
    WEBSOCKET,
    /// A stream of events one way, calls the other.
    EVENTS,
    /// A call that waits for frames, again and again, and calls the other way.
    POLLS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a line tells its session.
  interface Ear {
    /// One whole message, strict UTF-8.
    void message(String text);

    /// The device is there, though it said nothing.
    void alive();

    /// What came was no message; the session closes.
    void broken(CloseCode code);

    /// The line is over, whoever ended it. Once.
    void gone();
  }

  Transport transport();

  /// Hands on what the device says from now on.
  void open(Ear ear);

  /// Needs a [#flush] to leave.
  void write(Message message);

  void flush();

  /// Written, and not yet taken by the network or fetched by the device.
  long waitingBytes();

  /// Asks a device that is silent whether it is there.
  void ping();

  /// How long a device may be silent before it is taken for gone.
  Duration silence();

  /// Says goodbye; nothing is written afterwards.
  void close(CloseCode code);

  /// Ends a line whose device does not even take the goodbye.
  void cut();
}
