package dev.carillon.gateway;

import dev.carillon.access.Door;
import dev.carillon.floor.SourceTerms;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The programs outside that may send signals.
///
/// @param byToken by the SHA-256 of the token, in hexadecimal: the token itself is kept nowhere
public record Sources(Map<String, Source> byToken) {
  public static final Sources NONE = new Sources(Map.of());

  private static final String SCHEME = "Bearer ";

  public Sources {
    byToken = Map.copyOf(byToken);
  }

  /// @param actors whom the source calls what: account names and addresses, in lower case. Ids of
  ///   the school need no line
  public record Source(SourceTerms terms, Map<String, PersonId> actors) {
    public Source {
      actors = Map.copyOf(actors);
    }

    /// Whom a name means; whether she is a student is for the floor to say.
    Optional<PersonId> actor(String name) {
      return Optional.ofNullable(actors.get(name.toLowerCase(Locale.ROOT)))
          .or(() -> Optional.of(name).filter(Id::isValid).map(PersonId::new));
    }
  }

  /// Whoever shows this header.
  Optional<Source> showing(@Nullable String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.startsWith(SCHEME))
        .map(header -> hash(header.substring(SCHEME.length())))
        .flatMap(hash -> Optional.ofNullable(byToken.get(hash)));
  }

  public static String hash(String token) {
    return Door.hash(token);
  }
}
